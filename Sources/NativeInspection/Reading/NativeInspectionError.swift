/// Why a native file could not be inspected.
public enum NativeInspectionError: Error {
    /// The bytes are not what the format asks for; the text says what was wrong and at which offset.
    case invalid(String)
    /// The source could not be read.
    case source(any Error)
}
