/// A state of the index as far as its native figures go; both numbers only grow.
struct NativeStatisticsState: Sendable {
    /// The journal's serial.
    let serial: Int64
    /// The revision of the traits of files.
    let revision: Int64

    func isAsNew(as other: NativeStatisticsState) -> Bool {
        serial >= other.serial && revision >= other.revision
    }
}
