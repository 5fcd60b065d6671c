/// A part of a native file that may be broken while the rest is sound.
enum FilePart<Value> {
    case read(Value)
    /// The part is not what the format asks for; the text says why.
    case broken(String)

    /// Reads the part; a source that cannot be read is an error all the same.
    init(_ read: () throws(NativeInspectionError) -> Value) throws(NativeInspectionError) {
        do throws(NativeInspectionError) {
            self = .read(try read())
        } catch {
            switch error {
            case .invalid(let reason): self = .broken(reason)
            case .source: throw error
            }
        }
    }

    /// What was read, if it could be.
    var value: Value? {
        switch self {
        case .read(let value): value
        case .broken: nil
        }
    }

    /// What was read; a broken part is thrown again, as the reason for what needs it.
    func required() throws(NativeInspectionError) -> Value {
        switch self {
        case .read(let value): return value
        case .broken(let reason): throw .invalid(reason)
        }
    }

    /// Why the part is broken.
    var problem: String? {
        switch self {
        case .read: nil
        case .broken(let reason): reason
        }
    }

    /// The fact that the part tells, or that it cannot tell it.
    func fact(_ make: (Value) -> Fact) -> Fact {
        switch self {
        case .read(let value): make(value)
        case .broken(let reason): .undecidable(reason)
        }
    }
}
