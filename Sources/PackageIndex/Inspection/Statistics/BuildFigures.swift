/// How code of each platform and compiler stands to the protections.
struct BuildFigures {
    private typealias Group = (files: Int, protections: [String: NativeStatistics.Protection])

    private var byPlatform: [[String]: Group] = [:]
    private var byToolchain: [String: Group] = [:]

    /// Counts so many slices of one build.
    mutating func count(_ build: NativeBuild, _ slices: Int) {
        Self.count(
            build, slices, in: &byPlatform[[build.format, build.machine], default: (0, [:])])
        for toolchain in build.toolchains {
            Self.count(build, slices, in: &byToolchain[toolchain, default: (0, [:])])
        }
    }

    private static func count(_ build: NativeBuild, _ slices: Int, in group: inout Group) {
        group.files += slices
        for (name, standing) in build.protections {
            group.protections[name, default: .init()].count(standing, slices)
        }
    }

    /// The formats and machines, most files first within a format.
    var platforms: [NativeStatistics.Platform] {
        byPlatform.map { key, group in
            NativeStatistics.Platform(
                format: key[0], machine: key[1], files: group.files,
                protections: group.protections)
        }
        .sorted { ($0.format, $1.files, $0.machine) < ($1.format, $0.files, $1.machine) }
    }

    /// The compilers, most files first.
    var toolchains: [NativeStatistics.Toolchain] {
        byToolchain.map { name, group in
            NativeStatistics.Toolchain(
                toolchain: name, files: group.files, protections: group.protections)
        }
        .sorted { ($1.files, $0.toolchain) < ($0.files, $1.toolchain) }
    }
}
