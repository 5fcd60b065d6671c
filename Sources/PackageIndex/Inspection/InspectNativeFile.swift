package import NativeInspection

/// Looks into one native file, whether it lies in a wheel or stands alone.
package struct InspectNativeFile: Sendable {
    /// How much of the file is looked at.
    package var limits: InspectionLimits

    /// An inspection within limits.
    package init(limits: InspectionLimits = .standard) {
        self.limits = limits
    }

    /// The report of a bare file with its grade; nil where its first bytes are no native format's.
    ///
    /// A file that begins as a native one and then is not gives a report with an error.
    ///
    /// - Parameters:
    ///   - source: The bytes.
    ///   - path: Where they were read, for the report; parts of it tell role and origin.
    ///   - sha256: The digest in hexadecimal, where it is known.
    /// - Returns: The report, or nil.
    /// - Throws: What reading the source throws.
    package func report(
        of source: some NativeSource, path: String, sha256: String?
    ) throws -> NativeFileReport? {
        guard var inspected = try inspect(source, path: path, sha256: sha256, claim: .none) else {
            return nil
        }
        inspected.report.regrade()
        return inspected.report
    }

    /// A report without its grade, and what labels need besides.
    struct Inspected {
        var report: NativeFileReport
        var labelled: LabelledFile
        /// What is wrong with the list of crates, where there is one.
        var problems: [String] = []
    }

    func inspect(
        _ source: some NativeSource, path: String, sha256: String?, claim: StableABI.Claim
    ) throws -> Inspected? {
        guard let format = try NativeFormat(of: source) else { return nil }
        let found = try Self.reading { () throws(NativeInspectionError) in
            try NativeFile(source, limits: limits)
        }
        let slices: [NativeSlice]
        var problem: String?
        switch found {
        case .success(let file): slices = file?.slices ?? []
        case .failure(let failure):
            slices = []
            problem = failure.reason
        }
        let place = FilePlace(path: path, slices: slices)
        var report = NativeFileReport(
            path: path, size: source.byteCount, format: format.rawValue, role: place.role,
            origin: place.origin)
        report.sha256 = sha256
        report.error = problem ?? slices.lazy.compactMap(\.loaderProblem).first
        report.slices = slices.map(SliceReport.init)
        report.take(slices)
        report.takeHPyOfName()
        var problems: [String] = []
        report.carried = CarriedReport(slices, path: path, problems: &problems)
        report.takeLanguageOfCrates()
        if place.role == .extension {
            let claim = StableABI.claim(ofFile: path, inWheelWith: claim)
            report.abi3 = StableABI.report(of: slices.flatMap(\.imports), claim: claim)
            // Among names that were not read may be any.
            if let problem = slices.lazy.compactMap(\.pythonProblem).first {
                report.abi3.computed = nil
                if claim != .none {
                    report.error =
                        report.error
                        ?? "its promise of the stable ABI cannot be checked: \(problem)"
                }
            }
        }
        let labelled = LabelledFile(
            path: path, role: place.role, format: format,
            slices: slices.map(SystemNeeds.relevant(of:)))
        return Inspected(report: report, labelled: labelled, problems: problems)
    }

    /// Why the bytes are not what they begin as.
    private struct Broken: Error {
        let reason: String
    }

    /// Sets broken bytes, which belong into the report, apart from a source that cannot be read.
    private static func reading<Value>(
        _ work: () throws(NativeInspectionError) -> Value
    ) throws -> Result<Value, Broken> {
        do throws(NativeInspectionError) {
            return .success(try work())
        } catch {
            switch error {
            case .invalid(let reason): return .failure(Broken(reason: reason))
            case .source(let error): throw error
            }
        }
    }
}

extension NativeFileReport {
    /// Takes over the languages and bindings of all slices, each once, with what decided first.
    fileprivate mutating func take(_ slices: [NativeSlice]) {
        func add(_ found: [Finding], _ kind: FindingReport.Kind, to names: inout [String]) {
            for finding in found where !names.contains(finding.name) {
                names.append(finding.name)
                findings.append(FindingReport(finding, kind))
            }
        }
        for slice in slices {
            add(slice.languages, .language, to: &languages)
            add(slice.bindings, .binding, to: &bindings)
        }
    }
}
