import NativeInspection
import Testing

/// What the runtimes define is what `nm -D` prints of programs that clang 21 linked.
@Suite struct `Sanitizers` {
    /// tigerbeetle's wheels have such handlers in every library, and no instrumented code.
    @Test(arguments: [
        ["__ubsan_handle_add_overflow", "__ubsan_handle_out_of_bounds_abort"],
        // Clang's runtime for what is shipped.
        ["__ubsan_handle_add_overflow_minimal"],
    ])
    func `handlers that a file brings along are no sign of one`(handlers: [String]) throws {
        let fact = try ContentFixture(imports: ["malloc"], exports: handlers).fact(.sanitizers)
        #expect(fact.value == .absent)
        let local = try ContentFixture(imports: ["malloc"], locals: handlers).fact(.sanitizers)
        #expect(local.value == .absent)
        let asking = try ContentFixture(imports: handlers).fact(.sanitizers)
        #expect(asking.value == .present)
        #expect(asking.names["sanitizers"] == ["ubsan"])
    }

    /// Programs hold their runtime themselves.
    @Test(arguments: [
        (["__ubsan_handle_add_overflow", "__ubsan_get_current_report_data"], "ubsan"),
        (["__asan_init"], "asan"), (["__tsan_init"], "tsan"), (["__msan_init"], "msan"),
    ])
    func `a whole runtime inside is one`(symbols: [String], name: String) throws {
        let fact = try ContentFixture(exports: symbols).fact(.sanitizers)
        #expect(fact.value == .present)
        #expect(fact.names["sanitizers"] == [name])
    }
}
