import Archives
import Foundation
import NativeInspection
import PackageIndex
import PythonPackaging

/// Looks at every target, several at once, in the order in which they were named.
struct AuditRun {
    let targets: [AuditTarget]
    /// The folders that are gone when the report is read: of what lies in them only the file's name is
    /// told.
    var temporaryFolders: [String] = []

    /// What one target gave.
    private enum Outcome: Sendable {
        case wheel(WheelReport)
        case source(SourceReport)
        case file(NativeFileReport)
        /// A file that holds no native code.
        case nothing
        case failure(AuditReport.Failure)
    }

    func report() async -> AuditReport {
        let progress = AuditProgress(total: targets.count)
        let pool = BlockingPool(width: ProcessInfo.processInfo.activeProcessorCount)
        let outcomes = await withTaskGroup(of: (Int, Outcome).self) { group in
            for (place, target) in targets.enumerated() {
                let shown = shownPath(of: target)
                group.addTask {
                    let outcome = await Self.outcome(of: target, shown, in: pool)
                    progress.advance(past: target.name)
                    return (place, outcome)
                }
            }
            var outcomes = [Outcome](repeating: .nothing, count: targets.count)
            for await (place, outcome) in group { outcomes[place] = outcome }
            return outcomes
        }
        progress.clear()
        return Self.report(outcomes)
    }

    private func shownPath(of target: AuditTarget) -> String {
        let isGone = temporaryFolders.contains { target.path.hasPrefix($0 + "/") }
        return isGone ? target.name : target.path
    }

    private static func outcome(
        of target: AuditTarget, _ shown: String, in pool: BlockingPool
    ) async -> Outcome {
        if case .missing(_, let reason) = target {
            return .failure(AuditReport.Failure(path: shown, message: reason))
        }
        do {
            return try await pool.run { try look(at: target, shown) }
        } catch {
            return .failure(AuditReport.Failure(path: shown, message: "\(error)"))
        }
    }

    private static func look(at target: AuditTarget, _ shown: String) throws -> Outcome {
        let wheels = InspectWheel(
            limits: WheelInspectionLimits(
                temporaryFolder: FileManager.default.temporaryDirectory.path))
        switch target {
        case .wheel(let path):
            let file = try LocalFile(path)
            return .wheel(
                try wheels.report(
                    of: file, named: try WheelFilename(target.name), path: shown,
                    sha256: try file.sha256()))
        case .source(let path):
            return .source(
                try InspectSource().report(
                    of: try LocalFile(path), named: try SourceDistributionFilename(target.name),
                    path: shown))
        case .file(let path):
            let file = try LocalFile(path)
            // Only what begins as a native file is read to its end for a digest.
            guard try NativeFormat(of: NativeBytes(file)) != nil else { return .nothing }
            return try InspectNativeFile().report(
                of: NativeBytes(file), path: shown, sha256: try file.sha256()
            ).map(Outcome.file) ?? .nothing
        case .missing: return .nothing
        case .installed(let folder):
            return .wheel(try wheels.report(ofInstalled: folder) { try? LocalFile($0) })
        }
    }

    private static func report(_ outcomes: [Outcome]) -> AuditReport {
        var wheels: [WheelReport] = []
        var files: [NativeFileReport] = []
        var sources: [SourceReport] = []
        var failures: [AuditReport.Failure] = []
        for outcome in outcomes {
            switch outcome {
            case .wheel(let report): wheels.append(report)
            case .source(let report): sources.append(report)
            case .file(let report): files.append(report)
            case .failure(let failure): failures.append(failure)
            case .nothing: break
            }
        }
        return AuditReport(
            rubric: Rubric.version, wheels: wheels, files: files, sdists: sources,
            errors: failures)
    }
}
