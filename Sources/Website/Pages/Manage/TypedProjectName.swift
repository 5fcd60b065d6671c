import PackageIndex
import PythonPackaging

extension ProjectName {
    /// The name that somebody typed into a form; refused, for the form to say so, where it is none.
    init(typed text: String) throws {
        do {
            self = try ProjectName(text)
        } catch {
            throw Refusal(.nameInvalid, "'\(Shown.short(text))' is not the name of a project.")
        }
    }
}
