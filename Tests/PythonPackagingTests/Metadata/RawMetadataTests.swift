import PythonPackaging
import Testing

@Suite("metadata as it is written")
struct RawMetadataTests {
    private func raw(_ text: String) -> RawMetadata { RawMetadata(parsing: Array(text.utf8)) }

    @Test(arguments: MetadataField.allCases)
    func `a field that stands once has its shape`(field: MetadataField) {
        let raw = raw("\(field.rawValue.uppercased()): VaLuE")
        #expect(raw.unparsed.isEmpty)
        #expect(raw.values(of: field) == ["VaLuE"])
        switch field.shape {
        case .text: #expect(raw.fields == [field: .text("VaLuE")])
        case .list, .words: #expect(raw.fields == [field: .list(["VaLuE"])])
        case .links:
            #expect(raw.fields == [field: .links([ProjectURL(label: "VaLuE", url: "")])])
        }
    }

    @Test(arguments: MetadataField.allCases)
    func `a field that stands twice is a list or makes no sense`(field: MetadataField) {
        let raw = raw("\(field.rawValue): A\n\(field.rawValue): B\n")
        let isRepeatable = field.shape == .list || field.shape == .links
        #expect(raw.fields.isEmpty != isRepeatable)
        #expect(raw.unparsed.isEmpty == isRepeatable)
        #expect(raw.values(of: field) == ["A", "B"])
        #expect(raw.list(of: field) == (field.shape == .list ? ["A", "B"] : nil))
    }

    @Test(arguments: [
        (MetadataField.homePage, "home_page"), (.platform, "platforms"),
        (.supportedPlatform, "supported_platforms"), (.licenseFile, "license_files"),
        (.classifier, "classifiers"), (.projectURL, "project_urls"),
        (.importName, "import_names"), (.importNamespace, "import_namespaces"),
        (.requiresDist, "requires_dist"), (.downloadURL, "download_url"),
    ])
    func `keys are those of JSON`(field: MetadataField, key: String) {
        #expect(field.key == key)
    }

    @Test(arguments: [
        ("A", ["A"]), (" A , B ", ["A", "B"]), ("A B", ["A B"]), ("", [""]),
        ("A,,B", ["A", "", "B"]),
    ])
    func `keywords have commas between them`(text: String, words: [String]) {
        #expect(raw("Keywords: \(text)\n").list(of: .keywords) == words)
    }

    @Test func `a label may stand once`() {
        let raw = raw("Project-URL: A, B\nProject-URL: A, C\n")
        #expect(raw.fields.isEmpty)
        #expect(raw.unparsed.map(\.name) == ["project-url"])
        #expect(raw.unparsed.map(\.values) == [["A, B", "A, C"]])
    }

    @Test func `one empty import name says that there is none`() {
        #expect(raw("Import-Name:\n").list(of: .importName) == [])
        #expect(raw("Import-Name:\nImport-Name: a\n").list(of: .importName) == ["", "a"])
        #expect(raw("Import-Namespace:\n").list(of: .importNamespace) == [""])
    }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func `lines end in any of three ways`(end: String) {
        let lines = ["Name: a", "License: one", "  two", "\tthree", "", "body", "more"]
        let raw = raw(lines.joined(separator: end))
        #expect(raw.text(of: .name) == "a")
        #expect(raw.text(of: .license) == ["one", "  two", "\tthree"].joined(separator: end))
        #expect(raw.text(of: .description) == "body" + end + "more")
        #expect(raw.hasBody)
    }

    @Test(arguments: [
        ("hello", "hello"),
        ("description: hello", "hello"),
        ("Name : a\n", "Name : a\n"),
        ("Name: a\nno colon\nVersion: 1\n", "no colon\nVersion: 1\n"),
        ("é: a\n", "é: a\n"),
        ("\nName: a\n", "Name: a\n"),
        ("Name: a\nFrom here\n\nbody", "From here\nbody"),
        ("Name: a\nFrom here\nno colon", "From here\nno colon"),
        ("Name: a\nFrom here\n", "From here\n"),
    ])
    func `the body starts where the headers end`(text: String, description: String) {
        #expect(raw(text).text(of: .description) == description)
    }

    @Test(arguments: [
        "From me Mon\nName: a\n", " indented\nName: a\n", ": nothing\nName: a\n",
        ": nothing\n indented\nName: a\n", "Version: 1\nFrom me\nName: a\n",
        "Version: 1\nFrom me\n indented\nName: a\n", "Name:\ta\n", "Name:  \ta\n", "NAME:a\n",
    ])
    func `lines that are no headers are passed over`(text: String) {
        #expect(raw(text).text(of: .name) == "a")
    }

    @Test func `space at the end of a value stays`() {
        #expect(raw("Name: a \n").text(of: .name) == "a ")
        #expect(raw("Summary:\n").text(of: .summary) == "")
    }

    @Test(arguments: [
        ("description: 1\ndescription: 2", ["1", "2"]),
        ("description: 1\n\n2", ["1", "2"]),
        ("description: 1\ndescription: 2\n\n3", ["1", "2", "3"]),
    ])
    func `two descriptions make no sense`(text: String, values: [String]) {
        let raw = raw(text)
        #expect(raw.fields.isEmpty)
        #expect(raw.unparsed.map(\.name) == ["description"])
        #expect(raw.unparsed.map(\.values) == [values])
    }

    @Test func `bytes that are not UTF-8 are shown as Latin-1`() {
        let header = RawMetadata(parsing: Array("Author: ok\nAuthor: ".utf8) + [0xC0, 0x6D])
        #expect(header.fields.isEmpty)
        #expect(header.unparsed.map(\.values) == [["ok", "Àm"]])
        let body = RawMetadata(parsing: [0x0A, 0xC0, 0x6D])
        #expect(body.fields.isEmpty)
        #expect(body.unparsed.map(\.name) == ["description"])
        #expect(body.unparsed.map(\.values) == [["Àm"]])
    }

    @Test(arguments: [
        "Content-Type: multipart/mixed; boundary=x", "content-type: message/rfc822",
        "Content-Transfer-Encoding: base64",
    ])
    func `an encoded body is no description`(header: String) {
        let raw = raw("\(header)\n\nbody\n")
        #expect(raw.fields.isEmpty)
        #expect(raw.unparsed.map(\.name).contains("description"))
    }

    @Test(arguments: ["Content-Type: text/plain", "Content-Transfer-Encoding: 8BIT"])
    func `headers of mail that change nothing are only unknown`(header: String) {
        let raw = raw("\(header)\n\nbody\n")
        #expect(raw.text(of: .description) == "body\n")
        #expect(raw.unparsed.count == 1)
    }

    @Test func `unknown fields are kept in their order`() {
        let raw = raw("Z: 1\nName: a\nA: 2\nz: 3\n")
        #expect(raw.unparsed.map(\.name) == ["z", "a"])
        #expect(raw.unparsed.map(\.values) == [["1", "3"], ["2"]])
    }
}
