/// A part of a file: what was read, or why it cannot be read.
///
/// A broken part makes the facts that need it undecidable; the others still stand.
enum ELFPart<Value> {
    case read(Value)
    case broken(String)

    /// The result of reading; only a failing source is the whole file's failure.
    init(_ read: () throws(NativeInspectionError) -> Value) throws(NativeInspectionError) {
        do throws(NativeInspectionError) {
            self = .read(try read())
        } catch .invalid(let reason) {
            self = .broken(reason)
        }
    }

    /// What was read, if it could be.
    var value: Value? {
        guard case .read(let value) = self else { return nil }
        return value
    }

    /// The fact that follows from what was read, or that nothing can be said, and why.
    func fact(_ decide: (Value) -> Fact) -> Fact {
        switch self {
        case .read(let value): decide(value)
        case .broken(let reason): .undecidable(reason)
        }
    }

    /// What was read; a broken part is thrown again as the reason for what needs it.
    func required() throws(NativeInspectionError) -> Value {
        switch self {
        case .read(let value): return value
        case .broken(let reason): throw .invalid(reason)
        }
    }
}
