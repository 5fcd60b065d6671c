import CheeseboardTesting
import Foundation
import NativeInspection

/// Puts the inspection of native files to the test as it is released: how it takes damage, and how
/// fast it is once the bytes are in memory.
///
///     native-workbench damage MUTATIONS FILE    every truncation, and so many seeded mutations
///     native-workbench truncate COUNT FILE      so many seeded truncations
///     native-workbench speed ROUNDS FILE…       the times of inspecting each file, in milliseconds
///
/// Prints one line of JSON. What is neither inspected nor refused ends the program by its trap.
@main
enum NativeWorkbench {
    static func main() throws {
        let words = CommandLine.arguments.dropFirst()
        guard words.count >= 3, let number = Int(words[words.startIndex + 1]), number >= 0 else {
            complain()
        }
        let paths = words.dropFirst(2)
        switch words[words.startIndex] {
        case "damage":
            try print(DamageReport(file: [UInt8](contents(of: paths)), mutations: number).json)
        case "truncate":
            try print(DamageReport(file: [UInt8](contents(of: paths)), truncations: number).json)
        case "speed": try print(speed(of: Array(paths), rounds: number))
        default: complain()
        }
    }

    private static func contents(of paths: ArraySlice<String>) throws -> Data {
        guard let path = paths.first, paths.count == 1 else { complain() }
        return try Data(contentsOf: URL(fileURLWithPath: path))
    }

    /// Every round inspects every file; all bytes are read before the first.
    private static func speed(of paths: [String], rounds: Int) throws -> String {
        let sources = try paths.map {
            MemoryNativeSource([UInt8](try Data(contentsOf: URL(fileURLWithPath: $0))))
        }
        var times = [[Double]](repeating: [], count: paths.count)
        var facts = 0
        for _ in 0..<rounds {
            for (index, source) in sources.enumerated() {
                let start = ContinuousClock.now
                let file = try NativeFile(source)
                let time = ContinuousClock.now - start
                facts += file?.slices.count ?? 0
                times[index].append(time / .milliseconds(1))
            }
        }
        let results = zip(sources, times).map { source, times in
            SpeedReport.File(bytes: source.byteCount, milliseconds: times)
        }
        return try json(SpeedReport(files: results, slices: facts))
    }

    static func json(_ report: some Encodable) throws -> String {
        String(decoding: try JSONEncoder().encode(report), as: UTF8.self)
    }

    private static func complain() -> Never {
        let usage =
            "usage: native-workbench damage MUTATIONS FILE | truncate COUNT FILE | speed ROUNDS FILE…\n"
        FileHandle.standardError.write(Data(usage.utf8))
        exit(64)
    }
}

/// The times of all files.
private struct SpeedReport: Encodable {
    struct File: Encodable {
        let bytes: Int
        let milliseconds: [Double]
    }

    let files: [File]
    let slices: Int
}
