/// The forms in which what the index says of a project, or of all, is kept ready.
package enum PageForm: Hashable, Sendable {
    /// The list of projects, HTML and JSON of the Simple API together.
    case list
    /// HTML of the Simple API; files lie below this relative address.
    case html(files: String)
    /// JSON of the Simple API.
    case json
    /// PyPI's JSON API: of a canonical version or the latest.
    case document(version: String?)
    /// A page or feed of the site, by its own name.
    case site(String)
}
