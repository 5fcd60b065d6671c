import Foundation

/// Libraries that compilers made with known flags; `Tools/native-fixtures/make.py` makes them.
enum CompiledLibrary {
    /// The bytes of one, which lies with the tests of `NativeInspection`.
    static func bytes(_ name: String) throws -> [UInt8] {
        let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let path = "NativeInspectionTests/Fixtures/\(name)"
        return [UInt8](try Data(contentsOf: tests.appendingPathComponent(path)))
    }
}
