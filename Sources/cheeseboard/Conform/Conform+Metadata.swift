import PythonPackaging

extension Conform {
    /// `text` → `fields` as `packaging.metadata.parse_email` names and shapes them, or `errors`.
    @Sendable static func metadata(_ question: ConformQuestion) throws -> Answer {
        do {
            let metadata = try CoreMetadata(Array(question.text("text").utf8))
            return ["fields": fields(of: metadata.raw)]
        } catch let invalid as CoreMetadata.Invalid {
            throw Refused(details: [
                "errors": .array(
                    invalid.errors.map {
                        .object(["field": .text($0.field), "message": .text($0.message)])
                    })
            ])
        }
    }

    /// `text` → `fields` and `unparsed`, without a judgement.
    @Sendable static func rawMetadata(_ question: ConformQuestion) throws -> Answer {
        let raw = RawMetadata(parsing: Array(try question.text("text").utf8))
        let unparsed = raw.unparsed.map { ($0.name, JSONValue($0.values)) }
        return [
            "fields": fields(of: raw),
            "unparsed": .object(Dictionary(unparsed) { first, _ in first }),
        ]
    }

    private static func fields(of raw: RawMetadata) -> JSONValue {
        .object(
            Dictionary(uniqueKeysWithValues: raw.fields.map { ($0.key, value($1)) }))
    }

    private static func value(_ value: RawMetadata.Value) -> JSONValue {
        switch value {
        case .text(let text): .text(text)
        case .list(let list): JSONValue(list)
        case .links(let links):
            .object(
                Dictionary(links.map { ($0.label, .text($0.url)) }) { first, _ in first })
        }
    }
}
