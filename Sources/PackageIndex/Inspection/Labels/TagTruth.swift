import NativeInspection

/// Compares a wheel's compatibility tags with the native code inside.
package struct TagTruth {
    /// A tag as its three parts.
    package typealias Tag = (python: String, abi: String, platform: String)

    private let tags: [Tag]
    private let platforms: [String]
    private let files: [LabelledFile]
    private let linux: LinuxLabel?
    private let apple: AppleLabel?
    private let windows: WindowsLabel?
    /// The first module of WebAssembly.
    private let web: LabelledFile?

    /// Sorts the native files by their formats.
    ///
    /// - Parameters:
    ///   - tags: The tags of the file name, expanded.
    ///   - files: The native files.
    ///   - shipped: The names of all files of the wheel that may be libraries.
    package init(tags: [Tag], files: [LabelledFile], shipped: Set<String>) {
        self.tags = tags
        let native = files.filter(\.isLabelled)
        let readable = native.filter(\.isRead)
        self.files = native
        platforms = Set(tags.map(\.platform)).sorted()
        let needs = readable.filter { $0.format == .elf }.flatMap { file in
            file.slices.map {
                SystemNeeds($0, path: file.path, isExtension: file.role == .extension)
            }
        }
        linux = LinuxLabel(needs, shipped: shipped, claimed: platforms)
        apple = AppleLabel(readable.filter { $0.format == .machO })
        windows = WindowsLabel(readable.filter { $0.format == .pe }, claimed: platforms)
        web = readable.first { $0.format == .webAssembly }
    }

    /// The tags and their truth; `stableABI` is what the extension modules' symbols say, by path.
    package func report(stableABI: [(path: String, report: StableABIReport)]) -> TagReport {
        let computed = computed()
        let modules = ModulePythons(
            files.filter { $0.role == .extension }.map(\.path),
            tags: tags.map { (python: $0.python, abi: $0.abi) })
        let objections =
            platforms.compactMap(objection) + modules.objections
            + (windows?.objections(toPythons: tags.map { ($0.python, $0.abi) }) ?? [])
            + stableABI.compactMap(Self.objection)
        let notes = computed.why + modules.notes
        let known = Set(notes)
        let why = Self.shortened(notes) + Self.shortened(objections.filter { !known.contains($0) })
        let claimed = tags.map { "\($0.python)-\($0.abi)-\($0.platform)" }.sorted()
        return TagReport(
            claimed: claimed, computed: computed.tag, truthful: objections.isEmpty, why: why)
    }

    /// The most reasons of one kind that are told: of thousands nobody reads the last.
    private static let mostReasons = 20

    /// Each reason once, and how many more there are.
    private static func shortened(_ reasons: [String]) -> [String] {
        var known: Set<String> = []
        let different = reasons.filter { known.insert($0).inserted }
        let more = different.count - mostReasons
        return Array(different.prefix(mostReasons)) + (more > 0 ? ["and \(more) more"] : [])
    }

    private func computed() -> (tag: String?, why: [String]) {
        guard files.contains(where: { $0.isDecisive || !isPure }) else { return ("any", []) }
        let labels: [(tag: String?, why: String?)] = [
            linux?.computed(), apple?.computed(), windows?.computed(), webLabel,
        ].compactMap { $0 }
        let notes = linux?.notes ?? []
        // What was not read may ask for more than the rest.
        if let unread { return (nil, [unread] + notes) }
        guard let first = labels.first, labels.count == 1 else {
            // A wheel may carry another system's programs along: the tags tell which are meant.
            let meant = labels.filter { label in
                guard let system = label.tag.map(Self.system) else { return false }
                return platforms.contains { Self.system($0) == system }
            }
            if let label = meant.first, meant.count == 1 {
                return (label.tag, [label.why].compactMap { $0 } + notes)
            }
            return (nil, ["the wheel holds code for several systems"] + notes)
        }
        return (first.tag, [first.why].compactMap { $0 } + notes)
    }

    /// What modules of WebAssembly say of the platform: no release of Emscripten leaves its number.
    private var webLabel: (tag: String?, why: String?)? {
        guard let web else { return nil }
        return (tag: nil, why: "\(web.path) is WebAssembly, which does not tell its platform")
    }

    /// Why the content does not tell where it runs, where a part of it could not be read.
    private var unread: String? {
        let meant = files.filter(\.isDecisive)
        let asked = meant.isEmpty ? files : meant
        if !asked.contains(where: \.isRead) { return "no native file could be read" }
        if let file = asked.first(where: { !$0.isRead }) { return "\(file.path) could not be read" }
        // Programs for another system, which a package only carries along, change nothing.
        let formats = Set(asked.map(\.format))
        let systems = Set(platforms.map(Self.system))
        return files.lazy.filter {
            formats.contains($0.format) || systems.contains(Self.target(of: $0.format))
        }.compactMap { file in file.problem.map { "\(file.path): \($0)" } }.first
    }

    private var isPure: Bool { platforms == ["any"] }

    private func objection(to platform: String) -> String? {
        guard !files.isEmpty else { return nil }
        if platform == "any" {
            guard let file = files.first(where: { $0.isDecisive && $0.isRead }) else { return nil }
            return "any does not hold: \(file.path) is native code"
        }
        switch Self.system(platform) {
        case .linux:
            return linux.map { $0.objection(to: platform) } ?? other(than: platform)
        case .apple:
            return apple.map { $0.objection(to: platform) } ?? other(than: platform)
        case .windows:
            return windows.map { $0.objection(to: platform) } ?? other(than: platform)
        case .web:
            return web == nil ? other(than: platform) : nil
        case .unknown:
            return nil
        }
    }

    /// What is wrong where all native code is for other systems than the tag's.
    ///
    /// A file of the right format that could not be read may be the code that is meant.
    private func other(than platform: String) -> String? {
        let system = Self.system(platform)
        guard !files.contains(where: { !$0.isRead && Self.target(of: $0.format) == system }),
            let file = files.first(where: { $0.isDecisive && $0.isRead })
        else { return nil }
        return "\(platform) does not hold: \(file.path) is for another system"
    }

    private static func objection(to file: (path: String, report: StableABIReport)) -> String? {
        // A module's own name may promise more than the tags do: that is no fault of theirs.
        guard let violation = file.report.violations.first, let claimed = file.report.claimed
        else { return nil }
        let promise = "the stable ABI of \(claimed)"
        let reason =
            violation.added.map { "it has it only since \($0)" } ?? "it does not have it"
        let more = file.report.violations.count - 1
        return "\(file.path) uses \(violation.symbol)" + (more > 0 ? " and \(more) more" : "")
            + " although it is for \(promise): \(reason)"
    }

    private enum System {
        case linux
        case apple
        case windows
        case web
        case unknown
    }

    /// The system that loads a format.
    private static func target(of format: NativeFormat) -> System {
        switch format {
        case .elf: .linux
        case .machO: .apple
        case .pe: .windows
        case .webAssembly: .web
        case .staticLibrary, .javaClass: .unknown
        }
    }

    private static func system(_ platform: String) -> System {
        let name = platform.prefix { $0 != "_" }
        if name.hasPrefix("manylinux") { return .linux }
        return switch name {
        case "linux", "musllinux", "android": .linux
        case "macosx", "ios": .apple
        case "win", "win32": .windows
        case "emscripten", "pyemscripten", "pyodide", "wasi": .web
        default: .unknown
        }
    }
}
