// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let grdb: [Target.Dependency] = [
    .product(name: "GRDB", package: "GRDB.swift"), .product(name: "GRDBSQLite", package: "GRDB.swift"),
]

/// A room of the house. Who may import whom is kept by `Tests/HouseTests`.
func room(
    _ name: String, at path: String? = nil, uses dependencies: [Target.Dependency] = [],
    resources: [Resource] = [], flags: [SwiftSetting] = []
) -> Target {
    .target(
        name: name, dependencies: dependencies, path: path ?? "Sources/\(name)", resources: resources,
        swiftSettings: settings + flags)
}

/// Release builds optimise across modules. Storage stands apart: what it would hand over are bodies that speak of
/// its database library, which the other rooms do not know; the compiler stops on them. Secrets, Exchange and Pictures likewise, for libsodium, libzip and gd.
let standsApart: [SwiftSetting] = [.unsafeFlags(["-disable-cmo"], .when(configuration: .release))]

func tests(of name: String, uses dependencies: [Target.Dependency] = []) -> Target {
    .testTarget(
        name: "\(name)Tests", dependencies: [.byName(name: name)] + dependencies,
        path: "Tests/\(name)Tests", swiftSettings: settings)
}

let loop: [Target] = [
    room("Register", at: "Sources/Loop/1-Register"),
    room("Measure", at: "Sources/Loop/2-Measure", uses: ["Register", "Benchmarking"]),
    room("Compare", at: "Sources/Loop/3-Compare", uses: ["Register", "Measure", "Benchmarking"]),
]

let methods: [Target] = [
    room("Benchmarking", at: "Sources/Methods/Benchmarking")
]

/// C libraries of the system: a module map each, nothing else.
let libraries: [Target] = [
    .systemLibrary(
        name: "CPostgres", path: "Sources/CPostgres", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
    .systemLibrary(
        name: "CSodium", path: "Sources/CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
    .systemLibrary(name: "CZip", path: "Sources/CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    // Its pkg-config names a flag for Windows that the package manager warns of; where it lies is known anyway.
    .systemLibrary(name: "CGD", path: "Sources/CGD", providers: [.apt(["libgd-dev"])]),
    .systemLibrary(name: "CZlib", path: "Sources/CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
]

let rooms: [Target] = [
    room("Secrets", uses: ["CSodium"], flags: standsApart),
    room(
        "Storage", uses: ["Register", "Measure", "Compare", "Secrets", "CPostgres"] + grdb,
        resources: [
            .embedInCode("Schema/0001-reference-facts.sql"), .embedInCode("Schema/0002-accounts-and-events.sql"),
            .embedInCode("Schema/0003-people-and-jobs.sql"), .embedInCode("Schema/0004-areas-and-codes.sql"),
            .embedInCode("Schema/0005-enterprises.sql"), .embedInCode("Schema/0006-enterprises-in-bulk.sql"),
            .embedInCode("Schema/0007-sentra.sql"),
            .embedInCode("Schema/0008-enterprise-details.sql"),
            .embedInCode("Schema/0009-twins.sql"), .embedInCode("Schema/0010-search-words.sql"),
            .embedInCode("Schema/0011-change-requests.sql"),
            .embedInCode("Schema/0012-rows-of-lists.sql"),
            .embedInCode("Schema/0013-office-lists.sql"),
            .embedInCode("Schema/0014-measure.sql"),
            .embedInCode("Schema/0015-photos.sql"),
            .embedInCode("Schema/0016-lists-and-views.sql"),
            .embedInCode("Schema/0017-where-do-we-stand.sql"),
        ], flags: standsApart),
    room("Exchange", uses: ["Register", "Measure", "Compare", "Benchmarking", "CZip", "CZlib"], flags: standsApart),
    room("Pictures", uses: ["CGD"], flags: standsApart),
    room("Charts"),
    room("HTML", uses: ["Charts"]),
    room(
        "Web",
        uses: [
            "Register", "Measure", "Compare", "Benchmarking", "Secrets", "Storage", "Exchange", "Pictures", "HTML",
            "Charts", hummingbird, .product(name: "NIOCore", package: "swift-nio"),
        ],
        resources: [.embedInCode("Assets/tiru.css"), .embedInCode("Assets/tiru.js")]),
    room(
        "Server",
        uses: [
            "Register", "Measure", "Compare", "Secrets", "Storage", "Exchange", "Pictures", "Web", hummingbird, logging,
            lifecycle,
            .product(name: "NIOCore", package: "swift-nio"),
            .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
        ]),
    .executableTarget(
        name: "tiru",
        dependencies: [
            "Register", "Measure", "Compare", "Benchmarking", "Secrets", "Storage", "Exchange", "Web", "Server",
            arguments, logging,
        ],
        path: "Sources/tiru", swiftSettings: settings),
]

let checks: [Target] = [
    .target(name: "World", dependencies: ["Register", "Measure"], path: "Tests/World", swiftSettings: settings),
    tests(of: "Secrets"),
    tests(of: "Benchmarking"),
    tests(of: "Register", uses: ["Benchmarking", "World"]),
    tests(of: "Measure", uses: ["Register", "Exchange", "Benchmarking", "World"]),
    tests(of: "Compare", uses: ["Register", "Measure", "Benchmarking", "Exchange", "World"]),
    tests(of: "Storage", uses: ["Register", "Measure", "Compare", "Secrets", "World"]),
    tests(of: "Exchange", uses: ["Register", "Measure", "Compare", "Benchmarking", "World"]),
    tests(of: "HTML", uses: ["Charts"]),
    tests(of: "Charts"),
    tests(of: "Pictures", uses: ["CGD"]),
    tests(
        of: "Web",
        uses: [
            "Register", "Measure", "Compare", "Storage", "Secrets", "Exchange", "Pictures", "Server", "World",
            hummingbird,
            logging,
            .product(name: "NIOEmbedded", package: "swift-nio"), .product(name: "NIOCore", package: "swift-nio"),
            .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
        ]),
    tests(
        of: "Server",
        uses: [
            "Register", "Storage", "World", logging, lifecycle,
            .product(name: "ServiceLifecycleTestKit", package: "swift-service-lifecycle"),
        ]),
    .testTarget(
        name: "CommandTests", dependencies: ["tiru", "World"], path: "Tests/CommandTests", swiftSettings: settings),
    .testTarget(name: "HouseTests", path: "Tests/HouseTests", swiftSettings: settings),
]

let package = Package(
    name: "tiru",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "tiru", targets: ["tiru"]),
        .library(name: "Benchmarking", targets: ["Benchmarking"]),
        .library(name: "Register", targets: ["Register"]),
        .library(name: "Exchange", targets: ["Exchange"]),
        .library(name: "Pictures", targets: ["Pictures"]),
        .library(name: "Storage", targets: ["Storage"]),
        .library(name: "Server", targets: ["Server"]),
    ],
    dependencies: [
        .package(
            url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: libraries + methods + loop + rooms + checks,
    swiftLanguageModes: [.v6]
)
