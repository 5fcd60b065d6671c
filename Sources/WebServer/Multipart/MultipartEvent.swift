/// What a chunk of a form brought, in the order of the bytes.
package enum MultipartEvent: Sendable, Equatable {
    /// A part's headers are complete.
    case partBegan(MultipartPart)
    /// These positions of the chunk that was just fed are the part's next bytes.
    case body(Range<Int>)
    /// These few bytes of earlier chunks, which looked like a boundary, are the part's next bytes.
    case heldBack([UInt8])
    /// The part is complete.
    case partEnded
}
