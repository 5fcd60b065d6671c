/// What a marker may ask of the environment that something is installed into.
public enum MarkerVariable: String, Hashable, CaseIterable, Sendable {
    case osName = "os_name"
    case sysPlatform = "sys_platform"
    case platformMachine = "platform_machine"
    case platformPythonImplementation = "platform_python_implementation"
    case platformRelease = "platform_release"
    case platformSystem = "platform_system"
    case platformVersion = "platform_version"
    case pythonVersion = "python_version"
    case pythonFullVersion = "python_full_version"
    case implementationName = "implementation_name"
    case implementationVersion = "implementation_version"
    case extra
    case extras
    case dependencyGroups = "dependency_groups"

    /// Whether the value is compared as a version where both sides are one.
    public var isVersion: Bool {
        switch self {
        case .implementationVersion, .platformRelease, .pythonFullVersion, .pythonVersion: true
        default: false
        }
    }

    /// Whether the value is a set, which only lock files know (PEP 751).
    public var isSet: Bool { self == .extras || self == .dependencyGroups }

    /// Whether the value is a name, or a set of names, compared in normalised form (PEP 685).
    var holdsNames: Bool { self == .extra || isSet }

    /// The spellings that markers may use: each variable's own, and those of PEP 345 and setuptools.
    static let spellings: [String: MarkerVariable] = {
        var spellings = [
            "os.name": osName, "sys.platform": sysPlatform,
            "platform.version": platformVersion, "platform.machine": platformMachine,
            "platform.python_implementation": platformPythonImplementation,
            "python_implementation": platformPythonImplementation,
        ]
        for variable in allCases { spellings[variable.rawValue] = variable }
        return spellings
    }()
}
