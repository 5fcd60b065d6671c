import PackageIndex
import WebServer

/// Where files are: `files/<sha256>/<filename>`, so that an address never changes its bytes.
enum FileAddress {
    /// The address below a root such as `../../files` or `https://index.example/files`.
    static func path(of file: PublishedFile, under root: String) -> String {
        "\(root)/\(file.sha256)/\(PercentEncoding.step(file.filename))"
    }
}
