// Built with: Sources/NativeInspection Tools/fuzz/NativeSliceRules.swift
// Longest input: 16384

/// Reads the input as a PE file by the usual limits and by narrow ones.
func readFuzzed(_ bytes: [UInt8]) {
    let source = MemoryNativeSource(bytes)
    for limits in [InspectionLimits.standard, .narrow] {
        guard let slices = try? PEInspector(source, limits: limits).slices() else { continue }
        check(slices, of: source, limits)
    }
}
