/// CPython's stable ABI: which symbols it has, and since when (PEP 384, PEP 652).
package enum StableABI {
    /// What an extension module promises by its labels.
    package enum Claim: Sendable, Equatable {
        /// Nothing: it is for one Python release.
        case none
        /// To be for the stable ABI, without a word on since when: a bare `x.abi3.so`.
        case unversioned
        /// To run on a release and every one after it: a wheel tagged `cp39-abi3`.
        case since(PythonRelease)
    }

    /// The release that added each symbol.
    static let added: [String: PythonRelease] = {
        var added: [String: PythonRelease] = [:]
        for line in TableLines(StableABITable.symbols) {
            guard let first = line.first, let release = PythonRelease(first) else { continue }
            for symbol in line.dropFirst() { added[String(symbol)] = release }
        }
        return added
    }()

    /// What a wheel's tags promise for its extension modules; of several `abi3` tags the highest.
    package static func claim(
        ofTags tags: [(python: String, abi: String)]
    ) -> Claim {
        var highest: PythonRelease?
        for tag in tags where tag.abi == "abi3" || tag.abi == "abi3t" {
            guard var release = PythonRelease(tag: tag.python) else { continue }
            if tag.abi == "abi3t" { release = max(release, .firstFreeThreadedStableABI) }
            highest = max(highest ?? release, release)
        }
        return highest.map(Claim.since) ?? .none
    }

    /// What a file promises, by its own name and the tags of its wheel.
    ///
    /// A name such as `x.cpython-312-darwin.so` binds a module to one release, also in a wheel that
    /// is tagged for the stable ABI.
    package static func claim(ofFile path: String, inWheelWith tags: Claim) -> Claim {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let infix = name.split(separator: ".").dropFirst().first ?? ""
        if infix.hasPrefix("cpython-") || infix.hasPrefix("cp3") || infix.hasPrefix("pypy") {
            return .none
        }
        if case .since = tags { return tags }
        return infix == "abi3" || infix == "abi3t" ? .unversioned : .none
    }

    /// Compares undefined symbols with a promise.
    ///
    /// Only symbols that begin with `Py` or `_Py` are Python's; what a module defines itself is no
    /// one's business, whatever its name.
    package static func report(of imports: [String], claim: Claim) -> StableABIReport {
        let symbols = imports.filter { $0.hasPrefix("Py") || $0.hasPrefix("_Py") }
        let foreign = symbols.filter { added[$0] == nil }
        let newest = symbols.compactMap { added[$0] }.max()
        // CPython promises that what is built for 3.9 runs later, never that it runs earlier.
        var least = max(newest ?? .firstStableABI, .firstStableABI)
        var claimed: PythonRelease?
        var violations = foreign.map { StableABIReport.Violation(symbol: $0, added: nil) }
        switch claim {
        case .none:
            violations = []
        case .unversioned:
            break
        case .since(let release):
            claimed = release
            least = max(least, release)
            for symbol in symbols {
                guard let since = added[symbol], since > release else { continue }
                violations.append(.init(symbol: symbol, added: since.description))
            }
        }
        let isStable = foreign.isEmpty && (!symbols.isEmpty || claim != .none)
        return StableABIReport(
            claimed: claimed?.description, computed: isStable ? least.description : nil,
            violations: violations.sorted { $0.symbol < $1.symbol })
    }
}
