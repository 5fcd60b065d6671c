/// The compilers of a slice, by the part of their version that people speak of.
///
/// What files say of their compilers is their makers' word: only a known name with small numbers
/// behind it is taken over.
enum Toolchain {
    /// The names, sorted; of one compiler only its highest version, since start-up files are often
    /// of an older one.
    static func names(of slice: SliceReport, findings: [FindingReport]) -> [String] {
        var newest: [String: [Int]] = [:]
        func add(_ name: String, _ text: some StringProtocol, parts: Int) {
            guard let version = version(in: text, parts: parts) else { return }
            if let known = newest[name], !known.lexicographicallyPrecedes(version) { return }
            newest[name] = version
        }
        let texts = slice.fact("toolchain").list
        for text in texts {
            if text.hasPrefix("GCC: (") {
                add("gcc", text.drop { $0 != ")" }.dropFirst(2), parts: 1)
            } else if let range = text.firstRange(of: "clang version ") {
                add("clang", text[range.upperBound...], parts: 1)
            } else if text.hasPrefix("rustc version ") {
                add("rustc", text.dropFirst(14), parts: 2)
            } else if text.hasPrefix("clang ") {
                add("apple-clang", text.dropFirst(6), parts: 1)
            } else if text.hasPrefix("linker ") {
                let isMicrosoft = texts.contains { $0.hasPrefix("Rich header") }
                add(isMicrosoft ? "msvc" : "pe-linker", text.dropFirst(7), parts: 2)
            }
        }
        for finding in findings where finding.kind == .language {
            guard let version = finding.version else { continue }
            switch finding.name {
            case "rust": add("rustc", version, parts: 2)
            case "go": add("go", version.drop { !$0.isNumber }, parts: 2)
            case "zig": add("zig", version, parts: 2)
            case "swift": add("swift", version, parts: 1)
            default: break
            }
        }
        return newest.map { name, version in
            "\(name) \(version.map(String.init).joined(separator: "."))"
        }.sorted()
    }

    /// The first numbers of a version that begins a text; nil where it begins with none.
    private static func version(in text: some StringProtocol, parts: Int) -> [Int]? {
        let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        let numbers = digits.split(separator: ".").prefix(parts).compactMap { part in
            part.utf8.count <= 5 ? Int(part) : nil
        }
        return numbers.isEmpty ? nil : numbers
    }
}
