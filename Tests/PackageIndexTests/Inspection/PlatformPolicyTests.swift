import NativeInspection
import PackageIndex
import Testing

/// What policies offer is auditwheel's `manylinux-policy.json` of August 2026.
@Suite struct `Platform policies` {
    private func computed(
        _ needs: KeyValuePairs<String, [String]>, imports: [String] = [],
        machine: Machine = .x86_64, role: NativeFileReport.Role = .library
    ) -> String? {
        var slice = NativeSlice(machine: machine, kind: .sharedLibrary, range: 0..<1)
        slice.needed = needs.map(\.key)
        slice.versionNeeds = needs.map { .init(library: $0.key, versions: $0.value) }
        slice.imports = imports
        let file = LabelledFile(path: "a/x.so", role: role, format: .elf, slices: [slice])
        let tag = (python: "cp312", abi: "cp312", platform: "linux_\(machine.name)")
        return TagTruth(tags: [tag], files: [file], shipped: []).report(stableABI: []).computed
    }

    @Test(arguments: [
        ("GLIBC_2.5", "manylinux_2_5"), ("GLIBC_2.6", "manylinux_2_12"),
        ("GLIBC_2.12", "manylinux_2_12"), ("GLIBC_2.13", "manylinux_2_17"),
        ("GLIBC_2.17", "manylinux_2_17"), ("GLIBC_2.18", "manylinux_2_24"),
        ("GLIBC_2.24", "manylinux_2_24"), ("GLIBC_2.26", "manylinux_2_26"),
        ("GLIBC_2.27", "manylinux_2_27"), ("GLIBC_2.28", "manylinux_2_28"),
        ("GLIBC_2.29", "manylinux_2_31"), ("GLIBC_2.31", "manylinux_2_31"),
        ("GLIBC_2.32", "manylinux_2_34"), ("GLIBC_2.34", "manylinux_2_34"),
        ("GLIBC_2.35", "manylinux_2_35"), ("GLIBC_2.36", "manylinux_2_36"),
        ("GLIBC_2.38", "manylinux_2_38"), ("GLIBC_2.41", "manylinux_2_41"),
        ("GLIBC_2.42", "linux"), ("GLIBC_PRIVATE", "linux"),
    ])
    func `the oldest that has the version of glibc is named`(_ version: String, _ policy: String) {
        #expect(computed(["libc.so.6": [version]]) == "\(policy)_x86_64")
    }

    @Test(arguments: [
        ("GLIBCXX_3.4.8", "manylinux_2_5"), ("GLIBCXX_3.4.9", "manylinux_2_12"),
        ("GLIBCXX_3.4.13", "manylinux_2_12"), ("GLIBCXX_3.4.14", "manylinux_2_17"),
        ("GLIBCXX_3.4.19", "manylinux_2_17"), ("GLIBCXX_3.4.20", "manylinux_2_24"),
        ("GLIBCXX_3.4.22", "manylinux_2_24"), ("GLIBCXX_3.4.23", "manylinux_2_27"),
        ("GLIBCXX_3.4.24", "manylinux_2_27"), ("GLIBCXX_3.4.25", "manylinux_2_31"),
        ("GLIBCXX_3.4.28", "manylinux_2_31"), ("GLIBCXX_3.4.29", "manylinux_2_34"),
        // The same library has versions of a second kind, whose name holds an underscore too.
        ("CXXABI_1.3.3", "manylinux_2_12"), ("CXXABI_1.3.7", "manylinux_2_17"),
        ("CXXABI_TM_1", "manylinux_2_17"), ("CXXABI_FLOAT128", "manylinux_2_24"),
    ])
    func `each kind of version is held against its own list`(_ version: String, _ policy: String) {
        let needs: KeyValuePairs = ["libstdc++.so.6": [version], "libc.so.6": ["GLIBC_2.2.5"]]
        #expect(computed(needs) == "\(policy)_x86_64")
    }

    @Test func `the file that asks for most decides`() {
        let needs: KeyValuePairs = [
            "libstdc++.so.6": ["GLIBCXX_3.4", "GLIBCXX_3.4.21"], "libc.so.6": ["GLIBC_2.14"],
        ]
        #expect(computed(needs) == "manylinux_2_24_x86_64")
    }

    /// `__rseq_offset` is of the loader's GLIBC_2.35; auditwheel skips its versions too.
    @Test(arguments: [
        (Machine.x86_64, "ld-linux-x86-64.so.2", "manylinux_2_5_x86_64"),
        (.i686, "ld-linux.so.2", "manylinux_2_5_i686"),
        (.aarch64, "ld-linux-aarch64.so.1", "manylinux_2_17_aarch64"),
        (.ppc64le, "ld64.so.2", "manylinux_2_17_ppc64le"),
        (.s390x, "ld64.so.1", "manylinux_2_17_s390x"),
    ])
    func `the loader itself is asked for nothing`(
        _ machine: Machine, _ loader: String, _ tag: String
    ) {
        #expect(computed([loader: ["GLIBC_2.35"], "libc.so.6": []], machine: machine) == tag)
    }

    @Test func `versions of a kind that no policy lists are free`() {
        #expect(computed(["libX11.so.6": ["X11_9.9"]]) == "manylinux_2_5_x86_64")
    }

    @Test(arguments: ["PyUnicodeUCS2_AsASCIIString", "PyFPE_jbuf", "PyFPE_counter"])
    func `a module for one build of Python fits no policy`(_ symbol: String) {
        let needs: KeyValuePairs = ["libc.so.6": ["GLIBC_2.2.5"]]
        #expect(computed(needs, imports: [symbol], role: .extension) == "linux_x86_64")
        #expect(computed(needs, imports: [symbol]) == "manylinux_2_5_x86_64")
    }

    @Test(arguments: ["libc.musl-x86_64.so.1", "ld-musl-x86_64.so.1"])
    func `musl is known by its library and by its loader`(_ library: String) {
        #expect(computed([library: []]) == "musllinux_1_2_x86_64")
    }
}
