/// A function for Python's ctypes, and a type, so that Swift's sections are there.
@_cdecl("cheeseboard_answer")
public func answer(_ value: Int32) -> Int32 { value &+ 41 }

public struct Cheese {
    public var name: StaticString
    public init() { name = "brie" }
}
