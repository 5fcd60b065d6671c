/// What built a wheel, by its WHEEL file and by what tools leave behind.
struct BuildBackend {
    /// Lower-case words, each once: those of the Generator lines first.
    let names: [String]

    /// - Parameters:
    ///   - description: The WHEEL file.
    ///   - members: All paths of the wheel.
    ///   - files: The native files.
    init(description: [UInt8]?, members: some Sequence<String>, files: [NativeFileReport]) {
        var names: [String] = []
        func add(_ name: String) {
            if !names.contains(name) { names.append(name) }
        }
        for generator in Self.generators(in: description ?? []) { add(generator) }
        // These work inside of setuptools and leave no line of their own.
        if names.contains("setuptools") {
            // What is built here are modules: programs and libraries for ctypes were brought along.
            let languages = Set(files.filter { $0.role == .extension }.flatMap(\.languages))
            if languages.contains("rust") { add("setuptools-rust") }
            if languages.contains("go") { add("setuptools-golang") }
        }
        for path in members {
            let steps = path.split(separator: "/")
            guard let first = steps.first else { continue }
            if path.hasSuffix("/sboms/auditwheel.cdx.json") { add("auditwheel") }
            if path.hasSuffix(".dist-info/DELVEWHEEL") { add("delvewheel") }
            if first.hasSuffix(".libs"), let name = steps.last, name.contains(".so") {
                add("auditwheel")
            }
        }
        self.names = names
    }

    /// The names in the Generator lines; a wheel that was repaired has several.
    private static func generators(in description: [UInt8]) -> [String] {
        description.split(separator: UInt8(ascii: "\n")).prefix(mostLines).compactMap { line in
            let text = String(decoding: line, as: UTF8.self)
            let parts = text.split(separator: ":", maxSplits: 1)
            guard parts.count == 2, parts[0].lowercased() == "generator" else { return nil }
            let words = parts[1].split { $0 == " " || $0 == "\r" || $0 == "(" || $0 == "\t" }
            guard let name = words.first?.lowercased() else { return nil }
            return renamed[name] ?? name
        }
    }

    private static let renamed = [
        "meson": "meson-python", "bdist_wheel": "setuptools", "bazel-wheelmaker": "bazel",
        "skbuild": "scikit-build", "poetry": "poetry-core",
        "pdm-backend": "pdm", "flit_core": "flit", "flit-core": "flit",
    ]
    private static let mostLines = 1000
}
