// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "Benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "tiru", path: "..")],
    targets: [
        .executableTarget(
            name: "distances",
            dependencies: [.product(name: "Benchmarking", package: "tiru")]),
        .executableTarget(
            name: "frontiers",
            dependencies: [.product(name: "Benchmarking", package: "tiru")]),
        .executableTarget(
            name: "lists",
            dependencies: [.product(name: "Exchange", package: "tiru"), .product(name: "Register", package: "tiru")]),
        .executableTarget(
            name: "sheets",
            dependencies: [.product(name: "Exchange", package: "tiru")]),
        .executableTarget(
            name: "storage",
            dependencies: [.product(name: "Storage", package: "tiru")]),
        .executableTarget(
            name: "serving",
            dependencies: [.product(name: "Server", package: "tiru"), .product(name: "Storage", package: "tiru")]),
        .executableTarget(
            name: "twins",
            dependencies: [.product(name: "Register", package: "tiru")]),
    ],
    swiftLanguageModes: [.v6]
)
