import PackageIndex

/// What a native file is and holds beside its protections, for the lines under its row.
struct FileDetails {
    let file: NativeFileReport

    /// Few lines: versions and promises first, then what came from others.
    var lines: [String] {
        let short = [version, stableABI, listed("carries", libraries)].compactMap { $0 }
        let long = [
            listed(cratesTitle, file.carried.crates), listed("modules:", file.carried.modules),
        ]
        return (short.isEmpty ? [] : [short.joined(separator: " · ")]) + long.compactMap { $0 }
    }

    private var version: String? { file.libraryVersion.map { "version \($0)" } }

    private var stableABI: String? {
        let report = file.abi3
        guard let claimed = report.claimed else {
            return report.computed.map { "could be abi3 from Python \($0) on" }
        }
        guard !report.violations.isEmpty else {
            let promise = "abi3 from Python \(claimed) on"
            return report.computed == nil ? "\(promise) is promised" : "\(promise), as promised"
        }
        let symbols = report.violations.map { violation in
            violation.symbol + (violation.added.map { " (since \($0))" } ?? "")
        }
        return "abi3 from Python \(claimed) on is promised, and broken by " + shortened(symbols)
    }

    /// The libraries of C inside, save the one that the file itself is.
    private var libraries: [CarriedReport.Part] {
        file.carried.libraries.filter {
            $0.version == nil || $0.version != file.libraryVersion
        }
    }

    private var cratesTitle: String {
        file.carried.crateSource == .auditable ? "crates:" : "crates that were seen:"
    }

    private func listed(_ title: String, _ parts: [CarriedReport.Part]) -> String? {
        guard !parts.isEmpty else { return nil }
        let names = parts.map { part in part.version.map { "\(part.name) \($0)" } ?? part.name }
        return "\(title) \(shortened(names))"
    }

    private func shortened(_ names: [String]) -> String {
        let most = 6
        let shown = names.prefix(most).joined(separator: ", ")
        return names.count > most ? "\(shown) and \(names.count - most) more" : shown
    }
}
