// Built with: Sources/PythonPackaging

/// Reads the input as each of the small files in a wheel.
func readFuzzed(_ bytes: [UInt8]) {
    _ = try? WheelDescription(parsing: bytes)
    _ = try? EntryPoints(parsing: bytes)
    _ = try? WheelRecord(parsing: bytes)
}
