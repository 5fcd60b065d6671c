/// A dictionary that forgets what was longest unused once it is full.
///
/// Two generations stand in for an exact order: when the younger is full it becomes the older, and
/// what was not asked for since falls away.
package struct BoundedCache<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private let capacity: Int
    private var young: [Key: Value] = [:]
    private var old: [Key: Value] = [:]

    /// An empty cache for at most `capacity` values.
    package init(capacity: Int) {
        self.capacity = capacity
    }

    /// The value kept for a key, which counts as use.
    package mutating func value(for key: Key) -> Value? {
        if let value = young[key] { return value }
        guard let value = old.removeValue(forKey: key) else { return nil }
        keep(value, for: key)
        return value
    }

    /// Keeps a value.
    package mutating func keep(_ value: Value, for key: Key) {
        young[key] = value
        if young.count > capacity / 2 {
            old = young
            young = [:]
        }
    }
}
