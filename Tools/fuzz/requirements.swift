// Built with: Sources/PythonPackaging

/// Reads the input as a requirement: what is written for it is a requirement again.
func readFuzzed(_ bytes: [UInt8]) {
    guard let requirement = try? Requirement(String(decoding: bytes, as: UTF8.self)) else { return }
    precondition((try? Requirement(requirement.description)) != nil)
}
