/// The modules that come with Python itself, in any version of it since 2.6.
public enum StandardLibrary {
    /// Whether a name is that of a module in the standard library, or of a package around one.
    ///
    /// Names are compared as names of projects are, without `_`, `-` and `.` around them: `_Thread`
    /// is `thread`, and `xml.dom` is `XML-DOM`. A public index gives such names to nobody, since
    /// a project could be mistaken for the module.
    public static func contains(moduleName: String) -> Bool {
        let name = moduleName.utf8.drop(while: \.isASCIISeparator)
        let end = name.lastIndex { !$0.isASCIISeparator }
        guard let end else { return false }
        return modules.contains(ProjectName.normalize(String(Substring(name[...end]))))
    }

    private static let modules = Set(
        StandardLibraryTable.modules.utf8
            .split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }
            .map { String(Substring($0)) })
}
