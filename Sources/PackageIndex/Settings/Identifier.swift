import Foundation

/// Identifiers that are shown to the outside.
enum Identifier {
    /// A fresh UUID in lower case.
    static func random() -> String { UUID().uuidString.lowercased() }
}
