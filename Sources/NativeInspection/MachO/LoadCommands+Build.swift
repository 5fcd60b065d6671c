extension LoadCommands.Build {
    /// Reads `LC_BUILD_VERSION` (0x32) or one of the four `LC_VERSION_MIN_*`.
    init(_ command: NativeTable, _ kind: Int, _ machine: Machine) throws(NativeInspectionError) {
        let isBuild = kind == 0x32
        let platform =
            isBuild ? Self.platform(try command.word32(at: 8)) : Self.platform(kind, machine)
        let version = Self.version(try command.word32(at: isBuild ? 12 : 8))
        minimumOS = MinimumOS(platform: platform, version: version)
        sdk = Self.version(try command.word32(at: isBuild ? 16 : 12))
        evidence =
            "\(isBuild ? "LC_BUILD_VERSION" : "LC_VERSION_MIN") at \(hexadecimal(command.offset))"
        var tools: [String] = []
        if isBuild {
            for index in 0..<min(try command.word32(at: 20), 64) {
                let tool = Self.tool(try command.word32(at: 24 + 8 * index))
                let version = Self.version(try command.word32(at: 28 + 8 * index))
                tools.append("\(tool) \(Self.text(version))")
            }
        }
        self.tools = tools
    }

    /// A version as people write it: two numbers, and the third where it is not 0.
    static func text(_ version: [Int]) -> String {
        version.prefix(version.last == 0 ? 2 : 3).map(String.init).joined(separator: ".")
    }

    /// Major, minor and patch, packed as `xxxx.yy.zz`.
    private static func version(_ packed: Int) -> [Int] {
        [packed >> 16, packed >> 8 & 0xFF, packed & 0xFF]
    }

    private static func platform(_ number: Int) -> String {
        let names = [
            1: "macos", 2: "ios", 3: "tvos", 4: "watchos", 5: "bridgeos", 6: "maccatalyst",
            7: "ios-simulator", 8: "tvos-simulator", 9: "watchos-simulator", 10: "driverkit",
            11: "visionos", 12: "visionos-simulator",
        ]
        return names[number] ?? String(number)
    }

    /// The platform of an `LC_VERSION_MIN_*`; only simulators ever ran these systems on x86.
    private static func platform(_ command: Int, _ machine: Machine) -> String {
        let name = [0x25: "ios", 0x2F: "tvos", 0x30: "watchos"][command]
        guard let name else { return "macos" }
        return machine == .x86_64 || machine == .i686 ? name + "-simulator" : name
    }

    private static func tool(_ number: Int) -> String {
        [1: "clang", 2: "swift", 3: "ld", 4: "lld"][number] ?? "tool \(number)"
    }
}
