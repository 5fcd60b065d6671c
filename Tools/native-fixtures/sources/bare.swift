/// A type without Swift's library, so that a Mac's is not needed to compile it.
public struct Cheese {
    /// A number.
    public var age: Builtin.Int32
}
