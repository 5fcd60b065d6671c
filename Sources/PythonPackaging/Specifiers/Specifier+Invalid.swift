extension Specifier {
    /// Why a text is not a version specifier.
    public struct Invalid: Error, Hashable, Sendable, CustomStringConvertible {
        /// What is wrong, where, and what would be right.
        public let message: String

        /// Where in the text's UTF-8 the specifier stops making sense.
        public let offset: Int

        /// The message.
        public var description: String { message }

        /// Explains a scan that stopped at the cursor.
        init(
            _ text: String, cursor: ByteCursor, start: Int, end: Int, comparison: Comparison?
        ) {
            offset = min(cursor.offset, end)
            message =
                "\(Quoted(text)) is not a valid version specifier: "
                + Self.reason(at: cursor, start: start, end: end, comparison: comparison)
        }

        /// Says what is in the way at the cursor, where a specifier should have gone on or ended.
        static func reason(
            at cursor: ByteCursor, start: Int, end: Int, comparison: Comparison?
        ) -> String {
            if cursor.offset == start {
                return "it must start with one of ~= == != <= >= < > ==="
            }
            if let comparison, let trouble = trailing(at: cursor, after: comparison) {
                return trouble
            }
            if comparison == nil, cursor.offset > start, cursor.bytes[start...].starts(with: [0x7E])
            {
                return "~= needs a version with at least two numbers and no local part, as ~=1.4"
            }
            return cursor.offset >= end
                ? "it ends where a version should stand"
                : "what stands at byte \(cursor.offset) does not belong there"
        }

        /// The two suffixes that people put after an operator which does not take them.
        static func trailing(at cursor: ByteCursor, after comparison: Comparison) -> String? {
            let takesSuffixes = comparison == .equal || comparison == .notEqual
            if cursor.next == UInt8(ascii: "."), cursor.peek(1) == UInt8(ascii: "*") {
                return takesSuffixes
                    ? ".* may not follow a pre-release, post-release, development or local part"
                    : ".* may only be used with == and !="
            }
            if cursor.next == UInt8(ascii: "+"), !takesSuffixes {
                return "a local part may only be used with == and !="
            }
            return nil
        }
    }
}
