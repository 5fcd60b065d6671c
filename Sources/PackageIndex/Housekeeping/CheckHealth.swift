import BlobStorage
import Database

extension Index {
    /// Throws unless the database answers and blobs can be written and read.
    package func checkHealth() async throws {
        _ = try await lastSerial()
        try await blobs.check()
    }
}
