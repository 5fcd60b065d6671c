import Foundation

/// An empty folder that is removed with the object.
package final class TemporaryFolder: Sendable {
    /// Where it is, without a final slash.
    package let path: String

    /// Makes the folder.
    package init() throws {
        path =
            FileManager.default.temporaryDirectory
            .appending(path: "cheeseboard-\(UInt64.random(in: 0 ... .max))").path()
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// The paths of all files below a folder of this one, sorted.
    package func files(in name: String) throws -> [String] {
        let root = "\(path)/\(name)"
        return try FileManager.default.subpathsOfDirectory(atPath: root).filter { name in
            let attributes = try FileManager.default.attributesOfItem(atPath: "\(root)/\(name)")
            return attributes[.type] as? FileAttributeType == .typeRegular
        }.sorted()
    }
}
