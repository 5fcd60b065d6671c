extension InspectWheel {
    /// Reads the SBOMs and WHEEL, and holds them against the binaries.
    func readMetadata(
        of members: some WheelMembers, into report: inout WheelReport
    ) throws {
        var componentsLeft = limits.sbomComponents
        let paths = members.paths.filter(Self.isSBOM)
        for path in paths.prefix(limits.sboms) {
            try limits.archive.requireTime()
            do {
                let bytes = try members.read(path, limit: limits.sbomBytes)
                let sbom = SBOMReport(bytes, path: path, limit: componentsLeft)
                componentsLeft -= sbom.components.count
                report.sboms.append(sbom)
            } catch let error where !error.endsInspection {
                report.sboms.append(
                    SBOMReport(
                        path: path, format: nil, specification: nil, components: [],
                        error: "\(error)"))
            }
        }
        // One speaks for all: there may be as many of them as members.
        if let path = paths.dropFirst(limits.sboms).first {
            report.sboms.append(
                SBOMReport(
                    path: path, format: nil, specification: nil, components: [],
                    error: "only the first \(limits.sboms) SBOMs of the wheel were read"))
        }
        let comparison = SBOMComparison(report.sboms)
        for index in report.files.indices where report.files[index].origin == .vendored {
            try limits.archive.requireTime()
            report.files[index].libraryVersion = VendoredLibrary.version(
                of: report.files[index], in: comparison)
        }
        try takeDifferences(by: comparison, into: &report)
        report.backend =
            BuildBackend(
                description: try Self.description(of: members), members: members.paths,
                files: report.files
            ).names
        report.overruleAssumptions()
        var versions = VersionsOfSWIG()
        for index in report.files.indices {
            try limits.archive.requireTime()
            guard let module = report.files[index].moduleOfSWIG,
                let version = try versions.version(of: module, in: members)
            else { continue }
            report.files[index].takeVersionOfSWIG(version, of: module)
        }
    }

    private func takeDifferences(
        by comparison: SBOMComparison, into report: inout WheelReport
    ) throws {
        for file in report.files {
            try limits.archive.requireTime()
            let room = limits.sbomDifferences - report.sbomDifferences.count
            let differences = comparison.differences(in: file)
            report.sbomDifferences += differences.prefix(room)
            guard differences.count <= room else {
                report.errors.append(
                    "only the first \(limits.sbomDifferences) differences from SBOMs are told")
                return
            }
        }
    }

    private static func isSBOM(_ path: String) -> Bool {
        let steps = path.split(separator: "/")
        return steps.count > 2 && steps[0].hasSuffix(".dist-info") && steps[1] == "sboms"
    }

    private static let largestDescription = 1 << 20

    /// The WHEEL file; a wheel without one that can be read has no backend that tells of itself.
    static func description(of members: some WheelMembers) throws -> [UInt8]? {
        let path = members.paths.first { path in
            let steps = path.split(separator: "/")
            return steps.count == 2 && steps[0].hasSuffix(".dist-info") && steps[1] == "WHEEL"
        }
        guard let path else { return nil }
        do {
            return try members.read(path, limit: largestDescription)
        } catch let error where !error.endsInspection {
            return nil
        }
    }
}
