import PackageIndex

/// The forms in which index pages are offered (PEP 691).
enum SimpleMediaType: String, CaseIterable, Sendable {
    case json = "application/vnd.pypi.simple.v1+json"
    case html = "application/vnd.pypi.simple.v1+html"
    case plainHTML = "text/html"

    /// The value of Content-Type; HTML says its encoding, JSON has only one.
    var contentType: String {
        switch self {
        case .json: rawValue
        case .html, .plainHTML: rawValue + "; charset=utf-8"
        }
    }

    /// Whether the body is JSON.
    var isJSON: Bool { self == .json }

    /// The form that a name of it asks for; `latest` is answered as v1.
    init?(name: some StringProtocol) {
        switch name.lowercased() {
        case "application/vnd.pypi.simple.v1+json", "application/vnd.pypi.simple.latest+json":
            self = .json
        case "application/vnd.pypi.simple.v1+html", "application/vnd.pypi.simple.latest+html":
            self = .html
        case "text/html": self = .plainHTML
        default: return nil
        }
    }

    /// Chooses by the fields `Accept` and, where it is there, the query's `format`.
    ///
    /// The highest quality wins; on a tie JSON, then versioned HTML. A client that accepts anything
    /// or nothing that is offered gets `text/html`, as on PyPI.
    static func negotiate(accept: String?, format: String? = nil) -> SimpleMediaType {
        // A plus sign in a query may mean a space: no type has one.
        if let format, let type = SimpleMediaType(name: format.replacing(" ", with: "+")) {
            return type
        }
        guard let accept else { return .plainHTML }
        var best: (type: SimpleMediaType, quality: Double)?
        for range in accept.split(separator: ",") {
            let parts = range.split(separator: ";")
            guard let name = parts.first?.trimmingSpaces else { continue }
            // Whoever takes anything gets what PyPI sends to everyone.
            let type = name == "*/*" ? .plainHTML : SimpleMediaType(name: name)
            guard let type else { continue }
            let quality = Self.quality(parts.dropFirst())
            guard quality > 0 else { continue }
            if let best, (best.quality, best.type.rank) >= (quality, type.rank) { continue }
            best = (type, quality)
        }
        return best?.type ?? .plainHTML
    }

    private var rank: Int {
        switch self {
        case .json: 2
        case .html: 1
        case .plainHTML: 0
        }
    }

    private static func quality(_ parameters: ArraySlice<Substring>) -> Double {
        for parameter in parameters {
            let text = parameter.trimmingSpaces
            guard text.lowercased().hasPrefix("q=") else { continue }
            return Double(text.dropFirst(2)) ?? 0
        }
        return 1
    }
}
