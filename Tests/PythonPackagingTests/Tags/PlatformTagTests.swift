import PythonPackaging
import Testing

@Suite("platform tags")
struct PlatformTagTests {
    @Test(arguments: [
        "any", "win32", "win_amd64", "win_arm64", "win_ia64", "linux_armv6l", "linux_armv7l",
        "manylinux1_i686", "manylinux2010_x86_64", "manylinux2014_s390x", "manylinux2014_ppc64",
        "manylinux_2_17_x86_64", "manylinux_2_5_ppc64", "manylinux_2_39_riscv64",
        "musllinux_1_1_aarch64", "macosx_10_9_x86_64", "macosx_10_16_universal2",
        "macosx_11_0_arm64", "macosx_15_0_universal2", "macosx_26_0_arm64", "macosx_10_6_intel",
        "ios_13_0_arm64_iphoneos", "ios_17_5_x86_64_iphonesimulator", "android_21_arm64_v8a",
        "android_33_x86", "pyemscripten_2025_0_wasm32",
    ])
    func `public indexes take a platform on PyPI's list`(tag: String) {
        #expect(PlatformTag.isAcceptedByPublicIndexes(tag))
    }

    @Test(arguments: [
        "", "linux_x86_64", "linux_aarch64", "freebsd_13_aarch64", "Win32", "any\n", "win_arm",
        "manylinux1_aarch64", "manylinux2010_aarch64", "manylinux2014_riscv64",
        "manylinux_2_17_mips", "manylinux_2_x86_64", "manylinux_2_17", "manylinux_2_17_",
        "manylinux_x_17_x86_64", "manylinux_2_17_x86_64_", "musllinux_1_1_ppc64",
        "macosx_11_1_arm64", "macosx_12_3_x86_64", "macosx_16_0_arm64", "macosx_9_0_ppc",
        "macosx_10_9_arm", "macosx_10_9", "macosx_10", "macosx_x_9_arm64", "macosx_10_x_arm64",
        "ios_13_0_arm64_iphoneos_2", "ios_13_0_arm64", "android_21_mips", "android_x86",
        "pyemscripten_2025_0_wasm32x", "pyodide_2024_0_wasm32", "emscripten_3_1_wasm32",
    ])
    func `public indexes refuse any other platform`(tag: String) {
        #expect(!PlatformTag.isAcceptedByPublicIndexes(tag))
    }
}
