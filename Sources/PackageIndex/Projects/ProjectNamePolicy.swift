import PythonPackaging

/// Which names a new project may have.
enum ProjectNamePolicy {
    /// Refuses a name that no project may take.
    static func check(_ name: ProjectName) throws {
        guard !StandardLibrary.contains(moduleName: name.normalized) else {
            throw prohibited(name.spelling)
        }
    }

    /// The refusal for a name that is not to be had, whatever the reason: a private project's name
    /// is refused in the same words.
    static func prohibited(_ name: String) -> Refusal {
        Refusal(
            .nameProhibited,
            "The name '\(Shown.short(name))' isn't allowed. Choose another project name.")
    }
}
