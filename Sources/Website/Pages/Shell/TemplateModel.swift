import Mustache

/// A page's model as its template asks for it: every value by its name, each looked at once.
///
/// Mustache by itself reflects on every object around a name each time that it meets one, which takes
/// most of the time of a page with many rows.
package struct TemplateModel: MustacheParent {
    private var children: [String: Any] = [:]
    /// What is made only for a template that asks for it.
    private var marks: [String: LazyMark] = [:]

    /// The stored properties of a model, and those of what is in them.
    package init(_ model: Any) {
        self.init(Mirror(reflecting: model))
    }

    private init(_ mirror: Mirror) {
        for child in mirror.children {
            guard let label = child.label else { continue }
            switch Self.value(child.value) {
            case .shown(let value): children[label] = value
            case .mark(let mark): marks[label] = mark
            case .none: continue
            }
        }
    }

    /// The value by a name; nil where there is none.
    package func child(named name: String) -> Any? {
        children[name] ?? (marks.isEmpty ? nil : marks[name]?.text)
    }

    /// What a template is given for a value.
    private enum Value {
        case shown(Any)
        case mark(LazyMark)
        /// What is none, so that a template looks further outside.
        case none
    }

    // Asking a value whether it is of a type costs more than all else here: those that most are come
    // first, and the rare ones are asked for where the kind of the value leaves them possible.
    private static func value(_ value: Any) -> Value {
        if value is String || value is Bool || value is Int { return .shown(value) }
        let mirror = Mirror(reflecting: value)
        switch mirror.displayStyle {
        case .optional: return mirror.children.first.map { Self.value($0.value) } ?? .none
        case .collection:
            return .shown(
                mirror.children.compactMap { child -> Any? in
                    guard case .shown(let shown) = Self.value(child.value) else { return nil }
                    return shown
                })
        case .class:
            return (value as? LazyMark).map(Value.mark) ?? .shown(TemplateModel(mirror))
        // What has a text of its own is shown by it.
        case .struct where value is any CustomStringConvertible: return .shown(value)
        case .struct, .tuple: return .shown(TemplateModel(mirror))
        default: return .shown(value)
        }
    }
}
