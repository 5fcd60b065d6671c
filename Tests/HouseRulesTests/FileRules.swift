import Testing

/// Rules about single files.
@Suite("Files")
struct FileRules {
    static let longest = 400

    /// The only places where `unsafe` may stand: the C wrappers and the system calls.
    static let unsafeFiles: Set<String> = [
        "Sources/Archives/Inflating/Inflater.swift", "Sources/WebServer/Compression/Gzip.swift",
        "Sources/BlobStorage/Syscalls.swift", "Sources/Outbound/Curl/CurlTransfer.swift",
    ]

    @Test func `no file is over 400 lines, tables apart`() throws {
        for file in try Project.swiftFiles(in: "Sources") + Project.swiftFiles(in: "Tests")
        where !file.isTable {
            #expect(file.lines.count <= Self.longest, "\(file.path) has \(file.lines.count) lines")
        }
    }

    @Test func `unsafe stands only in the C wrappers`() throws {
        for file in try Project.swiftFiles(in: "Sources") where file.target != "CheeseboardTesting"
        {
            let isWrapper =
                Self.unsafeFiles.contains(file.path)
                || file.path.hasPrefix("Sources/Database/Postgres/")
            let isUnsafe = file.lines.contains { line in
                let code = line.trimmingComment
                return code.contains("unsafe ") || code.contains("@unsafe")
            }
            #expect(isWrapper || !isUnsafe, "\(file.path) uses unsafe")
        }
    }

    @Test func `nothing escapes the compiler's checks`() throws {
        let escapes = [
            "@unchecked Sendable", "nonisolated(unsafe)", "fatalError(", "try!", " as! ",
            "@testable", "@_exported", "preconditionFailure(",
        ]
        for file in try Project.swiftFiles(in: "Sources") where file.target != "CheeseboardTesting"
        {
            for line in file.lines {
                for escape in escapes where line.trimmingComment.contains(escape) {
                    Issue.record("\(file.path) has \(escape)")
                }
            }
        }
    }

    @Test func `no drawer is opened`() throws {
        let drawers: Set<Substring> = [
            "Utils", "Util", "Helpers", "Common", "Core", "Extras", "Extensions", "Misc", "New",
        ]
        for file in try Project.swiftFiles(in: "Sources") {
            let steps = file.path.split(separator: "/")
            #expect(drawers.isDisjoint(with: steps), "\(file.path)")
            #expect(!(steps.last ?? "").hasPrefix("+"), "\(file.path)")
        }
    }

    @Test func `no stub is left behind`() throws {
        let marks = ["TODO", "FIXME", "XXX", "not implemented", "unimplemented"]
        for file in try Project.swiftFiles(in: "Sources") where !file.isTable {
            for line in file.lines {
                for mark in marks where line.contains(mark) {
                    Issue.record("\(file.path): \(line)")
                }
            }
        }
    }
}

extension Substring {
    /// The line without what follows `//`.
    var trimmingComment: Substring {
        guard let range = firstRange(of: "//") else { return self }
        return self[..<range.lowerBound]
    }
}
