import Mustache

/// A page's model as its template asks for it: every value by its name, each looked at once.
///
/// Mustache by itself reflects on every object around a name each time that it meets one, which takes
/// most of the time of a page with many rows.
package struct TemplateModel: MustacheParent {
    private let children: [String: Any]
    /// What is made only for a template that asks for it.
    private let marks: [String: LazyMark]

    /// The stored properties of a model, and those of what is in them.
    package init(_ model: Any) {
        self.init(Mirror(reflecting: model))
    }

    private init(_ mirror: Mirror) {
        marks = Dictionary(
            mirror.children.compactMap { child in
                child.label.flatMap { label in (child.value as? LazyMark).map { (label, $0) } }
            }, uniquingKeysWith: { first, _ in first })
        children = Dictionary(
            mirror.children.compactMap { child in
                guard let label = child.label, let value = Self.value(child.value) else {
                    return nil
                }
                return (label, value)
            }, uniquingKeysWith: { first, _ in first })
    }

    /// The value by a name; nil where there is none.
    package func child(named name: String) -> Any? { children[name] ?? marks[name]?.text }

    /// What a template is given for a value; nil for what is none, so that it looks further outside.
    private static func value(_ value: Any) -> Any? {
        if value is String || value is Bool || value is Int { return value }
        if value is LazyMark { return nil }
        let mirror = Mirror(reflecting: value)
        return switch mirror.displayStyle {
        case .optional: mirror.children.first.flatMap { Self.value($0.value) }
        case .collection: mirror.children.compactMap { Self.value($0.value) }
        // What has a text of its own is shown by it.
        case .struct where value is any CustomStringConvertible: value
        case .struct, .class, .tuple: TemplateModel(mirror)
        default: value
        }
    }
}
