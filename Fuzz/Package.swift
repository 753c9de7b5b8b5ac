// swift-tools-version: 6.2
import PackageDescription

// Apart, so that the product's graph stays small. `make fuzz` knows the flags.
let fuzzed: [SwiftSetting] = [.unsafeFlags(["-parse-as-library"])]

let package = Package(
    name: "Fuzz",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "tiru", path: "..")],
    targets: [
        .target(name: "Files", dependencies: [.product(name: "Exchange", package: "tiru")]),
        .executableTarget(
            name: "csv", dependencies: ["Files", .product(name: "Exchange", package: "tiru")], path: "Sources/CSV",
            swiftSettings: fuzzed),
        .executableTarget(
            name: "xlsx", dependencies: ["Files", .product(name: "Exchange", package: "tiru")], path: "Sources/XLSX",
            swiftSettings: fuzzed),
        .executableTarget(
            name: "picture", dependencies: [.product(name: "Pictures", package: "tiru")], path: "Sources/Picture",
            swiftSettings: fuzzed),
    ],
    swiftLanguageModes: [.v6]
)
