// Built with: Sources/PythonPackaging

/// Reads the input as a licence expression: its normal form is one, too.
func readFuzzed(_ bytes: [UInt8]) {
    guard let license = try? LicenseExpression(String(decoding: bytes, as: UTF8.self)) else {
        return
    }
    precondition((try? LicenseExpression(license.description)) != nil)
}
