/// How much of a wheel's limits its native files have used up so far.
///
/// Small files can tell much: a report of many of them has to stay one that can be kept and read.
struct InspectionQuota {
    private let limits: WheelInspectionLimits
    private var inspected = 0
    private var named = 0
    private var slices = 0
    private var bytes = 0

    init(_ limits: WheelInspectionLimits) {
        self.limits = limits
    }

    /// Takes one more file into account.
    ///
    /// - Returns: Nil, or which limit is reached, and then the file does not belong in the report.
    mutating func objection(to file: NativeFileReport) -> String? {
        guard !file.isOnlyNamed else {
            named += 1
            return named <= limits.namedFiles
                ? nil
                : "only the first \(limits.namedFiles) static libraries and modules are listed"
        }
        inspected += 1
        slices += file.slices.count
        bytes += file.reportBytes
        if inspected > limits.files {
            return "only the first \(limits.files) native files were inspected"
        }
        if slices > limits.slices {
            return "only files with the first \(limits.slices) slices were inspected"
        }
        if bytes > limits.reportBytes {
            return "only files that tell \(limits.reportBytes) bytes together were inspected"
        }
        return nil
    }
}

extension NativeFileReport {
    /// Whether nothing is told of the format but its name.
    var isOnlyNamed: Bool { ["wasm", "ar", "java-class"].contains(format) }

    /// What the report takes, roughly: the texts of its lists, and something for each entry.
    fileprivate var reportBytes: Int {
        func size(of texts: [String]) -> Int { texts.reduce(0) { $0 + $1.utf8.count + 32 } }
        var total = size(of: abi3.violations.map(\.symbol))
        for fact in slices.flatMap(\.facts.values) {
            total += size(of: [fact.word ?? "", fact.evidence ?? ""] + fact.list)
            for names in fact.names.values { total += size(of: names) }
        }
        let parts = carried.crates + carried.modules + carried.libraries
        return total + size(of: parts.map(\.name))
    }
}
