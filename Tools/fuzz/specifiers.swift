// Built with: Sources/PythonPackaging

/// Reads the first line as a specifier set and the second as a version to look for.
func readFuzzed(_ bytes: [UInt8]) {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), maxSplits: 1)
        .map { String(decoding: $0, as: UTF8.self) }
    guard let first = lines.first, let specifiers = try? SpecifierSet(first) else { return }
    precondition((try? SpecifierSet(specifiers.description)) == specifiers)
    guard lines.count == 2, let version = try? Version(lines[1]) else { return }
    _ = specifiers.contains(version)
}
