import HTTPTypes
import PackageIndex

/// The document of the API in OpenAPI 3.1, made from the contracts.
package enum OpenAPIDocument {
    /// The version of the API, which rises with what is added.
    static let version = "1.0.0"

    /// The document's text, for a server under a path.
    package static func text(prefix: String) -> String {
        let document: JSONValue = [
            "openapi": "3.1.0",
            "info": [
                "title": "Cheeseboard", "version": .string(version),
                "summary": "Everything that people do on the site, for programs.",
                "description": .string(introduction),
                "license": ["name": "Apache-2.0", "identifier": "Apache-2.0"],
            ],
            "servers": [["url": .string(prefix.isEmpty ? "/" : prefix)]],
            "tags": .array(
                Contract.Subject.allCases.map { subject in ["name": .string(subject.rawValue)] }),
            "paths": .object(paths),
            "components": [
                "securitySchemes": [
                    "token": [
                        "type": "http", "scheme": "bearer",
                        "description": "An API token; as Basic with the user `__token__`, too.",
                    ]
                ],
                "schemas": .object(schemas),
            ],
        ]
        return document.text
    }

    /// What is true of every operation.
    package static let introduction = """
        Answers are JSON; a refusal is `application/problem+json` (RFC 9457) with a stable `code`, \
        which docs/REFUSALS.md explains. Who they are tells a client by a token (`Authorization: \
        Bearer …`): what reads takes one with the scope `read`, what changes something one with the \
        scope `manage`. A user name and its password open what reads and nothing else; cookies \
        open nothing here. Times are RFC 3339 in UTC, sizes are bytes. A list has `items` and \
        `next`, the address of what follows or null. A private project is 404 to whoever may not \
        see it. Everything people can do on the site they can do here, except what needs a person \
        in front of it: signing in and up, passwords, second factors and passkeys, recovery codes, \
        adding, verifying and removing e-mail addresses, ending sessions, and deleting an account.
        """

    private static var paths: [JSONValue.Member] {
        var paths: [(String, [JSONValue.Member])] = []
        for contract in Contract.all {
            let path = "\(contract.route.pattern)"
            for method in contract.route.methods where method != .head {
                let operation = JSONValue.Member(
                    method.rawValue.lowercased(), self.operation(contract))
                if let place = paths.firstIndex(where: { $0.0 == path }) {
                    paths[place].1.append(operation)
                } else {
                    paths.append((path, [operation]))
                }
            }
        }
        return paths.map { JSONValue.Member($0.0, .object($0.1)) }
    }

    private static func operation(_ contract: Contract) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("operationId", .string(contract.route.name)),
            .init("tags", [.string(contract.subject.rawValue)]),
            .init("summary", .string(contract.summary)),
            .init(
                "description",
                .string(
                    [contract.notes, contract.access].compactMap(\.self).joined(separator: " "))
            ),
        ]
        let parameters = contract.pathParameters + contract.query.map(queryParameter)
        if !parameters.isEmpty { members.append(.init("parameters", .array(parameters))) }
        if let body = contract.body {
            members.append(
                .init(
                    "requestBody",
                    [
                        "required": true,
                        "content": [
                            "application/json": ["schema": body.schema(ofRequest: true)]
                        ],
                    ]))
        }
        members.append(.init("responses", .object(contract.responses)))
        members.append(
            .init("security", contract.needsToken ? [["token": []]] : [[:], ["token": []]]))
        return .object(members)
    }

    private static func queryParameter(_ member: Shape.Member) -> JSONValue {
        [
            "name": .string(member.name), "in": "query", "required": .boolean(member.isRequired),
            "description": .string(member.summary),
            "schema": member.shape.schema(ofRequest: true),
        ]
    }

    private static var schemas: [JSONValue.Member] {
        var found: [(name: String, schema: JSONValue)] = []
        func add(_ shape: Shape?, ofRequest: Bool) {
            for (name, shape) in shape?.components ?? []
            where !found.contains(where: { $0.name == name }) {
                found.append((name, shape.schema(ofRequest: ofRequest)))
            }
        }
        for contract in Contract.all {
            add(contract.body, ofRequest: true)
            add(contract.answer.shape, ofRequest: false)
        }
        add(.problem, ofRequest: false)
        return found.sorted { $0.name < $1.name }.map { JSONValue.Member($0.name, $0.schema) }
    }
}
