/// A function for Python's ctypes.
@_cdecl("cheeseboard_answer")
public func answer(_ value: Int32) -> Int32 { value &+ 41 }

/// A type, so that the sections with Swift's metadata are there.
public struct Cheese {
    /// Its name.
    public var name: StaticString

    /// A cheese.
    public init() { name = "brie" }
}
