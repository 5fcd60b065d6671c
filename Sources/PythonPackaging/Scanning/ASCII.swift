/// Classes of ASCII bytes, as the standards name them. No locale and no Unicode table is consulted.
extension UInt8 {
    var isASCIIDigit: Bool { self >= 0x30 && self <= 0x39 }

    var isASCIILowercase: Bool { self >= 0x61 && self <= 0x7A }

    var isASCIIUppercase: Bool { self >= 0x41 && self <= 0x5A }

    var isASCIILetter: Bool { isASCIILowercase || isASCIIUppercase }

    var isASCIIAlphanumeric: Bool { isASCIIDigit || isASCIILetter }

    /// A byte that separates the words of a name or the parts of a version: `.`, `_` or `-`.
    var isASCIISeparator: Bool { self == 0x2E || self == 0x5F || self == 0x2D }

    /// The byte with `A`–`Z` turned into `a`–`z`.
    var asciiLowercased: UInt8 { isASCIIUppercase ? self | 0x20 : self }
}
