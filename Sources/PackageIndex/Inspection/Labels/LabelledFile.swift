package import NativeInspection

/// A native file of a wheel, as far as the wheel's labels are concerned.
package struct LabelledFile {
    let path: String
    let role: NativeFileReport.Role
    let format: NativeFormat
    let slices: [NativeSlice]
    /// Why not all is known that it asks of the system; nil where it is, or where nothing is.
    let problem: String?

    /// A file with what its slices ask of the system.
    package init(
        path: String, role: NativeFileReport.Role, format: NativeFormat, slices: [NativeSlice]
    ) {
        problem = slices.lazy.compactMap(\.labelProblem).first
        self.path = path
        self.role = role
        self.format = format
        self.slices = slices
    }

    /// Whether a label can speak of it: a program, a library or a module of WebAssembly, whose other
    /// files are data that a package runs by itself.
    var isLabelled: Bool {
        guard role != .debugCompanion else { return false }
        switch format {
        case .elf, .machO, .pe: return true
        case .webAssembly: return path.hasSuffix(".so")
        case .staticLibrary, .javaClass: return false
        }
    }

    /// Whether it is known what it is; of WebAssembly nothing more than that is read.
    var isRead: Bool { format == .webAssembly || !slices.isEmpty }

    /// Whether it has to run where the tags say, in contrast to a program that a package only
    /// carries along, such as the Windows launchers in tools that build launchers.
    var isDecisive: Bool {
        switch role {
        case .extension, .library, .vendored: true
        case .executable: path.contains(".data/scripts/")
        case .debugCompanion: false
        }
    }
}
