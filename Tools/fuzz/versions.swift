// Built with: Sources/PythonPackaging

/// Reads the input as a version: what is written for it is the same version.
func readFuzzed(_ bytes: [UInt8]) {
    guard let version = try? Version(String(decoding: bytes, as: UTF8.self)) else { return }
    let again = try? Version(version.description)
    precondition(again == version)
}
