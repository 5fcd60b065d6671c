import CheeseboardTesting
import Database
import Foundation
import HTTPTypes
import HummingbirdTesting
import IndexAPI
import PackageIndex
import Testing
import WebServer

@Suite struct `The list of all projects` {
    private static let json = "application/vnd.pypi.simple.v1+json"

    @Test(arguments: [0, 1, 1_023, 1_024, 1_025, 5_000])
    func `is what a whole rendering gives, after every change`(_ count: Int) async throws {
        try await withServer { server, client in
            var random = SeededRandom(seed: UInt64(count))
            var list = ListedProjects()
            try await list.change(server, adding: random.names(count))
            try await expect(list, client)
            for round in 0..<8 {
                let known = list.entries.keys.sorted()
                let some = Int.random(in: 0...20, using: &random)
                // A whole segment's worth of neighbours makes room for itself.
                let names = round == 3 ? random.names(1_500, below: "a8-") : random.names(some)
                let removed = round == 5 ? known[...] : known.shuffled(using: &random).prefix(some)
                try await list.change(
                    server, adding: names + known.shuffled(using: &random).prefix(3),
                    removing: round == 5 ? Array(removed.prefix(1_100)) : Array(removed))
                try await expect(list, client)
            }
            try await list.change(server, adding: [], removing: Array(list.entries.keys))
            try await expect(list, client)
        }
    }

    @Test func `has its reader's private projects in their places, and nobody else's`()
        async throws
    {
        try await withServer { server, client in
            var random = SeededRandom(seed: 7)
            var everyones = ListedProjects()
            try await everyones.change(server, adding: random.names(3_000))
            let token = try await server.test.token()
            var own = everyones
            for round in 0..<3 {
                // Private from the first moment: everyone's list knows nothing of them but a serial.
                try await own.change(
                    server, adding: random.names(2), visibleTo: server.test.user)
                try await everyones.change(server, adding: random.names(5))
                own.merge(everyones)
                everyones.serial = own.serial
                if round != 1 { try await expect(everyones, client) }
                try await expect(own, client, ["Authorization": "Bearer \(token)"])
                try await expect(everyones, client)
            }
            #expect(own.entries.count == everyones.entries.count + 6)
        }
    }

    /// Compares every form and coding of the list with what it has to be.
    private func expect(
        _ list: ListedProjects, _ client: Client, _ fields: [String: String] = [:],
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        for (accept, whole) in [("text/html", list.html), (Self.json, list.json)] {
            let fields = fields.merging(["Accept": accept]) { first, _ in first }
            let plain = try await client.get("/simple/", fields)
            #expect(plain.text == whole, sourceLocation: sourceLocation)
            #expect(plain["X-PyPI-Last-Serial"] == "\(list.serial)", sourceLocation: sourceLocation)
            #expect(
                plain["Content-Length"] == "\(whole.utf8.count)", sourceLocation: sourceLocation)
            let zipped = try await client.get(
                "/simple/", fields.merging(["Accept-Encoding": "gzip"]) { first, _ in first })
            if zipped["Content-Encoding"] == "gzip" {
                #expect(try gunzip(zipped.bytes) == plain.bytes, sourceLocation: sourceLocation)
                #expect(zipped.bytes.count < plain.bytes.count, sourceLocation: sourceLocation)
                #expect(zipped["ETag"] != plain["ETag"], sourceLocation: sourceLocation)
            } else {
                #expect(list.entries.count < 10, sourceLocation: sourceLocation)
            }
            let again = fields.merging(["If-None-Match": plain["ETag"] ?? ""]) { first, _ in first }
            #expect(
                try await client.get("/simple/", again).status == .notModified,
                sourceLocation: sourceLocation)
        }
    }

    /// What gzip itself makes of a body.
    private func gunzip(_ bytes: [UInt8]) throws -> [UInt8] {
        let folder = try TemporaryFolder()
        let file = URL(filePath: "\(folder.path)/body.gz")
        try Data(bytes).write(to: file)
        let gzip = Process()
        gzip.executableURL = URL(filePath: "/bin/gzip")
        gzip.arguments = ["-dc", file.path]
        let output = Pipe()
        gzip.standardOutput = output
        try gzip.run()
        let plain = try output.fileHandleForReading.readToEnd() ?? Data()
        gzip.waitUntilExit()
        #expect(gzip.terminationStatus == 0)
        return Array(plain)
    }
}

/// Projects that were written to the database without files, and the pages that must list them.
private struct ListedProjects {
    /// The displayed name and the last serial of each normalised name.
    var entries: [String: (name: String, serial: Int64)] = [:]
    var serial: Int64 = 0

    /// The list as HTML, rendered as a whole.
    var html: String {
        """
        <!DOCTYPE html>
        <html>
          <head>
            <meta name="pypi:repository-version" content="1.4">
            <title>Simple index</title>
          </head>
          <body>

        """
            + entries.sorted { $0.key < $1.key }
            .map { "    <a href=\"\($0.key)/\">\($0.value.name)</a><br />\n" }.joined()
            + "  </body>\n</html>\n<!--SERIAL \(serial)-->\n"
    }

    /// The list as JSON, rendered as a whole.
    var json: String {
        #"{"meta":{"_last-serial":\#(serial),"api-version":"1.4"},"projects":["#
            + entries.sorted { $0.key < $1.key }
            .map { #"{"_last-serial":\#($0.value.serial),"name":"\#($0.value.name)"}"# }
            .joined(separator: ",") + "]}\n"
    }

    /// Adds or touches some projects and removes others, as a change by the index would.
    mutating func change(
        _ server: TestServer, adding added: [String], removing removed: [String] = [],
        visibleTo user: User? = nil
    ) async throws {
        var serial = try await server.test.index.lastSerial()
        var lines: [(name: String, serial: Int64, isRemoved: Bool)] = []
        for (names, isRemoved) in [(added, false), (removed, true)] {
            for name in names {
                serial += 1
                lines.append((name, serial, isRemoved))
                entries[name] = isRemoved ? nil : (Self.displayed(name), serial)
            }
        }
        self.serial = serial
        let (changes, last) = (lines, serial)
        try await server.test.database.write { connection in
            for line in changes {
                try connection.run(
                    """
                    INSERT INTO projects (
                        uid, name, normalized_name, visibility, created_at, last_serial, deleted_at)
                    VALUES ($1, $2, $3, $4, 0, $5, $6)
                    ON CONFLICT (normalized_name) DO UPDATE
                    SET last_serial = excluded.last_serial, deleted_at = excluded.deleted_at
                    """,
                    "uid-of-\(line.name)", Self.displayed(line.name), line.name,
                    user == nil ? "public" : "private", line.serial,
                    line.isRemoved ? 1 : nil as Int?)
                try connection.run(
                    "INSERT INTO journal (serial, project, action, at) VALUES ($1, $2, 'create', 0)",
                    line.serial, line.name)
                guard let user else { continue }
                try connection.run(
                    """
                    INSERT INTO roles (project_id, user_id, role, created_at)
                    SELECT id, $1, 'owner', 0 FROM projects WHERE normalized_name = $2
                    """, user.id, line.name)
            }
            try connection.run("UPDATE journal_counter SET serial = $1 WHERE id = 1", last)
        }
        server.pages.forget(Set(changes.map(\.name)))
    }

    /// Takes over all that others list, newer as it is.
    mutating func merge(_ other: ListedProjects) {
        entries.merge(other.entries) { _, theirs in theirs }
        serial = max(serial, other.serial)
    }

    private static func displayed(_ name: String) -> String { name.replacing("-", with: "_") }
}

extension SeededRandom {
    /// Names of projects anywhere in the order, or below one beginning.
    fileprivate mutating func names(_ count: Int, below beginning: String = "") -> [String] {
        (0..<count).map { _ in
            beginning + String(UInt64.random(in: .min ... .max, using: &self), radix: 36) + "-x"
        }
    }
}
