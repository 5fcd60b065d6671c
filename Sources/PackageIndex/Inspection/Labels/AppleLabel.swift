import NativeInspection

/// Which macOS and iOS platform tags hold for the Mach-O files of a wheel.
struct AppleLabel {
    private let files: [LabelledFile]
    /// The machines that every file has code for.
    private let machines: Set<String>

    /// Takes the files in; nil where there are none.
    init?(_ files: [LabelledFile]) {
        guard let first = files.first else { return nil }
        self.files = files
        machines = files.reduce(Self.machines(of: first)) {
            $0.intersection(Self.machines(of: $1))
        }
    }

    /// The best tag that holds, and what keeps the files from a better one.
    func computed() -> (tag: String?, why: String?) {
        guard let architecture = Self.architecture(of: machines) else {
            return (nil, "no machine is served by all Mach-O files")
        }
        let oldest = slices(for: architecture).max {
            Self.required($0.slice, for: architecture)
                .lexicographicallyPrecedes(Self.required($1.slice, for: architecture))
        }
        guard let oldest, let minimum = oldest.slice.minimumOS else {
            return (nil, "no file says which release it is for")
        }
        let version = Self.tagVersion(Self.required(oldest.slice, for: architecture))
        let number = "\(version[0])_\(version[1])"
        let why = "\(oldest.path) is for \(minimum.platform) \(Self.text(minimum.version)) or later"
        switch minimum.platform {
        case "ios": return ("ios_\(number)_\(architecture)_iphoneos", why)
        case "ios-simulator": return ("ios_\(number)_\(architecture)_iphonesimulator", why)
        default: return ("macosx_\(number)_\(architecture)", why)
        }
    }

    /// Why a claimed platform does not hold; nil where it does.
    func objection(to platform: String) -> String? {
        let words = platform.split(separator: "_").map(String.init)
        guard words.count >= 4, let major = Int(words[1]), let minor = Int(words[2]) else {
            return "\(platform) is no platform that is known"
        }
        let architecture =
            words[0] == "ios"
            ? words[3..<(words.count - 1)].joined(separator: "_")
            : words[3...].joined(separator: "_")
        for file in files {
            let missing = Self.machines(named: architecture).subtracting(Self.machines(of: file))
            if let machine = missing.min() {
                return "\(platform) does not hold: \(file.path) has no code for \(machine)"
            }
        }
        for (path, slice) in slices(for: architecture) {
            guard let minimum = slice.minimumOS else { continue }
            if let expected = Self.platform(of: platform), expected != minimum.platform {
                return "\(platform) does not hold: \(path) is for \(minimum.platform)"
            }
            let needed = Self.required(slice, for: architecture)
            if [major, minor].lexicographicallyPrecedes(needed) {
                return "\(platform) does not hold: \(path) is for \(minimum.platform) "
                    + "\(Self.text(minimum.version)) or later"
            }
        }
        return nil
    }

    private func slices(for architecture: String) -> [(path: String, slice: NativeSlice)] {
        let wanted = Self.machines(named: architecture)
        return files.flatMap { file in
            file.slices.filter { wanted.contains($0.machine.name) }.map { (file.path, $0) }
        }
    }

    private static func machines(of file: LabelledFile) -> Set<String> {
        Set(file.slices.map(\.machine.name))
    }

    private static func architecture(of machines: Set<String>) -> String? {
        if machines.isSuperset(of: ["arm64", "x86_64"]) { return "universal2" }
        return machines.min()
    }

    private static func machines(named architecture: String) -> Set<String> {
        switch architecture {
        case "universal2": ["arm64", "x86_64"]
        case "intel": ["x86_64", "i686"]
        case "i386": ["i686"]
        default: [architecture]
        }
    }

    /// The release that a slice asks of a tag: no Mac with an ARM processor runs anything before 11,
    /// so that a universal tag of an older release says nothing about that slice's first one.
    private static func required(_ slice: NativeSlice, for architecture: String) -> [Int] {
        let version = Array(((slice.minimumOS?.version ?? []) + [0, 0]).prefix(2))
        if architecture == "universal2", slice.machine.name == "arm64",
            slice.minimumOS?.platform == "macos", version == [11, 0]
        {
            return [0, 0]
        }
        return version
    }

    /// The lowest version that a tag can name: from macOS 11 on tags have no minor versions.
    private static func tagVersion(_ version: [Int]) -> [Int] {
        guard version[0] >= 11, version[1] > 0 else { return version }
        return [version[0] &+ 1, 0]
    }

    private static func platform(of tag: String) -> String? {
        if tag.hasPrefix("macosx_") { return "macos" }
        return tag.hasSuffix("_iphonesimulator") ? "ios-simulator" : "ios"
    }

    private static func text(_ version: [Int]) -> String {
        version.prefix(2).map(String.init).joined(separator: ".")
    }
}
