/// The fields of a metadata file before their values are checked.
///
/// It takes whatever is there, as Python's `packaging.metadata.parse_email` does; ``CoreMetadata``
/// judges it.
public struct RawMetadata: Hashable, Sendable {
    /// The value of a field; ``MetadataField/shape`` says which case it is.
    public enum Value: Hashable, Sendable {
        /// One text.
        case text(String)

        /// A text for each time the field stands, or the words of `Keywords`.
        case list([String])

        /// A label and an address for each time the field stands.
        case links([ProjectURL])
    }

    /// A field that is not known, or whose values make no sense.
    public struct Unparsed: Hashable, Sendable {
        /// The name in lower case, as `project-url`.
        public let name: String

        /// Each value; what is not UTF-8 is shown as if it were Latin-1.
        public let values: [String]
    }

    /// The fields that are known and well-formed.
    public internal(set) var fields: [MetadataField: Value] = [:]

    /// The others, in the order in which they first stand.
    public internal(set) var unparsed: [Unparsed] = []

    /// Each value of each field that is known, as it is written; lines after the first keep their
    /// indentation.
    private(set) var written: [MetadataField: [String]] = [:]

    /// Whether the description comes from the body and not from a field.
    public private(set) var hasBody = false

    /// Reads a `METADATA` or `PKG-INFO` file.
    ///
    /// Reading never fails: what cannot be used is in ``unparsed``.
    public init(parsing bytes: [UInt8]) {
        let block = HeaderBlock(bytes)
        for (name, values) in Self.grouped(block.headers) {
            add(name: name, values: values)
        }
        addBody(block)
    }

    /// Each value of a field as it is written in the file, in the order written.
    public func values(of field: MetadataField) -> [String] { written[field] ?? [] }

    /// The text of a field that may stand once; nil if there is none.
    public func text(of field: MetadataField) -> String? {
        if case .text(let text) = fields[field] { text } else { nil }
    }

    /// The values of a field that may stand often; nil if there are none.
    public func list(of field: MetadataField) -> [String]? {
        if case .list(let list) = fields[field] { list } else { nil }
    }

    /// The same metadata without a field.
    ///
    /// For readers that pass over what real files have in spite of the rules: setuptools wrote
    /// `License-File` for years before Metadata-Version 2.4 had it.
    public func without(_ field: MetadataField) -> RawMetadata {
        var rest = self
        rest.fields[field] = nil
        rest.written[field] = nil
        return rest
    }

    private static func grouped(
        _ headers: [HeaderBlock.Header]
    ) -> [(name: String, values: [ArraySlice<UInt8>])] {
        var groups: [(name: String, values: [ArraySlice<UInt8>])] = []
        var indices: [String: Int] = [:]
        for header in headers {
            let name = header.name.lowercased()
            if let index = indices[name] {
                groups[index].values.append(header.value)
            } else {
                indices[name] = groups.count
                groups.append((name, [header.value]))
            }
        }
        return groups
    }

    private mutating func add(name: String, values: [ArraySlice<UInt8>]) {
        let texts = values.map { String(validating: $0, as: UTF8.self) }
        let valid = texts.compactMap(\.self)
        if valid.count < texts.count {
            let shown = zip(texts, values).map { $0 ?? Self.latin1($1) }
            unparsed.append(Unparsed(name: name, values: shown))
            return
        }
        guard let field = MetadataField(name: name) else {
            unparsed.append(Unparsed(name: name, values: valid))
            return
        }
        written[field] = valid
        if let value = Self.value(of: field, from: valid) {
            fields[field] = value
        } else {
            unparsed.append(Unparsed(name: name, values: valid))
        }
    }

    private static func value(of field: MetadataField, from values: [String]) -> Value? {
        switch field.shape {
        case .text: return values.count == 1 ? .text(values[0]) : nil
        // One empty Import-Name says that there is nothing to import (PEP 794).
        case .list: return .list(field == .importName && values == [""] ? [] : values)
        case .words:
            guard values.count == 1 else { return nil }
            return .list(
                values[0].pieces(separatedBy: ",").map { Whitespace.trim(String($0)) })
        case .links:
            let links = values.map { ProjectURL(parsing: $0) }
            let labels = Set(links.map { Array($0.label.utf8) })
            return labels.count == links.count ? .links(links) : nil
        }
    }

    private mutating func addBody(_ block: HeaderBlock) {
        if block.body.isEmpty { return }
        let text = String(validating: block.body, as: UTF8.self)
        let shown = text ?? Self.latin1(block.body)
        let name = MetadataField.description.rawValue.lowercased()
        if let index = unparsed.firstIndex(where: { $0.name == name }) {
            unparsed[index] = Unparsed(name: name, values: unparsed[index].values + [shown])
        } else if let header = self.text(of: .description), text != nil {
            fields[.description] = nil
            unparsed.append(Unparsed(name: name, values: [header, shown]))
        } else if let text, !block.isEncoded {
            fields[.description] = .text(text)
            written[.description] = [text]
            hasBody = true
        } else {
            unparsed.append(Unparsed(name: name, values: [shown]))
        }
    }

    private static func latin1(_ bytes: ArraySlice<UInt8>) -> String {
        var scalars = String.UnicodeScalarView()
        for byte in bytes { scalars.append(Unicode.Scalar(byte)) }
        return String(scalars)
    }
}
