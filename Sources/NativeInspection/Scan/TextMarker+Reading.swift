extension TextMarker.Literal {
    /// The text that the literal begins, read from the bytes around it.
    ///
    /// `nil` where what stands there is something else: a word of prose, a path cut short.
    func text(in bytes: Span<UInt8>, at start: Int) -> String? {
        let end = start + text.unicodeScalars.count
        switch marker {
        case .rustCommit:
            return commit(in: bytes, at: end)
        case .rustVersion:
            return rustVersion(in: bytes, at: end)
        case .rustLibrary:
            return rustLibrary(in: bytes, from: start, to: end)
        case .registryCrate:
            return CratePath.registryCrate(in: bytes, at: end)
        case .gitCrate:
            return CratePath.gitCrate(in: bytes, at: end)
        case .vendoredCrate:
            return CratePath.vendoredCrate(in: bytes, at: end)
        case .cythonVersion:
            return cythonVersion(in: bytes, at: end)
        case .cythonSource:
            return cythonSource(in: bytes, upTo: end - 1)
        case .zigVersion:
            guard start > 0, !bytes[start - 1].isPrintable else { return nil }
            return bytes.version(at: start + 4)
        case .zigSource:
            return zigSource(in: bytes, from: start, to: end)
        case .swiftVersion:
            return bytes.version(at: end)
        case .pybind11:
            return identifier(in: bytes, from: start)
        case .nanobind:
            return nanobind(in: bytes, from: start)
        case .msvcClass:
            return ownClass(in: bytes, at: end)
        case .library:
            return library?.text(in: bytes, from: start, to: end)
        default:
            return String(
                String.UnicodeScalarView(
                    text.unicodeScalars.filter { (0x20...0x7E).contains($0.value) }))
        }
    }

    private func commit(in bytes: Span<UInt8>, at start: Int) -> String? {
        let end = bytes.end(of: start, limit: 41) { $0.isLowercaseHexadecimal }
        guard end - start == 40, end < bytes.count, bytes[end].isPathSeparator else { return nil }
        return bytes.text(start..<end)
    }

    /// `1.83.0 (90b35a623 2024-11-26)`, or the version alone.
    private func rustVersion(in bytes: Span<UInt8>, at start: Int) -> String? {
        let end = bytes.end(of: start, limit: 40) {
            $0.isAlphanumeric || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-")
        }
        guard bytes.version(at: start) != nil else { return nil }
        guard bytes.has(" (", at: end) else { return bytes.text(start..<end) }
        let closing = bytes.end(of: end, limit: 60) { $0.isPrintable && $0 != UInt8(ascii: ")") }
        guard bytes.has(")", at: closing) else { return bytes.text(start..<end) }
        return bytes.text(start..<closing + 1)
    }

    /// `rustlib/src/rust/library/core/src`, of a source that was compiled in; Windows mixes the slashes.
    private func rustLibrary(in bytes: Span<UInt8>, from start: Int, to end: Int) -> String? {
        let library = end + 1
        guard end < bytes.count, bytes[end].isPathSeparator, bytes.has("library", at: library)
        else { return nil }
        let crate = library + 7
        guard crate < bytes.count, bytes[crate].isPathSeparator else { return nil }
        let source = bytes.end(of: crate + 1, limit: 40) {
            $0.isAlphanumeric || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-")
        }
        guard source > crate + 1, source < bytes.count, bytes[source].isPathSeparator,
            bytes.has("src", at: source + 1)
        else { return nil }
        return bytes.text(start..<source + 4)
    }

    /// `3_1_4` or `3_0_0b2`, with points for the underscores.
    private func cythonVersion(in bytes: Span<UInt8>, at start: Int) -> String? {
        var end = bytes.end(of: start, limit: 20) { $0.isDigit || $0 == UInt8(ascii: "_") }
        guard end > start, bytes[start].isDigit else { return nil }
        for stage: StaticString in ["a", "b", "rc"] where bytes.has(stage, at: end) {
            let digits = end + stage.utf8CodeUnitCount
            let digitsEnd = bytes.end(of: digits, limit: 3) { $0.isDigit }
            end = digitsEnd > digits ? digitsEnd : end
        }
        let parts = bytes.text(start..<end).split(separator: "_")
        return parts.count >= 2 ? parts.joined(separator: ".") : nil
    }

    /// The path of a source, as `src/fast.pyx`; a bare suffix is a pattern or a list of suffixes.
    private func cythonSource(in bytes: Span<UInt8>, upTo end: Int) -> String? {
        let suffix = end - 4
        var start = suffix
        while start > max(0, end - 160),
            bytes[start - 1].isAlphanumeric || bytes[start - 1].isPathSeparator
                || bytes[start - 1] == UInt8(ascii: "_") || bytes[start - 1] == UInt8(ascii: ".")
        {
            start -= 1
        }
        guard start < suffix, !bytes[suffix - 1].isPathSeparator else { return nil }
        return bytes.text(start..<end)
    }

    private func zigSource(in bytes: Span<UInt8>, from start: Int, to end: Int) -> String? {
        let last = bytes.end(of: end, limit: 120) {
            $0.isAlphanumeric || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "_")
        }
        return bytes.has(".zig", at: last) ? bytes.text(start..<last + 4) : nil
    }

    private func identifier(in bytes: Span<UInt8>, from start: Int) -> String {
        let end = bytes.end(of: start, limit: 160) {
            $0.isAlphanumeric || $0 == UInt8(ascii: "_")
        }
        return bytes.text(start..<end)
    }

    /// The name of nanobind's shared state (`nanobind_system_…_v22_stable`), or what only it holds.
    private func nanobind(in bytes: Span<UInt8>, from start: Int) -> String? {
        guard bytes.has("nanobind_", at: start) || bytes.has("__nb_internals_v", at: start) else {
            return text
        }
        let name = identifier(in: bytes, from: start)
        let parts = name.split(separator: "_")
        let hasVersion = parts.contains { part in
            part.first == "v" && part.count > 1 && part.utf8.dropFirst().allSatisfy(\.isDigit)
        }
        return hasVersion ? name : nil
    }

    /// The name of a C++ class with type information that is none of those which Microsoft's C runtime
    /// puts into every program.
    private func ownClass(in bytes: Span<UInt8>, at start: Int) -> String? {
        let end = bytes.end(of: start, limit: 120) { $0.isPrintable }
        guard bytes.has("@@", at: end - 2), end > start + 3 else { return nil }
        let name = bytes.text(start..<end - 2)
        let ofRuntime = ["type_info", "bad_exception@std", "exception@std", "bad_alloc@std"]
        return ofRuntime.contains(name) ? nil : name
    }
}

extension LibraryString {
    /// The library's name, and its version behind a space, where the literal is genuine.
    fileprivate func text(in bytes: Span<UInt8>, from start: Int, to end: Int) -> String? {
        switch form {
        case .version:
            return bytes.version(at: end).map { "\(name) \($0)" }
        case .versionThen(let text):
            guard let version = bytes.version(at: end) else { return nil }
            return bytes.has(text, at: end + version.utf8.count) ? "\(name) \(version)" : nil
        case .versionThenDate:
            guard let version = bytes.version(at: end) else { return nil }
            let date = bytes.end(of: end + version.utf8.count, limit: 3) { $0 == UInt8(ascii: " ") }
            return isDate(in: bytes, at: date) ? "\(name) \(version)" : nil
        case .versionBefore:
            var first = start
            while first > max(0, start - 12), bytes[first - 1].isDigit || bytes[first - 1] == 0x2E {
                first -= 1
            }
            guard first < start, bytes.version(at: first) != nil else { return nil }
            return "\(name) \(bytes.text(first..<end))"
        case .known(let version):
            return "\(name) \(version)"
        case .nameOnly:
            return name
        }
    }

    /// Whether `26 Jan 2017` stands at a position.
    private func isDate(in bytes: Span<UInt8>, at start: Int) -> Bool {
        let day = bytes.end(of: start, limit: 2) { $0.isDigit }
        guard day > start, bytes.has(" ", at: day), bytes.has(" ", at: day + 4) else {
            return false
        }
        let month = bytes.text(day + 1..<day + 4)
        let months = "JanFebMarAprMayJunJulAugSepOctNovDec"
        guard months.contains(month) else { return false }
        return bytes.end(of: day + 5, limit: 4) { $0.isDigit } == day + 9
    }
}

extension Span<UInt8> {
    /// A version: digits, then at least one point with digits, then letters and hyphens as in
    /// `1.0.2k-fips`; `nil` where none begins at the position.
    func version(at start: Int) -> String? {
        var end = self.end(of: start, limit: 6) { $0.isDigit }
        guard start >= 0, end > start, end < count, self[end] == UInt8(ascii: ".") else {
            return nil
        }
        var points = 0
        while end < count, self[end] == UInt8(ascii: ".") {
            let digits = self.end(of: end + 1, limit: 6) { $0.isDigit }
            guard digits > end + 1 else { break }
            end = digits
            points += 1
        }
        guard points > 0 else { return nil }
        let tail = self.end(of: end, limit: 12) { $0.isAlphanumeric || $0 == UInt8(ascii: "-") }
        return text(start..<tail)
    }
}
