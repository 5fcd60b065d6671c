import HTTPTypes
import PackageIndex
import WebServer

/// What the page of help on the API shows: the same contracts from which its document is made.
struct APIReferencePage {
    /// What is true of every operation.
    let introduction: [MarkedText.Piece]
    /// The operations by what they are about.
    let subjects: [Subject]
    /// The values that operations answer with.
    let values: [Value]

    struct Subject {
        let name: String
        let anchor: String
        let operations: [Operation]
    }

    struct Operation {
        let method: String
        let path: String
        let summary: String
        let notes: [MarkedText.Piece]
        let access: [MarkedText.Piece]
        let query: [Member]
        let body: [Member]
        let hasQuery: Bool
        let hasBody: Bool
        let answer: String
        let refusals: String?
    }

    struct Value {
        let name: String
        let members: [Member]
    }

    struct Member {
        let name: String
        let words: String
        let summary: [MarkedText.Piece]
        let isOptional: Bool
    }

    /// The page of these contracts.
    init(_ contracts: [Contract]) {
        introduction = MarkedText.pieces(of: OpenAPIDocument.introduction)
        subjects = Contract.Subject.allCases.compactMap { subject in
            let operations = contracts.filter { $0.subject == subject }.map(Operation.init)
            guard !operations.isEmpty else { return nil }
            let anchor = subject.rawValue.lowercased().replacing(" ", with: "-")
            return Subject(name: subject.rawValue, anchor: anchor, operations: operations)
        }
        values = Self.shapes(in: contracts).map { name, shape in
            Value(name: name, members: shape.members.map(Member.init))
        }
    }

    private static func shapes(in contracts: [Contract]) -> [(String, Shape)] {
        var shapes: [String: Shape] = [:]
        for contract in contracts {
            for (name, shape) in contract.answer.shape?.components ?? [] { shapes[name] = shape }
        }
        return shapes.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
}

extension APIReferencePage.Operation {
    fileprivate init(_ contract: Contract) {
        method = contract.route.methods.first?.rawValue ?? ""
        path = "\(contract.route.pattern)"
        summary = contract.summary
        notes = MarkedText.pieces(of: contract.notes ?? "")
        access = MarkedText.pieces(of: contract.access)
        query = contract.query.map(APIReferencePage.Member.init)
        body = (contract.body?.members ?? []).map(APIReferencePage.Member.init)
        hasQuery = !query.isEmpty
        hasBody = !body.isEmpty
        answer =
            switch contract.answer {
            case .content(let shape): "200: \(shape.words)"
            case .page(let shape): "200: a page of \(shape.words)"
            case .created(let shape): "201: \(shape.words)"
            case .foreign(let type, let page): "200: \(type). \(page)"
            case .nothing: "204"
            case .nothingOrLater(let shape): "204, or 202: \(shape.words)"
            }
        let codes = contract.refusals.map { "\($0.status.code) \($0.rawValue)" }
        refusals = codes.isEmpty ? nil : codes.joined(separator: ", ")
    }
}

extension APIReferencePage.Member {
    fileprivate init(_ member: Shape.Member) {
        name = member.name
        words = member.shape.words
        summary = MarkedText.pieces(of: member.summary)
        isOptional = !member.isRequired
    }
}
