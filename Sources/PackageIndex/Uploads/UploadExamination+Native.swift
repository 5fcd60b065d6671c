import Archives
import Foundation
import PythonPackaging

extension UploadExamination {
    /// Everything in a wheel's native code that somebody may want to refuse; nothing for a source
    /// distribution.
    ///
    /// It takes what the archive's own limits let it take, and no longer than they do.
    func nativeFindings() throws -> [NativeFinding] {
        try remembered(&inspectedCode) {
            guard case .wheel(let wheel) = try name() else { return [] }
            _ = try content()
            var limits = WheelInspectionLimits(
                temporaryFolder: FileManager.default.temporaryDirectory.path)
            limits.archive = .upload(within: settings.judgingTime)
            do {
                return try InspectWheel(limits: limits)
                    .report(of: source, named: wheel, path: wheel.text).findings
            } catch let error as ArchiveError {
                throw try Self.refusal(error)
            }
        }
    }
}
