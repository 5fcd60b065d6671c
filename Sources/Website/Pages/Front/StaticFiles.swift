import WebServer

/// The files that pages load: they ship inside the program.
enum StaticFiles {
    /// A file, ready to be sent.
    struct File: Sendable {
        let type: String
        let body: PageBody

        init(_ type: String, _ bytes: [UInt8]) {
            self.type = type
            body = PageBody(bytes, isCompressed: true)
        }
    }

    /// The picture of the site.
    static let logo = File("image/svg+xml", PackageResources.logo_svg)

    /// Every file by its name.
    static let all: [String: File] = [
        "style.css": File("text/css; charset=utf-8", PackageResources.style_css),
        "site.js": File("text/javascript; charset=utf-8", PackageResources.site_js),
        "search.js": File("text/javascript; charset=utf-8", PackageResources.search_js),
        "webauthn.js": File("text/javascript; charset=utf-8", PackageResources.webauthn_js),
        "logo.svg": logo,
    ]

    /// Changes with any file; addresses that carry it may be kept for ever.
    static let version = all.sorted { $0.key < $1.key }.map { name, file in
        String(file.body.identity.etag.dropFirst().prefix(6))
    }.joined()
}
