/// What is the same in every mail of an index.
package struct MailStyle: Sendable, Hashable {
    /// The site's address without a slash at its end, as `https://index.example`.
    package let site: String
    /// How the site is called.
    package let siteName: String

    /// The style of the site at an address that its settings name.
    package init(site: String, siteName: String = "Cheeseboard") {
        var site = site[...]
        while site.last == "/" { site.removeLast() }
        self.site = String(site)
        self.siteName = siteName
    }
}

extension Index {
    /// How this index's mails look, and where their links lead: to the configured address.
    package var mailStyle: MailStyle { MailStyle(site: site.base) }
}
