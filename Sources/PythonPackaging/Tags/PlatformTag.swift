/// Rules for the platform part of a compatibility tag.
public enum PlatformTag {
    /// Whether public indexes take wheels with this platform.
    ///
    /// The list is PyPI's, and the whole tag has to match. `linux_x86_64` and its like are not on
    /// it, since they promise nothing about the systems a wheel runs on.
    ///
    /// - Parameter tag: One platform in lower case, as `macosx_11_0_arm64`; no compressed set.
    /// - Returns: True if the platform is on the list.
    public static func isAcceptedByPublicIndexes(_ tag: String) -> Bool {
        if fixed.contains(tag) { return true }
        var cursor = ByteCursor(tag)
        if cursor.skip("macosx_") {
            return acceptsMacOS(&cursor)
        } else if cursor.skip("manylinux_") {
            return skipVersion(&cursor) && cursor.ends(withOneOf: manylinuxMachines)
        } else if cursor.skip("musllinux_") {
            return skipVersion(&cursor) && cursor.ends(withOneOf: musllinuxMachines)
        } else if cursor.skip("ios_") {
            return skipVersion(&cursor) && cursor.ends(withOneOf: iOSTargets)
        } else if cursor.skip("android_") {
            return skipNumber(&cursor) && cursor.ends(withOneOf: androidMachines)
        } else if cursor.skip("pyemscripten_") {
            return skipVersion(&cursor) && cursor.ends(withOneOf: ["wasm32"])
        }
        return false
    }

    private static let fixed: Set<String> = [
        "any", "win32", "win_amd64", "win_arm64", "win_ia64",
        "manylinux1_i686", "manylinux1_x86_64",
        "manylinux2010_i686", "manylinux2010_x86_64",
        "manylinux2014_aarch64", "manylinux2014_armv7l", "manylinux2014_i686",
        "manylinux2014_ppc64", "manylinux2014_ppc64le", "manylinux2014_s390x",
        "manylinux2014_x86_64",
        "linux_armv6l", "linux_armv7l",
    ]

    private static let macOSMachines = [
        "arm64", "fat", "fat3", "fat64", "i386", "intel", "ppc", "ppc64", "universal",
        "universal2", "x86_64",
    ]

    /// The versions of macOS from 11 on that there have been; wheels name no minor version of them.
    private static let macOSVersions: Set<String> = ["11", "12", "13", "14", "15", "26"]

    private static let musllinuxMachines = [
        "aarch64", "armv7l", "i686", "ppc64le", "riscv64", "s390x", "x86_64",
    ]

    private static let manylinuxMachines = musllinuxMachines + ["ppc64"]

    private static let iOSTargets = [
        "arm64_iphoneos", "arm64_iphonesimulator", "x86_64_iphoneos", "x86_64_iphonesimulator",
    ]

    private static let androidMachines = ["arm64_v8a", "armeabi_v7a", "x86", "x86_64"]

    private static func acceptsMacOS(_ cursor: inout ByteCursor) -> Bool {
        let start = cursor.offset
        guard cursor.skipAll(where: \.isASCIIDigit) > 0 else { return false }
        let major = cursor.text(from: start)
        guard cursor.skip("_") else { return false }
        let minorStart = cursor.offset
        guard cursor.skipAll(where: \.isASCIIDigit) > 0 else { return false }
        let minor = cursor.text(from: minorStart)
        guard major == "10" || (minor == "0" && macOSVersions.contains(major)) else {
            return false
        }
        return cursor.skip("_") && cursor.ends(withOneOf: macOSMachines)
    }

    /// Skips `2_28_`.
    private static func skipVersion(_ cursor: inout ByteCursor) -> Bool {
        skipNumber(&cursor) && skipNumber(&cursor)
    }

    /// Skips `28_`.
    private static func skipNumber(_ cursor: inout ByteCursor) -> Bool {
        cursor.skipAll(where: \.isASCIIDigit) > 0 && cursor.skip("_")
    }
}

extension ByteCursor {
    /// Whether what is left is exactly one of some words.
    fileprivate func ends(withOneOf words: [String]) -> Bool {
        words.contains { bytes[offset...].elementsEqual($0.utf8) }
    }
}
