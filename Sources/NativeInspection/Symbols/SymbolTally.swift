/// The symbol names of a slice, sorted while its tables are walked into what facts and languages ask.
///
/// Imports are kept by name; of definitions, of which a library may have millions, only what matters.
struct SymbolTally {
    /// How a table holds a name.
    enum Role: Int, CaseIterable {
        /// Undefined here: another library provides it.
        case imported
        /// Defined and visible to others.
        case exported
        /// Defined, and visible to nobody outside (the full symbol table).
        case local
    }

    /// How often a mark was seen in one role, with the first name that carried it.
    struct Sight {
        var count = 0
        var example = ""
    }

    /// The undefined names, each once, in the order of the table; where there are too many, Python's
    /// and those that fortification asks for go on.
    private(set) var imports: [String] = []
    private(set) var importSet: Set<String> = []
    /// The undefined names that may be missing when the file is loaded.
    private(set) var weakImports: [String] = []
    /// Why imports are missing; `nil` where all are there.
    private(set) var problem: String?
    /// How many names were taken into account, of any role.
    private(set) var count = 0

    private var asked: NameBudget
    private var others: NameBudget
    private var initializers: [String] = []
    /// Exports that would be module initialisers of Python 2: `initx`.
    private var oldInitializers: [String] = []
    private var knownInitializers: Set<String> = []
    private var sights: [Sight]
    private let limits: InspectionLimits

    init(limits: InspectionLimits) {
        self.limits = limits
        // Reports list only those that a rule asks for.
        asked = NameBudget(limits)
        others = NameBudget(limits, bytes: 4 * limits.listBytes)
        sights = Array(
            repeating: Sight(), count: SymbolMark.allCases.count * Role.allCases.count)
    }

    /// The exported module initialisers; names of Python 2's form count only beside its API.
    var moduleInitializers: [String] {
        let isForPythonTwo = has(.pythonTwoModule, as: [.imported])
        return isForPythonTwo ? initializers + oldInitializers : initializers
    }

    /// Takes a name (without Mach-O's leading underscore) into account.
    ///
    /// A weak import may be missing when the file is loaded.
    mutating func note(_ name: Span<UInt8>, as role: Role, isWeak: Bool = false) {
        guard !name.isEmpty else { return }
        count += 1
        if let mark = SymbolRules.standard.mark(of: name) {
            note(mark, of: name, as: role)
        }
        switch role {
        case .imported: noteImport(name, isWeak: isWeak)
        case .exported: noteInitializer(name)
        case .local: break
        }
    }

    /// What was seen of a mark in a role; `nil` where it was not.
    func sight(of mark: SymbolMark, as role: Role) -> Sight? {
        let sight = sights[place(of: mark, as: role)]
        return sight.count > 0 ? sight : nil
    }

    /// The first sight of a mark in one of the roles, in their order.
    func sight(of mark: SymbolMark, in roles: [Role] = Role.allCases) -> Sight? {
        roles.lazy.compactMap { sight(of: mark, as: $0) }.first
    }

    /// Whether a mark was seen in one of the roles.
    func has(_ mark: SymbolMark, as roles: [Role] = Role.allCases) -> Bool {
        sight(of: mark, in: roles) != nil
    }

    private func place(of mark: SymbolMark, as role: Role) -> Int {
        mark.rawValue * Role.allCases.count + role.rawValue
    }

    private mutating func note(_ mark: SymbolMark, of name: Span<UInt8>, as role: Role) {
        let place = place(of: mark, as: role)
        if sights[place].count == 0 {
            sights[place].example = text(of: name, count: min(name.count, Self.exampleBytes))
        }
        sights[place].count += 1
    }

    /// The most bytes of a name that evidence quotes.
    private static let exampleBytes = 256

    private mutating func noteImport(_ name: Span<UInt8>, isWeak: Bool) {
        let count = countWithoutVersion(of: name)
        let isAsked =
            name.hasPrefix("Py") || name.hasPrefix("_Py")
            || others.isSpent && isFortifiable(name, count: count)
        guard isAsked ? !asked.isSpent : !others.isSpent else { return }
        let text = text(of: name, count: count)
        guard !importSet.contains(text) else { return }
        guard isAsked ? asked.take(text) : others.take(text) else {
            problem = "there are more imports than the \(imports.count) that were kept"
            return
        }
        importSet.insert(text)
        imports.append(text)
        if isWeak { weakImports.append(text) }
    }

    /// Whether no import was left out that rules ask for by name, as Python's own.
    var hasAllAsked: Bool { !asked.isSpent }

    /// Whether fortification asks for a function: one of those that it replaces, or a replacement.
    private func isFortifiable(_ name: Span<UInt8>, count: Int) -> Bool {
        guard count <= 40 else { return false }
        let text = text(of: name, count: count)
        return FortifiableFunctions.names.contains(text)
            || FortifiableFunctions.isVariant(text, isBionic: true)
    }

    /// How many bytes stand before the version that a full ELF table appends: `memcpy@GLIBC_2.14`.
    private func countWithoutVersion(of name: Span<UInt8>) -> Int {
        guard name.count > 2, name[0] != UInt8(ascii: "?") else { return name.count }
        for index in 1..<name.count - 1 where name[index] == UInt8(ascii: "@") {
            return name[index + 1].isDigit ? name.count : index
        }
        return name.count
    }

    private mutating func noteInitializer(_ name: Span<UInt8>) {
        let isNew =
            name.hasPrefix("PyInit_") || name.hasPrefix("HPyInit_")
            || name.hasPrefix("_cffi_pypyinit_")
        guard isNew || name.hasPrefix("init") else { return }
        let text = text(of: name, count: name.count)
        guard isNew ? initializers.count < 1024 : oldInitializers.count < 64,
            knownInitializers.insert(text).inserted
        else { return }
        if isNew {
            initializers.append(text)
        } else {
            oldInitializers.append(text)
        }
    }

    private func text(of name: Span<UInt8>, count: Int) -> String {
        name.text(0..<min(count, limits.nameBytes))
    }
}
