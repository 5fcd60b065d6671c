/// A text that must not be shown, logged or dumped.
package struct Secret: Sendable, CustomStringConvertible, CustomReflectable {
    /// The text itself.
    package let text: String

    /// Keeps a text secret.
    package init(_ text: String) { self.text = text }

    package var description: String { "(secret)" }
    /// A dump shows nothing either.
    package var customMirror: Mirror { Mirror(self, children: []) }
}
