import CheeseboardTesting
import Foundation
import Testing
import WebServer

@Suite struct `Compressed pages` {
    @Test(arguments: [0, 1, 2, 100, 1_000, 65_535, 65_536, 1 << 20])
    func `what was compressed comes back`(_ count: Int) throws {
        var random = SeededRandom(seed: UInt64(count))
        let noise = random.bytes(count)
        let text = (0..<count).map { UInt8(ascii: "a") + UInt8($0 % 7) }
        for bytes in [noise, text] {
            let small = try #require(Gzip.compress(bytes))
            #expect(small.prefix(2) == [0x1F, 0x8B])
            #expect(try gunzip(small) == bytes)
        }
    }

    /// Inflates with the system's gzip.
    private func gunzip(_ bytes: [UInt8]) throws -> [UInt8] {
        let folder = try TemporaryFolder()
        let path = folder.path + "/page.gz"
        try Data(bytes).write(to: URL(filePath: path))
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["gzip", "-dc", path]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return Array(data)
    }
}
