import PackageIndex

// What settings hold, read from their text.

extension Setting {
    static func integer(_ text: String, _ range: ClosedRange<Int>) throws -> Int {
        guard let number = Int(text), range.contains(number) else {
            throw SettingInvalid(
                "'\(text)' is not a number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    static func truth(_ text: String) throws -> Bool {
        switch text.lowercased() {
        case "true", "yes", "on", "1": true
        case "false", "no", "off", "0": false
        default: throw SettingInvalid("'\(text)' is neither true nor false")
        }
    }

    static func choice<T: RawRepresentable & CaseIterable>(
        _ text: String
    ) throws -> T where T.RawValue == String {
        guard let value = T(rawValue: text) else {
            let names = T.allCases.map(\.rawValue).joined(separator: ", ")
            throw SettingInvalid("'\(text)' is not one of \(names)")
        }
        return value
    }

    static func choices<T: RawRepresentable & CaseIterable & Hashable>(
        _ text: String
    ) throws -> Set<T> where T.RawValue == String {
        Set(try text.split(separator: ",").map { try choice(String($0.trimmingSpaces)) })
    }

    static func size(_ text: String) throws -> Int {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let unit = text.dropFirst(digits.count).lowercased().replacing(" ", with: "")
        let shifts = ["": 0, "b": 0, "kib": 10, "k": 10, "mib": 20, "m": 20, "gib": 30, "g": 30]
        guard let number = Int(digits), number > 0, number < 1 << 32, let shift = shifts[unit]
        else {
            throw SettingInvalid("'\(text)' is not a size like 100MiB")
        }
        return number << shift
    }
}
