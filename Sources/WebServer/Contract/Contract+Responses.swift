package import HTTPTypes
package import PackageIndex

extension Contract {
    /// The values in the address.
    var pathParameters: [JSONValue] {
        route.pattern.steps.compactMap { step in
            guard case .value(let name) = step else { return nil }
            return [
                "name": .string(name), "in": "path", "required": true,
                "description": .string(Self.meaning(ofValue: name)),
                "schema": ["type": "string", "minLength": 1],
            ]
        }
    }

    /// What a value in an address is.
    package static func meaning(ofValue name: String) -> String {
        switch name {
        case "name": "The name of a project, in any spelling."
        case "version": "A version, in any spelling of PEP 440."
        case "filename": "The name of a file."
        case "user": "The name of a user."
        default: "The identifier, as a list has it."
        }
    }

    /// Every answer by its status.
    var responses: [JSONValue.Member] {
        var responses: [JSONValue.Member]
        switch answer {
        case .content(let shape): responses = [Self.response("200", "What was asked for.", shape)]
        case .page(let shape):
            responses = [Self.response("200", "Some of them.", .page(of: shape))]
        case .created(let shape):
            responses = [
                Self.response(
                    "201", "It was made.", shape,
                    headers: [
                        "Location": [
                            "description": "Where it is.", "required": true,
                            "schema": ["type": "string", "format": "uri-reference"],
                        ]
                    ], links: linkMembers)
            ]
        case .foreign(let type, let page):
            let content: JSONValue = ["schema": ["description": .string(page)]]
            let answer: JSONValue = [
                "description": "What was asked for.", "content": .object([.init(type, content)]),
            ]
            responses = [.init("200", answer)]
        case .nothing: responses = [Self.response("204", "It is done.", nil)]
        case .nothingOrLater(let shape):
            responses = [
                Self.response("202", "It is going to be done later.", shape),
                Self.response("204", "It is done.", nil),
            ]
        }
        let codes = Dictionary(grouping: everyRefusal) { $0.status.code }
        for (status, codes) in codes.sorted(by: { $0.key < $1.key }) {
            let names = codes.map { "`\($0.rawValue)`" }.joined(separator: ", ")
            responses.append(Self.refusal(String(status), "Refused: \(names)."))
        }
        responses.append(
            Self.refusal(
                "default",
                "Another refusal, as of too many requests (429, with `Retry-After`), or a failure."
            ))
        return responses
    }

    private var linkMembers: [JSONValue.Member] {
        links.map { link in
            let values = link.values.map { JSONValue.Member($0.name, .string($0.expression)) }
            return .init(
                link.route.name,
                ["operationId": .string(link.route.name), "parameters": .object(values)])
        }
    }

    private static func response(
        _ status: String, _ meaning: String, _ shape: Shape?, headers: JSONValue? = nil,
        links: [JSONValue.Member] = []
    ) -> JSONValue.Member {
        var members: [JSONValue.Member] = [.init("description", .string(meaning))]
        if let headers { members.append(.init("headers", headers)) }
        if let shape {
            members.append(
                .init(
                    "content", ["application/json": ["schema": shape.schema(ofRequest: false)]]))
        }
        if !links.isEmpty { members.append(.init("links", .object(links))) }
        return .init(status, .object(members))
    }

    private static func refusal(_ status: String, _ meaning: String) -> JSONValue.Member {
        .init(
            status,
            [
                "description": .string(meaning),
                "content": [
                    "application/problem+json": [
                        "schema": Shape.problem.schema(ofRequest: false)
                    ]
                ],
            ])
    }
}

extension Contract.Answer {
    /// What the body looks like; nil where there is none.
    package var shape: Shape? {
        switch self {
        case .content(let shape), .created(let shape), .nothingOrLater(let shape): shape
        case .page(let shape): .page(of: shape)
        case .foreign, .nothing: nil
        }
    }
}

extension RefusalCode {
    /// The status with which the API refuses.
    package var status: HTTPResponse.Status { Refusal(self, "").status(in: .problem) }
}
