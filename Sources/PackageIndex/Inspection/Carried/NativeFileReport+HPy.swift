extension NativeFileReport {
    /// Takes HPy and the number of its ABI over from the file's name, as `rind.hpy0.so` has it.
    ///
    /// Interpreters that HPy serves look for such names of modules; what the bytes tell of another tool
    /// stands.
    mutating func takeHPyOfName() {
        let name = path.split(separator: "/").last ?? ""
        guard role == .extension, Self.moduleSuffixes.contains(where: path.hasSuffix) else {
            return
        }
        let number = name.split(separator: ".").dropFirst().dropLast().lazy
            .compactMap(Self.numberOfHPy).first
        guard origin == .own, let number else { return }
        let evidence = "file name with `.hpy\(number)`"
        let version = "ABI \(number)"
        let place = findings.firstIndex { $0.kind == .binding && $0.name == "hpy" }
        if let place {
            findings[place].version = version
            findings[place].evidence += "; \(evidence)"
        } else if findings.allSatisfy({ $0.kind != .binding || $0.assumed }) {
            findings.removeAll { $0.kind == .binding }
            findings.append(
                FindingReport(
                    kind: .binding, name: "hpy", version: version, tier: 5, evidence: evidence))
            bindings = ["hpy"]
        }
    }

    /// How the names of modules end on Linux and macOS, and on Windows.
    private static let moduleSuffixes = [".so", ".pyd"]

    /// `0` of `hpy0` and of `hpy0-linux-gnu`.
    private static func numberOfHPy(_ part: Substring) -> Substring? {
        guard part.hasPrefix("hpy") else { return nil }
        let digits = part.dropFirst(3).prefix { $0.isASCII && $0.isNumber }
        let rest = part.dropFirst(3 + digits.count)
        return digits.isEmpty || !(rest.isEmpty || rest.hasPrefix("-")) ? nil : digits
    }
}
