import Foundation
import PythonPackaging

/// The address of a project's page here.
struct ProjectAddress: Sendable {
    /// The whole address, as links to it are written.
    let text: String

    init(base: String, project normalizedName: String) {
        text = "\(base)/project/\(normalizedName)/"
    }

    /// Whether an address is that of the page, or of something below it.
    ///
    /// One with a backslash is not: browsers take it for a slash.
    func covers(_ url: String) -> Bool {
        guard !url.contains("\\") else { return false }
        let url = url.hasSuffix("/") ? url : url + "/"
        guard let parts = URLComponents(string: url), let own = URLComponents(string: text) else {
            return false
        }
        return parts.scheme?.lowercased() == own.scheme?.lowercased()
            && parts.host?.lowercased() == own.host?.lowercased() && parts.port == own.port
            && parts.user == nil && parts.path.hasPrefix(own.path)
            && !parts.path.contains("/../") && !parts.path.contains("//")
            && !parts.path.contains("\\")
    }
}

extension ReleaseMetadata {
    /// The addresses of pages that the metadata names, each once.
    var allURLs: [String] {
        var seen: Set<String> = []
        return ([homePage, downloadURL].compactMap(\.self) + projectURLs.map(\.url)).filter {
            ProjectURL.isValidHTTPURL($0) && $0.utf8.count <= 2000 && seen.insert($0).inserted
        }
    }
}
