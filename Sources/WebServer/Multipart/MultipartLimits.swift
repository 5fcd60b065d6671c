/// How large a form may be; all numbers are upper bounds.
package struct MultipartLimits: Sendable, Equatable {
    /// How many parts it has.
    package var parts: Int
    /// The bytes of one part's headers, and those before the first part.
    package var headerBytes: Int
    /// The bytes of all parts without a file name together: what a caller holds in memory.
    package var fieldBytes: Int
    /// The bytes of the whole body.
    package var totalBytes: Int

    /// Sets the bounds; the defaults suit an upload of a file of up to 100 MiB.
    ///
    /// A release with every dependency and classifier spelled out has some hundred parts, and its
    /// description is the largest field.
    package init(
        parts: Int = 5000, headerBytes: Int = 8192, fieldBytes: Int = 8 << 20,
        totalBytes: Int = 110 << 20
    ) {
        self.parts = parts
        self.headerBytes = headerBytes
        self.fieldBytes = fieldBytes
        self.totalBytes = totalBytes
    }
}
