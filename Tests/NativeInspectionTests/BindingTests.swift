import NativeInspection
import Testing

/// Strings and symbols are those of real modules, seen with `strings` and `nm`.
@Suite struct `Bindings of native code` {
    @Test(arguments: [
        ("pyo3", "pyo3_runtime.PanicException"),
        ("pyo3", "PyO3 modules do not yet support subinterpreters"),
        ("pybind11", "__pybind11_internals_v12_msvc_mt_mscver1944__"),
        ("pybind11", "_pybind11_conduit_v1_"),
        ("nanobind", "nanobind_system_libstdcpp_gxx_abi_1xxx_use_cxx11_abi_1_a1_v22_stable"),
        ("nanobind", "__nb_internals_v16_system_libcpp_abi1__"),
        ("nanobind", "N8nanobind12python_errorE"),
        ("cffi", "_init_cffi_1_0_external_module"), ("swig", "swig_runtime_data4"),
        ("swig", "SwigPyObject"), ("mypyc", "CPyStatics"), ("boost.python", "Boost.Python.class"),
        ("f2py", "fortranobject"),
        ("boost.python", "N5boost6python15error_already_setE"),
        ("mypyc", "85cae5375ceb5d1ca6c6__mypyc.init_black"),
        ("f2py", "This module '_fblas' is auto-generated with f2py (version:2.5.0)."),
    ])
    func `each tool leaves a string of its own`(tool: String, text: String) throws {
        let binding = try #require(try ContentFixture(strings: [text]).binding(tool))
        #expect(binding.tier == .string)
    }

    @Test(arguments: [
        ("mypyc", ContentFixture(locals: ["CPyDef_black___main"])),
        ("boost.python", ContentFixture(needed: ["libboost_python312-86ec.so.1.85.0"])),
        ("boost.python", ContentFixture(imports: ["_ZN5boost6python6detail11init_moduleE"])),
        ("hpy", ContentFixture(exports: ["HPyInit_fast"])),
        ("cffi", ContentFixture(exports: ["_cffi_pypyinit__cffi"])),
        ("cffi", ContentFixture(locals: ["_cffi_f_sodium_init"])),
        ("f2py", ContentFixture(locals: ["f2py_rout__fblas_crotg"])),
    ])
    func `libraries and symbols tell more surely`(tool: String, fixture: ContentFixture) throws {
        let binding = try #require(try fixture.binding(tool))
        #expect(binding.tier < .string)
    }

    @Test func `the crate's path tells PyO3's version`() throws {
        let path =
            "/root/.cargo/registry/src/index.example-1949cf8c6b5b557f/pyo3-0.29.2/src/panic.rs"
        #expect(try ContentFixture(strings: [path]).binding("pyo3")?.version == "0.29.2")
    }

    /// By `PYBIND11_INTERNALS_ID` of pybind11 and `NB_INTERNALS_ID` of nanobind, which since its third
    /// release puts the number last, and `_stable` behind it for modules of the stable ABI.
    @Test(arguments: [
        (
            "pybind11", "__pybind11_internals_v12_system_libstdcpp_gxx_abi_1xxx_use_cxx11_abi_1__",
            "internals 12"
        ),
        ("pybind11", "__pybind11_internals_v4_gcc_libstdcpp_cxxabi1014__", "internals 4"),
        ("nanobind", "__nb_internals_v16_system_libcpp_abi1__", "internals 16"),
        (
            "nanobind", "nanobind_system_libstdcpp_gxx_abi_1xxx_use_cxx11_abi_1_a1_v22",
            "internals 22"
        ),
        (
            "nanobind", "nanobind_system_libstdcpp_gxx_abi_1xxx_use_cxx11_abi_1_a1_v22_stable",
            "internals 22 (stable ABI)"
        ),
    ])
    func `the name of shared state tells the version of the internals`(
        tool: String, text: String, version: String
    ) throws {
        // The conduit has a version of its own, and stands before the internals in real modules.
        let fixture = ContentFixture(strings: ["_pybind11_conduit_v1_", text])
        #expect(try fixture.binding(tool)?.version == version)
        #expect(
            try ContentFixture(strings: ["_pybind11_conduit_v1_"]).binding("pybind11")?.version
                == nil)
    }

    /// orjson binds itself by the crate pyo3-ffi, which is the C API in Rust's words.
    @Test func `the crate of bare declarations is not PyO3`() throws {
        let path =
            "/root/.cargo/registry/src/index.example-1949cf8c6b5b557f/pyo3-ffi-0.29.2/src/lib.rs"
        let module = ContentFixture(strings: [path], exports: ["PyInit_orjson"])
        #expect(try module.slice().bindings.map(\.name) == ["cpython-api"])
    }

    /// gevent's `_corecffi` defines no `_cffi_pypyinit_`, as most modules of cffi do not; the name of
    /// its backend alone stands in whatever bundles it.
    @Test func `cffi is found without PyPy's entry, and not by its backend's name`() throws {
        let module = ContentFixture(
            strings: ["_init_cffi_1_0_external_module", "_cffi_backend"],
            exports: ["PyInit__corecffi"])
        #expect(try module.slice().bindings.map(\.name) == ["cffi"])
        let bundle = ContentFixture(strings: ["_cffi_backend"], exports: ["PyInit_bundle"])
        #expect(try bundle.slice().bindings.map(\.name) == ["cpython-api"])
    }

    /// charset-normalizer's file keeps the name that mypyc gave it and is Cython's now.
    @Test func `what was mypyc's and is Cython's now is Cython's`() throws {
        let module = ContentFixture(strings: ["_cython_3_3_0"], exports: ["PyInit_md"])
        #expect(try module.slice().bindings.map(\.name) == ["cython"])
    }

    @Test func `cffi's own backend is no module made with cffi`() throws {
        let fixture = ContentFixture(
            strings: ["_init_cffi_1_0_external_module"], exports: ["PyInit__cffi_backend"])
        #expect(try fixture.slice().bindings.map(\.name) == ["cpython-api"])
    }

    @Test func `a module without a trace is assumed to be bound by hand`() throws {
        let module = try #require(
            try ContentFixture(exports: ["PyInit_fast"]).binding("cpython-api"))
        #expect(module.isAssumption)
        #expect(try ContentFixture(exports: ["fast"]).slice().bindings.isEmpty)
    }

    @Test func `Python 2's initialisers count only beside its API`() throws {
        let library = ContentFixture(imports: ["malloc"], exports: ["initscr"])
        #expect(try library.slice().moduleInitializers.isEmpty)
        let module = ContentFixture(imports: ["Py_InitModule4_64"], exports: ["init_speedups"])
        #expect(try module.slice().moduleInitializers == ["init_speedups"])
    }
}
