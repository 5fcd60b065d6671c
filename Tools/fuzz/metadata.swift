// Built with: Sources/PythonPackaging

/// Reads the input as a METADATA file.
func readFuzzed(_ bytes: [UInt8]) {
    _ = try? CoreMetadata(bytes)
}
