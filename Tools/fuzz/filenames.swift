// Built with: Sources/PythonPackaging

/// Reads the input as the name of a wheel, of a source distribution and of a project.
func readFuzzed(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    _ = try? WheelFilename(text)
    _ = try? SourceDistributionFilename(text)
    guard let name = try? ProjectName(text) else { return }
    precondition((try? ProjectName(name.normalized))?.normalized == name.normalized)
}
