import BlobStorage
import Database
import Foundation
import Logging

extension Index {
    /// The catalogue of other projects that search knows; nil for none.
    package func catalogue() async throws -> Catalogue? {
        try await database.read { connection in
            try connection.row("SELECT sha256, entries, loaded_at FROM catalogues WHERE id = 1")
                .map { row in
                    Catalogue(
                        sha256: try row.get("sha256"), entries: try row.get("entries"),
                        loadedAt: Timestamp(microseconds: try row.get("loaded_at")))
                }
        }
    }

    /// Forgets the catalogue; its lines go with the next collection of garbage.
    ///
    /// - Returns: False where there was none.
    @discardableResult
    package func clearCatalogue() async throws -> Bool {
        try await database.write { try $0.run("DELETE FROM catalogues WHERE id = 1") } == 1
    }

    /// The names of the most used projects of the catalogue, at most so many; what nobody has counted
    /// the use of is not among them.
    func mostUsedOfCatalogue(limit: Int) async throws -> [String] {
        guard let catalogue = try await self.catalogue() else { return [] }
        var names: [String] = []
        do {
            try await readCatalogue(catalogue.sha256, portion: limit, limit: limit) { entries in
                names += entries.filter { $0.rank != nil }.map(\.key)
            }
        } catch let missing as BlobMissing {
            // `verify` tells of the loss; what else is known is of use without it.
            logger.error("names are judged without the catalogue: \(missing)")
        }
        return names
    }

    /// Hands over the lines of a catalogue in portions, the most used first and at most so many.
    func readCatalogue(
        _ digest: String, portion: Int, limit: Int = .max,
        _ body: ([CatalogueEntry]) async throws -> Void
    ) async throws {
        let digest = try PublishedFile.digest(digest)
        guard let blob = try await blobs.open(digest) else { throw BlobMissing(digest: digest) }
        var lines = LineReader(longest: 4 * CatalogueLine.longest)
        var waiting: [[UInt8]] = []
        var offset = 0
        var taken = 0
        while offset < blob.byteCount, taken < limit {
            let chunk = try await blob.read(at: offset, count: 1 << 20)
            guard !chunk.isEmpty else { break }
            offset += chunk.count
            lines.append(chunk)
            while taken < limit, let line = lines.next() {
                taken += 1
                waiting.append(line)
                if waiting.count == portion {
                    try await body(try Self.entries(in: waiting))
                    waiting = []
                }
            }
        }
        if !waiting.isEmpty { try await body(try Self.entries(in: waiting)) }
    }

    /// Many lines are read as one array, which costs less than each by itself.
    private static func entries(in lines: [[UInt8]]) throws -> [CatalogueEntry] {
        var text: [UInt8] = [UInt8(ascii: "[")]
        for (number, line) in lines.enumerated() {
            if number > 0 { text.append(UInt8(ascii: ",")) }
            text += line
        }
        text.append(UInt8(ascii: "]"))
        return try JSONDecoder().decode([CatalogueEntry].self, from: Data(text))
    }
}
