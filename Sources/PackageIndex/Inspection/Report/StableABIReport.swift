/// Whether an extension module keeps to Python's stable ABI: what its labels promise, and what its
/// undefined symbols say.
package struct StableABIReport: Codable, Sendable, Equatable {
    /// A symbol that the promise does not cover.
    package struct Violation: Codable, Sendable, Equatable {
        /// The symbol.
        package var symbol: String
        /// The Python version that added it to the stable ABI; nil where it is not part of it.
        @Nullable package var added: String?

        /// A symbol with the version that added it.
        package init(symbol: String, added: String?) {
            self.symbol = symbol
            self.added = added
        }
    }

    /// The Python version that the labels promise to run on and after, as in `3.9`; nil where the
    /// file makes no such promise.
    @Nullable package var claimed: String?
    /// The lowest Python version whose stable ABI has every symbol; nil where one is not part of it
    /// or where the file asks for none.
    ///
    /// With `claimed` nil this says that the module could have been built for the stable ABI.
    @Nullable package var computed: String?
    /// The symbols that break the promise; empty where there is none.
    package var violations: [Violation]

    /// A promise and what the symbols say.
    package init(claimed: String?, computed: String?, violations: [Violation]) {
        self.claimed = claimed
        self.computed = computed
        self.violations = violations
    }
}
