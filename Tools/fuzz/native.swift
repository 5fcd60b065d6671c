// Built with: Sources/NativeInspection Tools/fuzz/NativeSliceRules.swift
// Longest input: 16384

internal import Synchronization

/// Reads the input as a native file of whatever format, also where a part of it cannot be read.
func readFuzzed(_ bytes: [UInt8]) {
    let source = MemoryNativeSource(bytes)
    if let file = try? NativeFile(source) {
        check(file.slices, of: source, .standard)
    }
    // As good as any number that the input can choose.
    let share = Int(bytes.last ?? 0)
    for isCutOff in [false, true] {
        let part = PartlyReadable(bytes, upTo: bytes.count * share / 256, isCutOff: isCutOff)
        do throws(NativeInspectionError) {
            let file = try NativeFile(part)
            precondition(!part.hasFailed, "nobody was told that reading failed")
            if let file { check(file.slices, of: part, .standard) }
        } catch {
            guard case .invalid = error else { continue }
            precondition(!part.hasFailed, "a failed read passes for a broken file")
        }
    }
}

/// A file of which the end cannot be read: reading fails, or it ends before its time.
private final class PartlyReadable: NativeSource {
    private struct ReadFailed: Error {}

    private let bytes: [UInt8]
    private let end: Int
    private let isCutOff: Bool
    private let failure = Mutex(false)

    init(_ bytes: [UInt8], upTo end: Int, isCutOff: Bool) {
        self.bytes = bytes
        self.end = end
        self.isCutOff = isCutOff
    }

    var byteCount: Int { bytes.count }
    var hasFailed: Bool { failure.withLock { $0 } }

    func read(at offset: Int, count: Int) throws -> [UInt8] {
        let wanted = bytes.dropFirst(max(offset, 0)).prefix(max(count, 0))
        if wanted.endIndex <= end { return Array(wanted) }
        if isCutOff { return Array(wanted.prefix(max(end - wanted.startIndex, 0))) }
        failure.withLock { $0 = true }
        throw ReadFailed()
    }
}
