// swift-tools-version: 6.2
import PackageDescription

/// Every Swift target is built alike: Swift 6, memory safety checked, no warning left standing.
let houseSettings: [SwiftSetting] = [
    .strictMemorySafety(),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .enableUpcomingFeature("InferIsolatedConformances"),
    .enableUpcomingFeature("ImmutableWeakCaptures"),
    .treatAllWarnings(as: .error),
    .treatWarning("DeprecatedDeclaration", as: .warning),
]

let argumentParser = Target.Dependency.product(
    name: "ArgumentParser", package: "swift-argument-parser")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore = Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird")
let hummingbirdTesting = Target.Dependency.product(
    name: "HummingbirdTesting", package: "hummingbird")
let hummingbirdTLS = Target.Dependency.product(name: "HummingbirdTLS", package: "hummingbird")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioHTTP1 = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let nioHTTPTypes = Target.Dependency.product(name: "NIOHTTPTypes", package: "swift-nio-extras")
let nioHTTPTypesHTTP1 = Target.Dependency.product(
    name: "NIOHTTPTypesHTTP1", package: "swift-nio-extras")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let nioSSL = Target.Dependency.product(name: "NIOSSL", package: "swift-nio-ssl")
let serviceLifecycle = Target.Dependency.product(
    name: "ServiceLifecycle", package: "swift-service-lifecycle")
let unixSignals = Target.Dependency.product(
    name: "UnixSignals", package: "swift-service-lifecycle")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

/// A room: target, folder and test folder share the name (ARCHITECTURE.md has the picture).
func room(_ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource]? = nil)
    -> Target
{
    .target(
        name: name, dependencies: dependencies, resources: resources,
        swiftSettings: houseSettings)
}

func tests(
    of name: String, _ dependencies: [Target.Dependency], exclude: [String] = [],
    resources: [Resource]? = nil
) -> Target {
    .testTarget(
        name: name + "Tests", dependencies: dependencies, exclude: exclude, resources: resources,
        swiftSettings: houseSettings)
}

let package = Package(
    name: "cheeseboard",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "cheeseboard", targets: ["cheeseboard"]),
        .library(name: "PythonPackaging", targets: ["PythonPackaging"]),
        .library(name: "Archives", targets: ["Archives"]),
        .library(name: "NativeInspection", targets: ["NativeInspection"]),
    ],
    dependencies: [
        // The commands, their options and their help.
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        // Digests, HMAC and scrypt.
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        // Header names as types, shared with Hummingbird.
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        // Structured logs.
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        // The event loop below the HTTP server, for the handlers in front of its codec.
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        // The codec between NIO's HTTP/1 parts and header types.
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
        // TLS with a certificate and key.
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        // SQLite with a writer and a pool of readers.
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        // The HTTP server and router.
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        // HTML templates that escape by default.
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        // The settings file.
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        // Orderly start and stop.
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        .systemLibrary(
            name: "CZlib", path: "Sources/CZlib", pkgConfig: "zlib",
            providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(
            name: "CPostgres", path: "Sources/CPostgres", pkgConfig: "libpq",
            providers: [.apt(["libpq-dev"])]),
        // Mail by SMTP with STARTTLS, and HTTP out with a say over each address it connects to.
        .systemLibrary(
            name: "CCurl", path: "Sources/CCurl", pkgConfig: "libcurl",
            providers: [.apt(["libcurl4-openssl-dev"])]),

        // pure
        room("PythonPackaging"),
        room("Archives", ["CZlib"]),
        room("NativeInspection"),

        // hands
        room("Database", [grdb, logging, "CPostgres"]),
        room("BlobStorage", [crypto]),
        room("Outbound", ["CCurl"], resources: [.embedInCode("Descriptions/Worker")]),

        // rules
        room(
            "PackageIndex",
            [
                "Database", "BlobStorage", "Outbound", "PythonPackaging", "Archives",
                "NativeInspection", crypto, cryptoExtras, logging, mustache,
            ],
            resources: [.embedInCode("Mail/Templates")]),

        // faces
        room(
            "WebServer",
            [
                "PackageIndex", crypto, hummingbird, hummingbirdCore, hummingbirdTLS, httpTypes,
                logging, nioCore, nioHTTP1, nioHTTPTypes, nioHTTPTypesHTTP1, nioPosix, nioSSL,
                serviceLifecycle, "CZlib",
            ]),
        room(
            "IndexAPI",
            [
                "WebServer", "PackageIndex", "PythonPackaging", hummingbird, httpTypes, logging,
                nioCore, crypto,
            ]),
        room(
            "Website",
            [
                "WebServer", "PackageIndex", "PythonPackaging", hummingbird, httpTypes, mustache,
                nioCore,
            ],
            resources: [.embedInCode("Templates"), .embedInCode("Static")]),

        // asks
        .executableTarget(
            name: "cheeseboard",
            dependencies: [
                "IndexAPI", "Website", "WebServer", "PackageIndex", "Database", "BlobStorage",
                "Outbound", "PythonPackaging", "Archives", "NativeInspection", argumentParser,
                hummingbird,
                logging, nioCore, serviceLifecycle, unixSignals, yams,
            ],
            swiftSettings: houseSettings),

        // tests
        room(
            "CheeseboardTesting",
            [
                "IndexAPI", "Website", "WebServer", "PackageIndex", "Database", "BlobStorage",
                "Outbound", "PythonPackaging", "Archives", hummingbird, hummingbirdTesting, crypto,
                httpTypes, logging, nioCore, nioPosix, serviceLifecycle, "CZlib",
            ]),
        // Builds the packages of the end-to-end tests; no part of what is released.
        .executableTarget(
            name: "distribution-builder", dependencies: ["CheeseboardTesting"],
            path: "Tools/distribution-builder", swiftSettings: houseSettings),
        // Damages native files and times their inspection, as released; no part of what is released.
        .executableTarget(
            name: "native-workbench", dependencies: ["NativeInspection", "CheeseboardTesting"],
            path: "Tools/native-workbench", swiftSettings: houseSettings),
        tests(of: "PythonPackaging", ["PythonPackaging"], resources: [.copy("Fixtures")]),
        tests(of: "Archives", ["Archives", "CheeseboardTesting"]),
        tests(
            of: "NativeInspection", ["NativeInspection", "CheeseboardTesting", crypto],
            resources: [.copy("Fixtures")]),
        tests(of: "Database", ["Database", "CheeseboardTesting"]),
        tests(of: "BlobStorage", ["BlobStorage", "CheeseboardTesting"]),
        tests(of: "Outbound", ["Outbound", "CheeseboardTesting"]),
        tests(
            of: "PackageIndex",
            [
                "PackageIndex", "Database", "BlobStorage", "Outbound", "PythonPackaging",
                "Archives", "NativeInspection", "CheeseboardTesting", crypto,
            ]),
        tests(
            of: "WebServer",
            [
                "WebServer", "IndexAPI", "PackageIndex", "Database", "Outbound",
                "CheeseboardTesting", hummingbird, hummingbirdTesting, httpTypes, logging, nioCore,
            ]),
        tests(
            of: "IndexAPI",
            [
                "IndexAPI", "WebServer", "PackageIndex", "PythonPackaging", "Database",
                "BlobStorage", "CheeseboardTesting", hummingbird, hummingbirdTesting, httpTypes,
                nioCore,
            ], exclude: ["Golden"]),
        tests(
            of: "Website",
            [
                "Website", "WebServer", "PackageIndex", "PythonPackaging", "Database",
                "CheeseboardTesting", hummingbird,
                hummingbirdTesting, httpTypes, nioCore,
            ]),
        tests(of: "HouseRules", ["cheeseboard", "PackageIndex"]),
    ],
    swiftLanguageModes: [.v6]
)
