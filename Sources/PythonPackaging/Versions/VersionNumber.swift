/// A whole number in a version, of any length.
///
/// Dates and abbreviated commits stand in real versions, so a number may exceed every machine
/// integer. Leading zeros carry no meaning (PEP 440).
public struct VersionNumber: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Long digits are kept only for what 64 bits cannot hold, so that each number has one form.
    private enum Storage: Hashable, Sendable {
        case short(UInt64)
        case long([UInt8])
    }

    private let storage: Storage

    /// The number zero.
    public static let zero = VersionNumber(0)

    /// A number that fits a machine integer.
    public init(_ value: UInt64) {
        storage = .short(value)
    }

    /// The number that ASCII digits spell.
    init(digits: ArraySlice<UInt8>) {
        let significant = digits.drop { $0 == 0x30 }
        if significant.count > Self.longestShort {
            storage = .long(Array(significant))
            return
        }
        var value: UInt64 = 0
        for digit in significant {
            let (product, carried) = value.multipliedReportingOverflow(by: 10)
            let (sum, overflowed) = product.addingReportingOverflow(UInt64(digit & 0x0F))
            if carried || overflowed {
                storage = .long(Array(significant))
                return
            }
            value = sum
        }
        storage = .short(value)
    }

    /// The number of digits of the largest 64-bit value.
    private static let longestShort = 20

    /// The number as a machine integer; nil if it does not fit.
    public var value: UInt64? {
        if case .short(let value) = storage { value } else { nil }
    }

    /// Whether the number is zero.
    public var isZero: Bool { storage == .short(0) }

    /// The number after this one.
    public var successor: VersionNumber {
        if case .short(let value) = storage, value < .max { return VersionNumber(value + 1) }
        var digits = Array(description.utf8)
        for index in digits.indices.reversed() {
            if digits[index] < UInt8(ascii: "9") {
                digits[index] += 1
                return VersionNumber(digits: digits[...])
            }
            digits[index] = UInt8(ascii: "0")
        }
        return VersionNumber(digits: [UInt8(ascii: "1")] + digits[...])
    }

    /// The decimal digits, without leading zeros.
    public var description: String {
        switch storage {
        case .short(let value): String(value)
        case .long(let digits): String(decoding: digits, as: UTF8.self)
        }
    }

    /// Whether one number is less than the other.
    public static func < (left: VersionNumber, right: VersionNumber) -> Bool {
        switch (left.storage, right.storage) {
        case (.short(let left), .short(let right)): left < right
        case (.short, .long): true
        case (.long, .short): false
        case (.long(let left), .long(let right)):
            left.count == right.count
                ? left.lexicographicallyPrecedes(right) : left.count < right.count
        }
    }
}
