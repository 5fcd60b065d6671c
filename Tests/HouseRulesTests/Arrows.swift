import Testing

/// The arrows between rooms, as ARCHITECTURE.md draws them.
@Suite("Arrows point down")
struct Arrows {
    /// What each room may import of ours.
    static let allowed: [String: Set<String>] = [
        "PythonPackaging": [],
        "Archives": ["CZlib"],
        "NativeInspection": [],
        "Database": ["CPostgres"],
        "BlobStorage": [],
        "Outbound": ["CCurl"],
        "PackageIndex": [
            "Database", "BlobStorage", "Outbound", "PythonPackaging", "Archives",
            "NativeInspection",
        ],
        "WebServer": ["PackageIndex", "PythonPackaging", "CZlib"],
        "IndexAPI": ["WebServer", "PackageIndex", "PythonPackaging"],
        "Website": ["WebServer", "PackageIndex", "PythonPackaging"],
        "cheeseboard": [
            "IndexAPI", "Website", "WebServer", "PackageIndex", "Database", "BlobStorage",
            "Outbound", "PythonPackaging", "Archives", "NativeInspection",
        ],
        "CheeseboardTesting": [
            "IndexAPI", "Website", "WebServer", "PackageIndex", "Database", "BlobStorage",
            "Outbound", "PythonPackaging", "Archives", "CZlib",
        ],
        "CZlib": [], "CPostgres": [], "CCurl": [],
    ]

    /// Rooms that help tests and tools only.
    static let helpers: Set<String> = [
        "CheeseboardTesting", "distribution-builder", "native-workbench",
    ]

    @Test func `a room imports only what its arrows allow`() throws {
        let rooms = Set(Self.allowed.keys)
        for file in try Project.swiftFiles(in: "Sources") {
            for module in Self.imports(in: file) where rooms.contains(module) {
                let allowed = Self.allowed[file.target] ?? rooms
                #expect(allowed.contains(module), "\(file.path) imports \(module)")
            }
        }
    }

    @Test func `every room is in the table of arrows and in ARCHITECTURE.md`() throws {
        let page = try Project.text("ARCHITECTURE.md")
        for room in try Project.rooms()
        where !Self.helpers.subtracting(["CheeseboardTesting"]).contains(room) {
            #expect(Self.allowed[room] != nil, "\(room) has no arrows")
            #expect(
                page.contains("| \(room)") || page.contains(", \(room) |"), "\(room) has no line")
        }
    }

    @Test func `no product room imports the test support`() throws {
        for file in try Project.swiftFiles(in: "Sources") where !Self.helpers.contains(file.target)
        {
            #expect(!Self.imports(in: file).contains("CheeseboardTesting"), "\(file.path)")
        }
    }

    @Test func `pure rooms import no Foundation and nothing asynchronous`() throws {
        for file in try Project.swiftFiles(in: "Sources")
        where ["PythonPackaging", "Archives", "NativeInspection"].contains(file.target) {
            let imports = Self.imports(in: file).subtracting(["CZlib"])
            #expect(imports.isEmpty, "\(file.path) imports \(imports)")
            #expect(!file.lines.contains { $0.contains(" async ") }, "\(file.path) is async")
        }
    }

    @Test func `the arrow rule sees an arrow that points up`() {
        let file = Project.File(
            path: "Sources/Database/X.swift", lines: ["package import PackageIndex"])
        #expect(Self.imports(in: file) == ["PackageIndex"])
        #expect(Self.allowed["Database"]?.contains("PackageIndex") == false)
    }

    static func imports(in file: Project.File) -> Set<String> {
        Set(
            file.lines.compactMap { line in
                let words = line.split(separator: " ")
                guard let place = words.firstIndex(of: "import"), place <= 2,
                    words[..<place].allSatisfy({
                        ["package", "public", "internal"].contains($0) || $0.hasPrefix("@")
                    }), let module = words.last
                else { return nil }
                return module.split(separator: ".").first.map(String.init)
            })
    }
}
