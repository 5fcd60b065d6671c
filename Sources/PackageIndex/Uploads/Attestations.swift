import Foundation

/// The attestations of PEP 740 that come with an upload; they are kept, not yet verified.
enum Attestations {
    /// Whether the text is a JSON array of objects.
    static func isArrayOfObjects(_ text: String) -> Bool {
        guard text.utf8.count <= 1 << 20,
            let value = try? JSONSerialization.jsonObject(with: Data(text.utf8))
        else { return false }
        return value is [[String: Any]]
    }
}
