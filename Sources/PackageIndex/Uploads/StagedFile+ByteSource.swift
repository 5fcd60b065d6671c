import Archives
import BlobStorage

/// Lets the archive readers read an uploaded file where it lies.
extension StagedFile: ByteSource {}
