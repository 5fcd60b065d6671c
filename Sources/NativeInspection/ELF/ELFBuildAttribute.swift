/// One attribute of annobin's notes, from the name of a note after its `GA`: a sign for the kind of
/// value, a number or word for the attribute, and the value.
struct ELFBuildAttribute {
    static let version = "version"
    private static let maximumBytes = 256

    let name: String
    let value: String
    /// The letter in a version note that tells who wrote the notes, as `p` in `3p8`.
    let producer: UInt8?

    init?(_ text: ArraySlice<UInt8>) {
        guard let sign = text.first, let first = text.dropFirst().first else { return nil }
        let rest: ArraySlice<UInt8>
        if first < 0x20 {
            guard let known = Self.name(ofNumber: first) else { return nil }
            name = known
            rest = text.dropFirst(2)
        } else {
            let word = text.dropFirst().prefix { $0 != 0 }.prefix(Self.maximumBytes)
            name = String(decoding: word, as: UTF8.self)
            // The word ends in a zero byte, which is no part of the value.
            rest = text.dropFirst(2 + word.count)
        }
        producer = name == Self.version ? rest.dropFirst().first : nil
        switch sign {
        case UInt8(ascii: "*"): value = Self.meaning(of: Self.number(rest), for: name)
        case UInt8(ascii: "$"):
            let word = rest.prefix { $0 != 0 }.prefix(Self.maximumBytes)
            value = String(decoding: word, as: UTF8.self)
        case UInt8(ascii: "+"): value = "yes"
        case UInt8(ascii: "!"): value = "no"
        default: return nil
        }
    }

    private static func name(ofNumber number: UInt8) -> String? {
        switch number {
        case 1: version
        case 2: "stack_protector"
        case 3: "relro"
        case 4: "stack_size"
        case 5: "tool"
        case 6: "abi"
        case 7: "pic"
        case 8: "short_enum"
        default: nil
        }
    }

    /// A number of at most eight bytes, lowest first whatever the machine, without the final zero.
    private static func number(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.dropLast().prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    private static func meaning(of number: UInt64, for name: String) -> String {
        let words: [String] =
            switch name {
            case "stack_protector": ["off", "on", "all", "strong", "explicit"]
            case "pic": ["static", "pic", "PIC", "pie", "PIE"]
            // One more than the compiler's flags: 1 branch, 2 return, 4 given on the command line.
            case "cf_protection":
                ["unknown", "none", "branch", "return", "full", "none", "branch", "return", "full"]
            default: []
            }
        if number < UInt64(words.count) { return words[Int(number)] }
        switch name {
        case "FORTIFY" where number >= 0xFE: return "unknown"
        case "GOW": return hexadecimal(number)
        default: return String(number)
        }
    }
}
