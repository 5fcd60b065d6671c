/// Which Linux and Android platform tags hold for the ELF files of a wheel.
///
/// Only the files are asked, not the system they are looked at on.
struct LinuxLabel {
    private let machine: String
    private let family: SystemNeeds.Family?
    private let needs: [SystemNeeds]
    private let shipped: Set<String>
    /// Files that were left out, and why.
    private(set) var notes: [String] = []

    /// Sorts the files; nil where there are none.
    ///
    /// - Parameters:
    ///   - files: What the ELF files need, in the order of the archive.
    ///   - shipped: The names of the libraries in the wheel.
    ///   - claimed: The platforms of the tags: where a wheel holds files for several machines or C
    ///     libraries, those that the tags name are meant.
    init?(_ files: [SystemNeeds], shipped: Set<String>, claimed: [String]) {
        let machines = files.map(\.machine)
        guard let first = machines.first else { return nil }
        let machine =
            machines.first { name in
                claimed.contains {
                    $0.hasSuffix("_" + name) || $0.hasSuffix("_" + Self.android(name))
                }
            } ?? first
        let families = files.filter { $0.machine == machine }.compactMap(\.family)
        let isForMuslOnly =
            claimed.contains { $0.hasPrefix("musllinux_") }
            && !claimed.contains { $0.hasPrefix("manylinux") }
        let family =
            families.first { claimed.contains(where: Self.prefix(of: $0)) } ?? families.first
            ?? (isForMuslOnly ? .musl : nil)
        for file in files {
            if file.machine != machine {
                notes.append("\(file.path) is for \(file.machine), not for \(machine)")
            } else if let other = file.family, other != family {
                notes.append("\(file.path) is for another C library than the rest")
            }
        }
        self.machine = machine
        self.family = family
        self.shipped = shipped
        needs = files.filter {
            $0.machine == machine && ($0.family == nil || $0.family == family)
        }
    }

    /// The best tag that holds, as auditwheel names it, and what keeps the files from a better one.
    func computed() -> (tag: String, why: String?) {
        if let objection = needs.lazy.compactMap(\.objectionToEveryPolicy).first {
            return ("linux_\(machine)", objection)
        }
        switch family {
        case .android:
            let best = PlatformPolicy.android.first { objection(of: $0) == nil }
            guard let best else {
                return ("linux_\(machine)", PlatformPolicy.android.last.flatMap(objection))
            }
            return ("\(best.name)_\(Self.android(machine))", nil)
        case .musl:
            // Nothing in a file tells musl's releases apart: the newest is the one that is sure.
            guard let last = PlatformPolicy.musllinux.last else { return ("linux_\(machine)", nil) }
            let objection = objection(of: last)
            return (objection == nil ? "\(last.name)_\(machine)" : "linux_\(machine)", objection)
        case .glibc, nil:
            var why: String?
            for policy in PlatformPolicy.manylinux where policy.machines.contains(machine) {
                guard let objection = objection(of: policy) else {
                    return ("\(policy.name)_\(machine)", why)
                }
                why = objection
            }
            return ("linux_\(machine)", why ?? "there is no manylinux for \(machine)")
        }
    }

    /// Why a claimed platform does not hold; nil where it does.
    func objection(to platform: String) -> String? {
        let parts = platform.split(separator: "_", maxSplits: 1).map(String.init)
        let name = parts.first ?? platform
        if name == "linux" {
            return parts.last == machine || needs.isEmpty ? nil : wrongMachine(platform)
        }
        let (policies, families, tagMachine): ([PlatformPolicy], Set<SystemNeeds.Family>, String) =
            switch name {
            case "musllinux": (PlatformPolicy.musllinux, [.musl], machine)
            case "android": (PlatformPolicy.android, [.android], Self.android(machine))
            default: (PlatformPolicy.manylinux, [.glibc], machine)
            }
        guard let numbers = Self.numbers(of: platform, in: policies) else {
            return "\(platform) is no platform that is known"
        }
        guard platform.hasSuffix("_" + tagMachine) else { return wrongMachine(platform) }
        if let objection = needs.lazy.compactMap(\.objectionToEveryPolicy).first {
            return objection
        }
        if let family, !families.contains(family) {
            let file = needs.first { $0.family == family }?.path ?? "the content"
            return "\(platform) does not hold: \(file) is built for \(Self.describe(family))"
        }
        let allowed = policies.filter {
            $0.machines.contains(machine)
                && !numbers.lexicographicallyPrecedes($0.numbers)
        }
        guard let last = allowed.last else { return "there is no \(platform)" }
        if allowed.contains(where: { objection(of: $0) == nil }) { return nil }
        return objection(of: last).map { "\(platform) does not hold: \($0)" }
    }

    private func objection(of policy: PlatformPolicy) -> String? {
        needs.lazy.compactMap { policy.objection(to: $0, shipped: shipped) }.first
    }

    private func wrongMachine(_ platform: String) -> String {
        let file = needs.first?.path ?? "the content"
        return "\(platform) does not hold: \(file) is for \(machine)"
    }

    /// The numbers of a tag, also of one by its older name.
    private static func numbers(of platform: String, in policies: [PlatformPolicy]) -> [Int]? {
        for policy in policies
        where policy.aliases.contains(where: { platform.hasPrefix($0 + "_") }) {
            return policy.numbers
        }
        let words = platform.split(separator: "_").dropFirst()
        let count = platform.hasPrefix("android_") ? 1 : 2
        let numbers = words.prefix(count).compactMap { Int($0) }
        return numbers.count == count ? numbers : nil
    }

    private static func prefix(of family: SystemNeeds.Family) -> (String) -> Bool {
        switch family {
        case .glibc: { $0.hasPrefix("manylinux") }
        case .musl: { $0.hasPrefix("musllinux_") }
        case .android: { $0.hasPrefix("android_") }
        }
    }

    private static func describe(_ family: SystemNeeds.Family) -> String {
        switch family {
        case .glibc: "glibc"
        case .musl: "musl"
        case .android: "Android"
        }
    }

    /// A machine by Android's name.
    private static func android(_ machine: String) -> String {
        switch machine {
        case "aarch64": "arm64_v8a"
        case "armv7l": "armeabi_v7a"
        case "i686": "x86"
        default: machine
        }
    }
}
