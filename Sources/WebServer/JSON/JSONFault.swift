/// Why a text is not JSON as this server takes it.
package struct JSONFault: Error, Sendable, Equatable {
    /// What is wrong.
    package let reason: Reason
    /// Where, in bytes from the beginning.
    package let offset: Int

    /// The ways to be wrong.
    package enum Reason: String, Sendable, CaseIterable {
        case encoding = "the text is not UTF-8"
        case cutOff = "the text ends too early"
        case unexpected = "something else is expected here"
        case number = "a number is not written as JSON writes one"
        case escape = "an escape is not one of JSON's, or stands for half a character"
        case control = "a string has a control character that is not escaped"
        case nul = "a string has a NUL"
        case duplicate = "an object has two members of this name"
        case depth = "arrays and objects are nested too deep"
        case trailing = "something follows the value"
    }
}
