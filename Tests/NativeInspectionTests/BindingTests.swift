import NativeInspection
import Testing

/// Strings and symbols are those of real modules, seen with `strings` and `nm`.
@Suite struct `Bindings of native code` {
    @Test(arguments: [
        ("pyo3", "pyo3_runtime.PanicException"),
        ("pyo3", "PyO3 modules do not yet support subinterpreters"),
        ("pybind11", "__pybind11_internals_v12_msvc_mt_mscver1944__"),
        ("nanobind", "nanobind_system_libstdcpp_gxx_abi_1xxx_use_cxx11_abi_1_a1_v22_stable"),
        ("nanobind", "__nb_internals_v16_system_libcpp_abi1__"),
        ("nanobind", "N8nanobind12python_errorE"),
        ("cffi", "_init_cffi_1_0_external_module"), ("swig", "swig_runtime_data4"),
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
