import PackageIndex
import PythonPackaging

/// Names and versions as people type them.
enum PackageArguments {
    static func name(_ text: String) throws -> ProjectName {
        do {
            return try ProjectName(text)
        } catch {
            throw Refusal(
                .nameInvalid, "'\(Shown.short(text))' is not a project name: \(error.message)")
        }
    }

    static func version(_ text: String) throws -> Version {
        do {
            return try Version(text)
        } catch {
            throw Refusal(
                .versionInvalid, "'\(Shown.short(text))' is not a version: \(error.message)")
        }
    }
}
