import Foundation

/// Answers questions about the packaging rules, so that they can be compared with other
/// implementations: a line of JSON in, a line of JSON out.
enum Conform {
    typealias Answer = [String: JSONValue]

    /// A question has no answer: the input breaks a rule, or the question makes no sense.
    struct Refused: Error {
        /// What stands in the answer beside `"ok": false`.
        var details: Answer = [:]
    }

    /// Answers one question; never fails, since a failure is an answer too.
    static func answer(_ line: String) -> String {
        var answer: Answer
        do {
            let question = try ConformQuestion(line)
            guard let operation = operations[question.operation] else { throw Refused() }
            answer = try operation(question)
            answer["ok"] = true
        } catch {
            answer = (error as? Refused)?.details ?? [:]
            answer["ok"] = false
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(answer) else { return #"{"ok":false}"# }
        return String(decoding: data, as: UTF8.self)
    }
}
