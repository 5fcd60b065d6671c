import PythonPackaging
import Testing

@Suite("names of the standard library")
struct StandardLibraryTests {
    @Test(arguments: [
        "os", "OS", "json", "asyncio", "xml", "xml.dom", "xml-dom", "XML_DOM", "_thread", "thread",
        "os.path", "urllib2", "StringIO", "cgi", "distutils.command", "tomllib", "__future__",
        "annotationlib", "..os--",
    ])
    func `a module of any Python version is in it, however it is spelt`(name: String) {
        #expect(StandardLibrary.contains(moduleName: name))
    }

    @Test(arguments: ["", "...", "numpy", "requests", "regex", "xmldom", "o.s", "ós"])
    func `other names are not in it`(name: String) {
        #expect(!StandardLibrary.contains(moduleName: name))
    }
}
