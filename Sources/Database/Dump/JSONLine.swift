import Foundation

/// A JSON value as it stands in a dump: integers are kept exact and objects in their order.
enum JSONLine: Equatable {
    case null
    case bool(Bool)
    case integer(Int64)
    case real(Double)
    case string(String)
    case array([JSONLine])
    case object(JSONObject)

    static func object(_ members: [(String, JSONLine)]) -> JSONLine {
        .object(JSONObject(members.map { JSONObject.Member(name: $0, value: $1) }))
    }

    static func strings(_ strings: [String]) -> JSONLine {
        .array(strings.map(JSONLine.string))
    }
}

/// The members of a JSON object in their order.
struct JSONObject: Equatable {
    struct Member: Equatable {
        let name: String
        let value: JSONLine
    }

    let members: [Member]

    init(_ members: [Member]) {
        self.members = members
    }

    subscript(name: String) -> JSONLine? {
        members.first { $0.name == name }?.value
    }

    func string(_ name: String) -> String? {
        if case .string(let text) = self[name] { text } else { nil }
    }

    func integer(_ name: String) -> Int64? {
        if case .integer(let integer) = self[name] { integer } else { nil }
    }

    /// The member as a list of strings; nil when it is anything else.
    func strings(_ name: String) -> [String]? {
        guard case .array(let items) = self[name] else { return nil }
        let texts = items.compactMap { if case .string(let text) = $0 { text } else { nil } }
        return texts.count == items.count ? texts : nil
    }
}

extension JSONLine {
    /// A column's value in the form that dumps have.
    init(_ value: SQLValue) {
        self =
            switch value {
            case .null: .null
            case .integer(let integer): .integer(integer)
            case .real(let real) where real.isFinite: .real(real)
            case .real(let real): .object([("real", .string(real.description))])
            case .text(let text): .string(text)
            case .blob(let bytes):
                .object([("base64", .string(Data(bytes).base64EncodedString()))])
            }
    }

    /// The column's value that this stands for; nil when it is none.
    var sqlValue: SQLValue? {
        switch self {
        case .null: return .null
        case .integer(let integer): return .integer(integer)
        case .real(let real): return .real(real)
        case .string(let text): return .text(text)
        case .bool, .array: return nil
        case .object(let object):
            if let text = object.string("base64") {
                return Data(base64Encoded: text).map { .blob([UInt8]($0)) }
            }
            return object.string("real").flatMap(Double.init).map(SQLValue.real)
        }
    }

    /// Appends the value as JSON without spaces.
    func write(to bytes: inout [UInt8]) {
        switch self {
        case .null: bytes += "null".utf8
        case .bool(let bool): bytes += (bool ? "true" : "false").utf8
        case .integer(let integer): bytes += integer.description.utf8
        case .real(let real): bytes += real.description.utf8
        case .string(let text): Self.write(text, to: &bytes)
        case .array(let items):
            bytes.append(UInt8(ascii: "["))
            for (index, item) in items.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                item.write(to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .object(let object):
            bytes.append(UInt8(ascii: "{"))
            for (index, member) in object.members.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                Self.write(member.name, to: &bytes)
                bytes.append(UInt8(ascii: ":"))
                member.value.write(to: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        }
    }

    private static func write(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case 0x0A: bytes += "\\n".utf8
            case 0..<0x20:
                bytes += "\\u00".utf8
                bytes += (byte < 0x10 ? "0" : "").utf8
                bytes += String(byte, radix: 16).utf8
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
