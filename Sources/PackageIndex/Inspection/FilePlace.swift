import NativeInspection

/// What a native file is for and whose it is, by its content and its place in a wheel.
struct FilePlace {
    let role: NativeFileReport.Role
    let origin: NativeFileReport.Origin

    init(path: String, slices: [NativeSlice]) {
        let isVendored = Self.isVendored(path)
        origin = isVendored ? .vendored : .own
        role =
            if !slices.isEmpty, slices.allSatisfy({ $0.kind == .debugCompanion }) {
                .debugCompanion
            } else if isVendored {
                .vendored
            } else if slices.contains(where: { !$0.moduleInitializers.isEmpty }) {
                .extension
            } else if slices.contains(where: { $0.kind == .executable })
                || path.contains(".data/scripts/")
            {
                .executable
            } else {
                .library
            }
    }

    /// Whether a file was copied in from elsewhere: by auditwheel, delocate or delvewheel, or a
    /// compiler's runtime, which is nobody's own.
    private static func isVendored(_ path: String) -> Bool {
        let steps = path.split(separator: "/")
        guard let name = steps.last else { return false }
        if steps.dropLast().contains(where: { $0.hasSuffix(".libs") || $0 == ".dylibs" }) {
            return true
        }
        return hasDigest(name) || isRuntime(name.lowercased())
    }

    /// Whether a name has a digest that a repairing tool put in: `libx-0123abcd.so.1`, and 32 digits
    /// before `.dll`.
    private static func hasDigest(_ name: Substring) -> Bool {
        guard let dash = name.lastIndex(of: "-") else { return false }
        let rest = name[name.index(after: dash)...]
        let digits = rest.prefix { $0.isHexDigit && $0.isASCII && !$0.isUppercase }
        let ending = rest.dropFirst(digits.count)
        switch digits.count {
        case 8: return ending.hasPrefix(".so") || ending == ".dylib"
        case 32: return ending == ".dll"
        default: return false
        }
    }

    private static func isRuntime(_ name: String) -> Bool {
        let isLibrary =
            name.hasSuffix(".dll") || name.hasSuffix(".dylib") || name.hasSuffix(".so")
            || name.contains(".so.")
        return isLibrary && runtimes.contains { name.hasPrefix($0) }
    }

    private static let runtimes = [
        "libgcc_s", "libstdc++", "libgomp.", "libgomp-", "libgfortran", "libquadmath", "libomp.",
        "libiomp5", "libwinpthread", "libatomic.", "libc++.", "libc++abi.", "msvcp140", "msvcr",
        "vcruntime140", "concrt140", "vcomp140", "ucrtbase", "api-ms-win-",
    ]
}
