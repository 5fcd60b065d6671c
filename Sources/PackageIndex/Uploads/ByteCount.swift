/// Sizes for people.
package enum ByteCount {
    /// The size in the largest binary unit that it fills, as in `100 MiB`.
    package static func text(_ bytes: Int) -> String {
        let units = [("GiB", 30), ("MiB", 20), ("KiB", 10)]
        for (unit, shift) in units where bytes >= 1 << shift {
            let tenths = ((bytes >> (shift - 4)) * 10) >> 4
            return tenths % 10 == 0
                ? "\(tenths / 10) \(unit)" : "\(tenths / 10).\(tenths % 10) \(unit)"
        }
        return "\(bytes) bytes"
    }
}
