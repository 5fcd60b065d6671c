import PythonPackaging
import Testing

@Suite("file names of source distributions")
struct SourceDistributionFilenameTests {
    @Test(arguments: [
        ("foo-1.0.tar.gz", "foo", "1.0", "foo-1.0.tar.gz", "foo-1.0"),
        ("foo-1.0.zip", "foo", "1.0", "foo-1.0.tar.gz", "foo-1.0"),
        ("Foo-Bar-1.0.0.tar.gz", "foo-bar", "1.0.0", "foo_bar-1.0.0.tar.gz", "Foo-Bar-1.0.0"),
        ("foo.bar-1.0RC1.tar.gz", "foo-bar", "1.0rc1", "foo_bar-1.0rc1.tar.gz", "foo.bar-1.0RC1"),
    ])
    func `name and version stand around the last dash`(
        text: String, name: String, version: String, standard: String, folder: String
    ) throws {
        let source = try SourceDistributionFilename(text)
        #expect(source.text == text)
        #expect(source.name.normalized == name)
        #expect(source.version.normalized == version)
        #expect(source.standardSpelling == standard)
        #expect(source.topFolder == folder)
        #expect(source.nameAsWritten + "-" + source.versionAsWritten == folder)
        #expect(text.hasSuffix(source.format.rawValue))
    }

    @Test(arguments: [
        ("foo-1.0.tar.xz", ".tar.gz"),
        ("foo-1.0.TAR.GZ", ".tar.gz"),
        ("foo1.0.tar.gz", "no '-'"),
        ("foo-1.x.tar.gz", "not a valid version"),
        ("-1.0.tar.gz", "missing"),
        ("-1.0.zip", "missing"),
        ("_foo-1.0.tar.gz", "start and end"),
        ("", ".tar.gz"),
    ])
    func `a text that breaks the form is refused with the reason`(text: String, reason: String) {
        let error = #expect(throws: SourceDistributionFilename.Invalid.self) {
            try SourceDistributionFilename(text)
        }
        #expect(error?.description.contains(reason) == true)
    }

    @Test func `the parts take names that no project may have`() throws {
        let parts = try SourceDistributionFilenameParts("_foo-1.0.zip")
        #expect(parts.name == "_foo")
        #expect(parts.format == .zip)
    }
}

@Suite("file names of distributions")
struct DistributionFilenameTests {
    @Test(arguments: ["foo-1.0-py3-none-any.whl", "foo-1.0.tar.gz", "foo-1.0.zip"])
    func `the ending says what a file is`(text: String) throws {
        let file = try DistributionFilename(text)
        #expect(file.text == text)
        #expect(file.name.normalized == "foo")
        #expect(file.version.normalized == "1.0")
        if case .wheel = file { #expect(text.hasSuffix(".whl")) }
        if case .source = file { #expect(!text.hasSuffix(".whl")) }
    }

    @Test(arguments: [
        ("foo-1.0.egg", "neither a wheel nor a source distribution"),
        ("foo.whl", "not the file name of a wheel"),
        ("foo.tar.gz", "not the file name of a source distribution"),
        ("foo.zip", "not the file name of a source distribution"),
    ])
    func `the message speaks of what the file claims to be`(text: String, message: String) {
        let error = #expect(throws: DistributionFilename.Invalid.self) {
            try DistributionFilename(text)
        }
        #expect(error?.description.contains(message) == true)
    }
}
