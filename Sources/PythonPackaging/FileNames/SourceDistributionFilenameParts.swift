/// What stands around the last dash of a source distribution's file name.
///
/// It takes every name that Python's `packaging` takes, also one that no project may have;
/// ``SourceDistributionFilename`` takes only the names of projects.
package struct SourceDistributionFilenameParts: Hashable, Sendable {
    /// The name of the project as it is written.
    package let name: String

    /// The version of the project as it is written.
    package let versionText: String

    /// The version of the project.
    package let version: Version

    /// The kind of archive.
    package let format: SourceDistributionFilename.Format

    /// Takes a file name apart.
    package init(_ text: String) throws(SourceDistributionFilename.Invalid) {
        let stem: Substring
        if let beforeTarGz = text.removing(ending: ".tar.gz") {
            (stem, format) = (beforeTarGz, .tarGz)
        } else if let beforeZip = text.removing(ending: ".zip") {
            (stem, format) = (beforeZip, .zip)
        } else {
            throw SourceDistributionFilename.Invalid(
                text, "it ends neither in '.tar.gz' nor in '.zip'")
        }
        guard let halves = stem.halves(aroundLast: "-") else {
            throw SourceDistributionFilename.Invalid(
                text, "there is no '-' between name and version")
        }
        name = String(halves.before)
        if name.isEmpty {
            throw SourceDistributionFilename.Invalid(text, "the name of the project is missing")
        }
        versionText = String(halves.after)
        version = try SourceDistributionFilename.Invalid.reading(
            versionText, of: text, by: Version.init)
    }
}
