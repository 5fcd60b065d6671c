/// A platform tag in words.
struct PlatformReading {
    /// What people read.
    let title: String
    /// The kinds of system that it stands for; empty for any.
    let systems: [WheelLabel.System]

    init(_ tag: String) {
        let parts = tag.split(separator: "_").map(String.init)
        switch parts.first {
        case "any":
            self.init("any system", [])
        case "win32":
            self.init("Windows", "windows", "x86", note: "32 bits")
        case "win":
            self.init("Windows", "windows", Self.after(parts, 1))
        case "macosx" where parts.count > 3:
            self.init(
                "macOS", "macos", Self.after(parts, 3), note: "\(parts[1]).\(parts[2]) or newer")
        case "manylinux" where parts.count > 3:
            self.init(
                "Linux", "linux", Self.after(parts, 3),
                note: "glibc \(parts[1]).\(parts[2]) or newer")
        case "manylinux1", "manylinux2010", "manylinux2014":
            let glibc = ["manylinux1": "2.5", "manylinux2010": "2.12"][parts[0]] ?? "2.17"
            self.init(
                "Linux", "linux", Self.after(parts, 1), note: "glibc \(glibc) or newer")
        case "musllinux" where parts.count > 3:
            self.init(
                "Linux", "musllinux", Self.after(parts, 3),
                note: "musl \(parts[1]).\(parts[2]) or newer")
        case "linux" where parts.count > 1:
            self.init("Linux", "linux", Self.after(parts, 1))
        case "android" where parts.count > 2:
            self.init("Android", "android", Self.after(parts, 2), note: "API \(parts[1]) or newer")
        case "ios" where parts.count > 3:
            self.init("iOS", "ios", Self.after(parts, 3), note: "\(parts[1]).\(parts[2]) or newer")
        default:
            self.init(tag, [.init(value: tag, title: tag)])
        }
    }

    private init(_ title: String, _ systems: [WheelLabel.System]) {
        self.title = title
        self.systems = systems
    }

    private init(_ name: String, _ key: String, _ machine: String, note: String? = nil) {
        let shown = Self.machineNames[machine] ?? machine
        let kind = key == "musllinux" ? "\(name) (musl)" : name
        // A universal file runs on both machines that Apple has made.
        let machines = machine == "universal2" ? ["arm64", "x86_64"] : [machine]
        self.init(
            "\(name) \(shown)" + (note.map { " (\($0))" } ?? ""),
            machines.map {
                WheelLabel.System(
                    value: "\(key)-\($0)", title: "\(kind) \(Self.machineNames[$0] ?? $0)")
            })
    }

    private static func after(_ parts: [String], _ count: Int) -> String {
        let machine = parts.dropFirst(count).joined(separator: "_")
        return machine == "amd64" ? "x86_64" : machine
    }

    private static let machineNames = [
        "x86_64": "x86-64", "i686": "x86", "aarch64": "ARM64", "arm64": "ARM64",
        "armv7l": "ARMv7", "universal2": "Intel and ARM64", "ppc64le": "POWER",
    ]
}
