import PackageIndex
import WebServer

/// Writes index pages as JSON 1.4 (PEP 691, 700, 792).
enum SimpleJSON {
    /// The list of projects.
    static func list(_ list: ProjectList) -> String {
        var page = #"{"meta":{"_last-serial":\#(list.serial),"api-version":"1.4"},"projects":["#
        var isFirst = true
        for project in list.projects {
            if !isFirst { page += "," }
            isFirst = false
            page += #"{"_last-serial":\#(project.lastSerial),"name":"#
            page += JSONText.quoted(project.name)
            page += "}"
        }
        return page + "]}\n"
    }

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
        if let reason = project.statusReason {
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
