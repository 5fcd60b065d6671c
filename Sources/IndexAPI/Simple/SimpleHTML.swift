import PackageIndex
import WebServer

/// Writes index pages as HTML 1.4 (PEP 503, 592, 629, 658, 714, 792), whose shape is frozen.
enum SimpleHTML {
    /// What the list of projects begins with.
    static let listHead = head(title: "Simple index", status: nil) + "  <body>\n"

    /// Projects as lines of the list.
    static func listEntries(_ projects: some Sequence<ProjectEntry>) -> String {
        var entries = ""
        for project in projects {
            entries += "    <a href=\"\(project.normalizedName)/\">"
            entries += HTMLText.escaped(project.name)
            entries += "</a><br />\n"
        }
        return entries
    }

    /// What the list of projects ends with.
    static func listTail(serial: Int64) -> String {
        "  </body>\n</html>\n<!--SERIAL \(serial)-->\n"
    }

    /// A project's files, with addresses that begin with `files`.
    static func project(_ listing: ProjectListing, files root: String) -> String {
        let name = listing.project.normalizedName
        var page = head(title: "Links for \(name)", status: listing.project)
        page += "  <body>\n    <h1>Links for \(name)</h1>\n"
        for file in listing.files { page += anchor(file, root) }
        page += "  </body>\n</html>\n<!--SERIAL \(listing.project.lastSerial)-->\n"
        return page
    }

    private static func head(title: String, status: Project?) -> String {
        var head = """
            <!DOCTYPE html>
            <html>
              <head>
                <meta name="pypi:repository-version" content="1.4">

            """
        if let project = status {
            head +=
                "    <meta name=\"pypi:project-status\" content=\"\(project.status.rawValue)\">\n"
            if let reason = project.statusExplanation {
                head += "    <meta name=\"pypi:project-status-reason\" content=\""
                head += HTMLText.escaped(reason) + "\">\n"
            }
        }
        head += "    <title>\(title)</title>\n  </head>\n"
        return head
    }

    private static func anchor(_ file: PublishedFile, _ root: String) -> String {
        var anchor = "    <a href=\"\(FileAddress.path(of: file, under: root))"
        anchor += "#sha256=\(file.sha256)\""
        if let requires = file.requiresPython {
            anchor += " data-requires-python=\"\(HTMLText.escaped(requires))\""
        }
        if let metadata = file.metadataSHA256 {
            anchor += " data-core-metadata=\"sha256=\(metadata)\""
            anchor += " data-dist-info-metadata=\"sha256=\(metadata)\""
        }
        if file.isYanked {
            anchor += " data-yanked=\"\(HTMLText.escaped(file.yankedReason ?? ""))\""
        }
        return anchor + ">\(HTMLText.escaped(file.filename))</a><br />\n"
    }
}
