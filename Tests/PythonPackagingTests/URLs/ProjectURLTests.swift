import PythonPackaging
import Testing

@Suite("project links")
struct ProjectURLTests {
    @Test(arguments: [
        ("Docs, https://a.example/x", "Docs", "https://a.example/x"),
        (" Docs ,https://a.example ", "Docs", "https://a.example"),
        ("A,B,C", "A", "B,C"),
        ("A", "A", ""),
        (", x", "", "x"),
        ("", "", ""),
    ])
    func `label and address stand around the first comma`(
        text: String, label: String, url: String
    ) {
        #expect(ProjectURL(parsing: text) == ProjectURL(label: label, url: url))
    }

    @Test(arguments: [
        ("Home-Page", "homepage", WellKnownLabel.homepage, "Homepage"),
        ("GitHub", "github", .source, "Source Code"),
        ("source code", "sourcecode", .source, "Source Code"),
        ("Repository!", "repository", .source, "Source Code"),
        ("Download", "download", .download, "Download"),
        ("What's New?", "whatsnew", .changelog, "Changelog"),
        ("Release Notes", "releasenotes", .releaseNotes, "Release Notes"),
        ("Docs", "docs", .documentation, "Documentation"),
        ("Bug Tracker", "bugtracker", .issues, "Issue Tracker"),
        ("Donate", "donate", .funding, "Funding"),
    ])
    func `labels that tools agree on are recognised`(
        label: String, normalized: String, known: WellKnownLabel, title: String
    ) {
        let link = ProjectURL(label: label, url: "")
        #expect(link.normalizedLabel == normalized)
        #expect(link.wellKnown == known)
        #expect(known.title == title)
    }

    @Test func `another label stays what it is`() {
        let link = ProjectURL(label: "Größe {1}", url: "")
        #expect(link.normalizedLabel == "größe1")
        #expect(link.wellKnown == nil)
    }

    @Test(arguments: [
        "http://a.example", "https://a.example/", "HTTPS://A.example/x?y=1&z=%20#frag",
        "https://user:secret@a.example:8080/x", "http://127.0.0.1:8080", "http://[::1]/",
        "http://[::1]:80/", "http://[1:2:3:4:5:6:7:8]", "http://[1::]", "http://[1:2::8]",
        "http://[::ffff:1.2.3.4]/", "http://[1:2:3:4:5:6:7::]/", "http://[::]",
        "https://a.example:",
        "https://a.example/(x)/~y;z=1,2/@me", "https://a.example?q=/?", "http://localhost",
        "https://chat.example/#/#room:a.example",
    ])
    func `an address of the web is one`(url: String) {
        #expect(ProjectURL.isValidHTTPURL(url))
    }

    @Test(arguments: [
        "", "a.example", "ftp://a.example", "http:a.example", "http:///x", "https://",
        "https://:80/", "https://a example/", "https://a.example/x y", "https://a.example/é",
        "https://a.example/%2", "https://a.example/%zz", "https://a.example:port/",
        "https://a.example:70000/", "https://a.example:1:2/", "https://a@b@c.example",
        "https://a.example/[x]", "https://a.example/#a[b", "http://[::1", "http://[::1]x/",
        "http://[1::2::3]", "http://[1:2:3]", "http://[:::]", "http://[:1:2:3:4:5:6:7:8]",
        "http://[1:2:3:4:5:6:7:8:9]", "http://[12345::]", "http://[g::]", "http://[::1.2.3]",
        "http://[::1.2.3.256]", "javascript:alert(1)", "https://a.example/\n", "http://[]",
        "http://[1:2:3:4:5:6:7:]",
    ])
    func `anything else is not`(url: String) {
        #expect(!ProjectURL.isValidHTTPURL(url))
    }
}
