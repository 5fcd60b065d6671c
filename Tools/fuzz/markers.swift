// Built with: Sources/PythonPackaging

/// Reads the input as a marker and evaluates it in an empty environment.
func readFuzzed(_ bytes: [UInt8]) {
    guard let marker = try? Marker(String(decoding: bytes, as: UTF8.self)) else { return }
    precondition((try? Marker(marker.description)) != nil)
    _ = try? marker.evaluate(in: MarkerEnvironment())
}
