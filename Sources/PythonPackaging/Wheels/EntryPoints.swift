/// What a wheel offers to other programs: its `entry_points.txt` (PyPUG "Entry points").
///
/// The file is INI: `[group]` and `name = module:object` below it. Names keep their case, only `=`
/// separates, and nothing may stand twice.
public struct EntryPoints: Hashable, Sendable {
    /// One thing that is offered.
    public struct EntryPoint: Hashable, Sendable {
        /// What kind of thing it is, as `console_scripts`.
        public let group: String

        /// Its name in the group.
        public let name: String

        /// What is offered, as it is written.
        public let value: String

        /// What is offered; nil if the value does not name an object in a module.
        public let reference: ObjectReference?
    }

    /// Everything that is offered, in the order written.
    public let entries: [EntryPoint]

    /// The groups whose entries become commands.
    public static let scriptGroups: Set<String> = ["console_scripts", "gui_scripts"]

    /// Reads an `entry_points.txt` file.
    ///
    /// - Throws: ``Invalid`` if the file is not INI of the strict kind, or if a command has a name
    ///   other than letters, digits, `.`, `_` and `-`, or names no object to call.
    public init(parsing bytes: [UInt8]) throws(EntryPoints.Invalid) {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Invalid(line: nil, "it is not valid UTF-8")
        }
        var entries: [EntryPoint] = []
        for option in try INIOptions(text).options {
            let reference = ObjectReference(option.value)
            if Self.scriptGroups.contains(option.section) {
                try Self.checkScript(option, reference: reference)
            }
            entries.append(
                EntryPoint(
                    group: option.section, name: option.name, value: option.value,
                    reference: reference))
        }
        self.entries = entries
    }

    /// The entries of one group, in the order written.
    public func entries(in group: String) -> [EntryPoint] {
        entries.filter { $0.group == group }
    }

    private static func checkScript(
        _ option: INIOptions.Option, reference: ObjectReference?
    ) throws(EntryPoints.Invalid) {
        let isName = option.name.unicodeScalars.allSatisfy {
            $0 == "." || $0 == "-" || PythonIdentifier.isWordCharacter($0)
        }
        guard isName else {
            throw Invalid(
                line: option.line,
                "\(Quoted(option.name)) cannot be the name of a command: only letters, digits, "
                    + "'.', '_' and '-' may stand in it")
        }
        guard let reference, !reference.attributes.isEmpty else {
            throw Invalid(
                line: option.line,
                "the command \(Quoted(option.name)) must name a function as module:function, not "
                    + "\(Quoted(option.value))")
        }
    }

    /// Why a text is not an `entry_points.txt` file.
    public struct Invalid: Error, Hashable, Sendable, CustomStringConvertible {
        /// The line with the fault, from 1; nil if it is the whole file.
        public let line: Int?

        /// What is wrong there.
        public let message: String

        /// The message.
        public var description: String { message }

        init(line: Int?, _ reason: String) {
            self.line = line
            message = "entry_points.txt\(line.map { ", line \($0)" } ?? ""): \(reason)"
        }
    }
}
