import NativeInspection
import PackageIndex
import PythonPackaging
import Testing

@Suite struct `Truth of compatibility tags` {
    /// A file as the tests need it.
    private func file(
        _ path: String, _ format: NativeFormat, _ role: NativeFileReport.Role = .extension,
        _ slices: NativeSlice...
    ) -> LabelledFile {
        LabelledFile(path: path, role: role, format: format, slices: slices)
    }

    private func slice(
        _ machine: Machine, needed: [String] = [], versions: [String] = [],
        minimum: MinimumOS? = nil, imports: [String] = [], weak: [String] = [],
        level: String? = nil
    ) -> NativeSlice {
        var slice = NativeSlice(machine: machine, kind: .sharedLibrary, range: 0..<1)
        slice.needed = needed
        if !versions.isEmpty {
            slice.versionNeeds = [.init(library: "libc.so.6", versions: versions)]
        }
        slice.minimumOS = minimum
        slice.imports = imports
        slice.weakImports = weak
        if let level { slice.facts[.isaLevel] = Fact(.word(level)) }
        return slice
    }

    private func report(
        _ tag: String, shipped: Set<String> = [], _ files: LabelledFile...
    ) throws -> TagReport {
        let tags = try CompatibilityTag.parse(tag).map {
            (python: $0.python, abi: $0.abi, platform: $0.platform)
        }
        return TagTruth(tags: tags, files: files, shipped: shipped).report(stableABI: [])
    }

    @Test func `a wheel without native code runs anywhere`() throws {
        let report = try report("py3-none-any")
        #expect(report.truthful)
        #expect(report.computed == "any")
        #expect(report.claimed == ["py3-none-any"])
    }

    @Test func `a pure tag with a module inside does not hold`() throws {
        let report = try report(
            "py3-none-any", file("a/x.so", .elf, .extension, slice(.x86_64, needed: ["libc.so.6"])))
        #expect(!report.truthful)
        #expect(report.computed == "manylinux_2_5_x86_64")
        #expect(report.why.contains("any does not hold: a/x.so is native code"))
    }

    @Test func `a pure wheel may carry launchers for other systems along`() throws {
        let report = try report(
            "py3-none-any", file("pip/t64.exe", .pe, .executable, slice(.winAMD64)))
        #expect(report.truthful)
        #expect(report.computed == "any")
    }

    @Test(arguments: [FactName.needed, .versionNeeds])
    func `what could not be read leaves the platform open`(_ name: FactName) throws {
        var module = slice(.x86_64, needed: ["libc.so.6"])
        module.facts[name] = .undecidable("the strings are too large")
        let report = try report(
            "cp312-cp312-manylinux1_x86_64", file("a/x.so", .elf, .extension, module))
        #expect(report.computed == nil)
        #expect(report.why.contains { $0.contains("a/x.so") && $0.contains("too large") })
    }

    /// Where libraries are looked for changes no label, only the file's own error.
    @Test(arguments: [FactName.rpath, .runpath])
    func `search paths that could not be read leave the platform as it is`(_ name: FactName) throws
    {
        var module = slice(.x86_64, needed: ["libc.so.6"])
        module.facts[name] = .undecidable("the strings are too large")
        let report = try report(
            "cp312-cp312-manylinux1_x86_64", file("a/x.so", .elf, .extension, module))
        #expect(report.computed == "manylinux_2_5_x86_64")
    }

    @Test func `a program for another system leaves the platform open in no case`() throws {
        var launcher = slice(.winAMD64)
        launcher.facts[.needed] = .undecidable("the imports have no end")
        let module = slice(.x86_64, needed: ["libc.so.6"])
        let report = try report(
            "cp312-cp312-manylinux1_x86_64", file("a/t64.exe", .pe, .executable, launcher),
            file("a/x.so", .elf, .extension, module))
        #expect(report.computed == "manylinux_2_5_x86_64")
        var program = module
        program.facts[.needed] = .undecidable("the strings are too large")
        let other = try self.report(
            "cp312-cp312-manylinux1_x86_64", file("a/tool", .elf, .executable, program),
            file("a/x.so", .elf, .extension, module))
        #expect(other.computed == nil)
    }

    @Test(arguments: ["py3-none-any", "cp312-cp312-linux_x86_64", "cp312-cp312-win_amd64"])
    func `of a file that cannot be read nothing is said`(_ tag: String) throws {
        let broken = file("a/x.so", .elf, .library)
        let report = try report(tag, broken, file("a/t64.exe", .pe, .executable, slice(.winAMD64)))
        #expect(report.truthful, "\(report.why)")
        #expect(report.computed == nil)
        #expect(report.why == ["no native file could be read"])
    }

    @Test func `a file that cannot be read leaves the platform of the others open`() throws {
        let report = try report(
            "cp312-cp312-win_amd64", file("a/y.so", .elf, .library),
            file("a/x.so", .elf, .extension, slice(.x86_64, needed: ["libc.so.6"])))
        #expect(report.computed == nil)
        #expect(report.why.contains("a/y.so could not be read"))
        #expect(report.why.contains("win_amd64 does not hold: a/x.so is for another system"))
        let other = try self.report(
            "cp312-cp312-win_amd64", file("a/y.pyd", .pe, .library),
            file("a/x.so", .elf, .library, slice(.x86_64)))
        #expect(other.truthful)
    }

    @Test(arguments: [
        ("cp312-cp312-pyodide_2024_0_wasm32", "a/x.cpython-312-wasm32-emscripten.so", true),
        ("py3-none-any", "a/x.so", false), ("cp312-cp312-linux_x86_64", "a/x.so", false),
    ])
    func `a module of WebAssembly is native code whose platform nothing tells`(
        _ tag: String, _ path: String, _ holds: Bool
    ) throws {
        let report = try report(tag, file(path, .webAssembly, .library))
        #expect(report.truthful == holds, "\(report.why)")
        #expect(report.computed == nil)
    }

    @Test func `WebAssembly that a package runs by itself is data`() throws {
        let report = try report("py3-none-any", file("a/x.wasm", .webAssembly, .library))
        #expect(report.truthful)
        #expect(report.computed == "any")
    }

    @Test func `code for a machine is not for WebAssembly`() throws {
        let report = try report(
            "cp312-cp312-pyodide_2024_0_wasm32", file("x.so", .elf, .extension, slice(.x86_64)))
        #expect(!report.truthful)
    }

    @Test func `code for another machine than the tag's does not hold`() throws {
        let report = try report(
            "cp312-cp312-manylinux_2_17_aarch64",
            file("x.so", .elf, .extension, slice(.x86_64, needed: ["libc.so.6"])))
        #expect(!report.truthful)
        #expect(report.computed == "manylinux_2_5_x86_64")
    }

    @Test(arguments: [
        ("manylinux1_x86_64", "GLIBC_2.34", false), ("manylinux_2_34_x86_64", "GLIBC_2.34", true),
        ("manylinux_2_99_x86_64", "GLIBC_2.34", true), ("manylinux2014_x86_64", "GLIBC_2.17", true),
        ("manylinux2014_x86_64", "GLIBC_2.18", false), ("linux_x86_64", "GLIBC_2.99", true),
        ("manylinux_2_41_x86_64", "GLIBC_2.99", false),
    ])
    func `a glibc that is newer than the tag's does not hold`(
        _ platform: String, _ version: String, _ holds: Bool
    ) throws {
        let report = try report(
            "cp312-cp312-\(platform)",
            file(
                "x.so", .elf, .extension,
                slice(
                    .x86_64, needed: ["libc.so.6"], versions: [version])))
        #expect(report.truthful == holds, "\(report.why)")
    }

    @Test func `a library that is neither shipped nor the system's fits no policy`() throws {
        let module = slice(.x86_64, needed: ["libgomp.so.1", "libc.so.6"])
        let bare = try report(
            "cp312-cp312-manylinux_2_28_x86_64", file("x.so", .elf, .extension, module))
        #expect(bare.computed == "linux_x86_64")
        #expect(!bare.truthful)
        let shipped = try report(
            "cp312-cp312-manylinux_2_28_x86_64", shipped: ["libgomp.so.1"],
            file("x.so", .elf, .extension, module))
        #expect(shipped.computed == "manylinux_2_5_x86_64")
        #expect(shipped.truthful)
    }

    @Test func `a forbidden symbol counts unless it may be missing`() throws {
        let name = "__cxa_thread_atexit_impl"
        let strong = slice(.x86_64, needed: ["libc.so.6"], imports: [name])
        let weak = slice(.x86_64, needed: ["libc.so.6"], imports: [name], weak: [name])
        #expect(
            try report("cp312-cp312-manylinux2014_x86_64", file("x.so", .elf, .extension, strong))
                .computed == "manylinux_2_24_x86_64")
        #expect(
            try report("cp312-cp312-manylinux2014_x86_64", file("x.so", .elf, .extension, weak))
                .computed == "manylinux_2_5_x86_64")
    }

    @Test(arguments: [
        ("v2", "linux_x86_64"), ("v3", "linux_x86_64"), ("baseline", "manylinux_2_5_x86_64"),
    ])
    func `code that demands a newer processor fits no policy`(_ level: String, _ tag: String) throws
    {
        let module = slice(.x86_64, needed: ["libc.so.6"], level: level)
        let report = try report(
            "cp312-cp312-manylinux1_x86_64", file("x.so", .elf, .extension, module))
        #expect(report.computed == tag)
    }

    @Test(arguments: [
        (["libc.musl-x86_64.so.1"], "musllinux_1_2_x86_64"), (["libc.so"], "musllinux_1_2_x86_64"),
        (["libc.musl-x86_64.so.1", "libz.so.1"], "musllinux_1_2_x86_64"),
        (["libc.musl-x86_64.so.1", "libssl.so.3"], "linux_x86_64"),
        (["libc.so", "libm.so", "libdl.so"], "android_21_x86_64"),
    ])
    func `musl and Android are told by the names of their libraries`(
        _ needed: [String], _ tag: String
    ) throws {
        let report = try report(
            "cp312-cp312-musllinux_1_2_x86_64",
            file("x.so", .elf, .extension, slice(.x86_64, needed: needed)))
        #expect(report.computed == tag)
        #expect(report.truthful == tag.hasPrefix("musllinux"))
    }

    @Test func `a static program holds on glibc and on musl`() throws {
        let program = file("m.data/scripts/m", .elf, .executable, slice(.x86_64))
        let both = try report("py3-none-manylinux2010_x86_64.musllinux_1_1_x86_64", program)
        #expect(both.truthful)
        #expect(both.computed == "manylinux_2_5_x86_64")
        #expect(
            try report("py3-none-musllinux_1_2_x86_64", program).computed == "musllinux_1_2_x86_64")
    }

    private func mac(_ machine: Machine, _ version: [Int]) -> NativeSlice {
        slice(machine, minimum: MinimumOS(platform: "macos", version: version))
    }

    @Test func `a universal tag needs code for both machines`() throws {
        let fat = file(
            "x.so", .machO, .extension, mac(.x86_64, [10, 9, 0]), mac(.arm64, [11, 0, 0]))
        let thin = file("x.so", .machO, .extension, mac(.arm64, [11, 0, 0]))
        let good = try report("cp312-cp312-macosx_10_9_universal2", fat)
        #expect(good.truthful, "\(good.why)")
        #expect(good.computed == "macosx_10_9_universal2")
        let bad = try report("cp312-cp312-macosx_11_0_universal2", thin)
        #expect(!bad.truthful)
        #expect(bad.computed == "macosx_11_0_arm64")
    }

    @Test(arguments: [
        ([11, 0, 0], true), ([10, 13, 0], true), ([12, 0, 0], false), ([11, 3, 0], false),
    ])
    func `a release of macOS that is newer than the tag's does not hold`(
        _ version: [Int], _ holds: Bool
    ) throws {
        let report = try report(
            "cp312-cp312-macosx_11_0_arm64", file("x.so", .machO, .extension, mac(.arm64, version)))
        #expect(report.truthful == holds)
    }

    @Test func `iOS's device and simulator are two platforms`() throws {
        let device = slice(.arm64, minimum: MinimumOS(platform: "ios", version: [13, 0, 0]))
        let module = file("x.so", .machO, .extension, device)
        #expect(try report("cp313-cp313-ios_13_0_arm64_iphoneos", module).truthful)
        #expect(try !report("cp313-cp313-ios_13_0_arm64_iphonesimulator", module).truthful)
        #expect(try !report("cp313-cp313-ios_12_0_arm64_iphoneos", module).truthful)
    }

    @Test(arguments: [
        ("cp312-cp312", "python312.dll", true), ("cp312-cp312", "python311.dll", false),
        ("cp39-abi3", "python3.dll", true), ("cp314-cp314t", "python314t.dll", true),
        ("cp314-cp314t", "python314.dll", false), ("cp312-cp312", "python312_d.dll", false),
        ("cp310.cp311-none", "python311.dll", true), ("cp312-abi3", "python312.dll", false),
        ("cp312-abi3", "python3_d.dll", false), ("cp312-abi3", "python3.dll", true),
        ("cp312-cp312.abi3", "python312.dll", true),
    ])
    func `a module is linked to the Python of its tags`(
        _ tag: String, _ library: String, _ holds: Bool
    ) throws {
        let report = try report(
            "\(tag)-win_amd64", file("x.pyd", .pe, .extension, slice(.winAMD64, needed: [library])))
        #expect(report.truthful == holds, "\(report.why)")
        #expect(report.computed == "win_amd64")
    }

    @Test func `a debugger may bring a library for other processes along`() throws {
        let report = try report(
            "cp312-cp312-win_amd64", file("x.pyd", .pe, .extension, slice(.winAMD64)),
            file("attach_x86.dll", .pe, .library, slice(.win32)))
        #expect(report.truthful)
        #expect(report.computed == "win_amd64")
    }

    @Test func `a module for another machine than Windows's tag does not hold`() throws {
        let report = try report(
            "cp312-cp312-win_arm64", file("x.pyd", .pe, .extension, slice(.winAMD64)))
        #expect(!report.truthful)
        #expect(report.computed == "win_amd64")
    }

    /// PEP 3149: CPython 3.12 on Linux imports `.cpython-312-x86_64-linux-gnu.so`, `.abi3.so` and
    /// `.so`, as `importlib.machinery.EXTENSION_SUFFIXES` says.
    @Test(arguments: [
        ("cp312-cp312", ["a/x.cpython-311-x86_64-linux-gnu.so"], false, "cp311"),
        ("cp312-cp312", ["a/x.cpython-312-x86_64-linux-gnu.so"], true, ""),
        ("cp312-cp312", ["a/x.abi3.so"], true, ""), ("cp312-cp312", ["a/x.so"], true, ""),
        ("cp37-cp37m", ["a/x.cpython-37m-x86_64-linux-gnu.so"], true, ""),
        ("cp313-cp313t", ["a/x.cpython-313-x86_64-linux-gnu.so"], false, "cp313"),
        (
            "cp312-cp312",
            ["a/x.cpython-311-x86_64-linux-gnu.so", "a/x.cpython-312-x86_64-linux-gnu.so"], true,
            "cp311"
        ),
        // Tags that promise no exact release promise none of them.
        ("py3-none", ["a/x.cpython-311-x86_64-linux-gnu.so"], true, ""),
        ("cp311-abi3", ["a/x.cpython-311-x86_64-linux-gnu.so"], true, ""),
        ("cp311.cp312-cp311.cp312", ["a/x.cpython-311-x86_64-linux-gnu.so"], true, ""),
    ])
    func `a module for another Python than the tags' is told, and refutes them where it is alone`(
        _ tag: String, _ paths: [String], _ holds: Bool, _ told: String
    ) throws {
        let files = paths.map { file($0, .elf, .extension, slice(.x86_64)) }
        let tags = try CompatibilityTag.parse("\(tag)-linux_x86_64").map {
            (python: $0.python, abi: $0.abi, platform: $0.platform)
        }
        let report = TagTruth(tags: tags, files: files, shipped: []).report(stableABI: [])
        #expect(report.truthful == holds, "\(report.why)")
        #expect(told.isEmpty || report.why.contains { $0.contains("is for \(told)") })
    }

    @Test func `of many reasons the first are told, and how many more there are`() throws {
        let files = (0..<30).map {
            file("x\($0).pyd", .pe, .extension, slice(.winAMD64, needed: ["python311.dll"]))
        }
        let tag = (python: "cp312", abi: "cp312", platform: "win_amd64")
        let report = TagTruth(tags: [tag], files: files, shipped: []).report(stableABI: [])
        #expect(!report.truthful)
        #expect(report.why.count == 21)
        #expect(report.why.last == "and 10 more")
    }

    @Test func `a module for another Python is told on Windows too`() throws {
        let wrong = try report(
            "cp312-cp312-win_amd64",
            file("x.cp311-win_amd64.pyd", .pe, .extension, slice(.winAMD64)))
        #expect(!wrong.truthful)
        let right = try report(
            "cp37-cp37m-win_amd64",
            file("x.cp37-win_amd64.pyd", .pe, .extension, slice(.winAMD64)))
        #expect(right.truthful)
    }
}
