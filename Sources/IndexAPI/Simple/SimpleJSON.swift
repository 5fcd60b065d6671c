import PackageIndex
import WebServer

/// Writes index pages as JSON 1.4 (PEP 691, 700, 792).
enum SimpleJSON {
    /// What the list of projects begins with.
    static func listHead(serial: Int64) -> String {
        #"{"meta":{"_last-serial":\#(serial),"api-version":"1.4"},"projects":["#
    }

    /// Projects as members of the list, with commas between them.
    static func listEntries(_ projects: some Sequence<ProjectEntry>) -> String {
        var entries = ""
        for project in projects {
            if !entries.isEmpty { entries += "," }
            entries += #"{"_last-serial":\#(project.lastSerial),"name":"#
            entries += JSONText.quoted(project.name)
            entries += "}"
        }
        return entries
    }

    /// What the list of projects ends with.
    static let listTail = "]}\n"

    /// A project's files, with addresses that begin with `files`.
    static func project(_ listing: ProjectListing, files root: String) -> String {
        let project = listing.project
        var page = #"{"files":["#
        var isFirst = true
        for file in listing.files {
            if !isFirst { page += "," }
            isFirst = false
            page += self.file(file, root)
        }
        page += #"],"meta":{"_last-serial":\#(project.lastSerial),"api-version":"1.4"},"#
        page += #""name":"\#(project.normalizedName)","project-status":{"#
        if let reason = project.statusExplanation {
            page += #""reason":\#(JSONText.quoted(reason)),"#
        }
        page += #""status":"\#(project.status.rawValue)"},"#
        page += #""versions":\#(JSONText.array(listing.versions))}"#
        return page + "\n"
    }

    private static func file(_ file: PublishedFile, _ root: String) -> String {
        var entry = "{"
        if let metadata = file.metadataSHA256 {
            entry += #""core-metadata":{"sha256":"\#(metadata)"},"#
            entry += #""dist-info-metadata":{"sha256":"\#(metadata)"},"#
        } else {
            entry += #""core-metadata":false,"dist-info-metadata":false,"#
        }
        entry += #""filename":\#(JSONText.quoted(file.filename)),"#
        entry += #""hashes":{"sha256":"\#(file.sha256)"},"#
        entry += #""provenance":null,"#
        entry += #""requires-python":\#(JSONText.quoted(file.requiresPython)),"#
        entry += #""size":\#(file.byteCount),"#
        entry += #""upload-time":"\#(file.uploadedAt.iso8601)","#
        entry += #""url":\#(JSONText.quoted(FileAddress.path(of: file, under: root))),"#
        if file.isYanked {
            entry += #""yanked":\#(file.yankedReason.map { JSONText.quoted($0) } ?? "true")"#
        } else {
            entry += #""yanked":false"#
        }
        return entry + "}"
    }
}
