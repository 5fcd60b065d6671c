/// What `pyproject.toml` says in its table `build-system` (PEP 518, PEP 517).
///
/// Only that table is read, and only strings and arrays of strings in it: what else TOML has is
/// stepped over line by line.
struct BuildSystem {
    private(set) var buildBackend: String?
    private(set) var requires: [String] = []

    /// Lower-case words: the backend, and the tools among its requirements that compile.
    var backend: [String] {
        let module = (buildBackend ?? "setuptools").lowercased()
        let main = module.split { $0 == "." || $0 == ":" }.first.map(String.init) ?? "setuptools"
        var names = [Self.names[main] ?? Self.names[module] ?? main.replacing("_", with: "-")]
        for requirement in requires {
            let name = requirement.lowercased().prefix {
                $0.isLetter || $0.isNumber || "-_.".contains($0)
            }
            let normal = String(name).replacing("_", with: "-")
            if Self.tools.contains(normal), !names.contains(normal) { names.append(normal) }
        }
        return names
    }

    init(_ text: String) {
        var isInside = false
        var key: String?
        var strings: [String] = []
        var depth = 0
        for line in text.split(whereSeparator: \.isNewline) {
            let bare = Self.withoutComment(line)
            let trimmed = String(bare).trimmingSpaces
            if key == nil, trimmed.hasPrefix("[") {
                isInside = trimmed.filter { $0 != " " && $0 != "\t" } == "[build-system]"
                continue
            }
            guard isInside else { continue }
            if key == nil {
                let parts = trimmed.split(separator: "=", maxSplits: 1).map(String.init)
                guard parts.count == 2 else { continue }
                key = parts[0].trimmingSpaces.filter { $0 != "\"" && $0 != "'" }
                strings = []
                depth = Self.read(parts[1], into: &strings)
            } else {
                depth += Self.read(trimmed, into: &strings)
            }
            guard depth <= 0 else { continue }
            take(key, strings)
            key = nil
        }
    }

    private mutating func take(_ key: String?, _ strings: [String]) {
        switch key {
        case "build-backend": buildBackend = strings.first
        case "requires": requires = strings
        default: break
        }
    }

    /// A line up to a `#` that stands in no string.
    private static func withoutComment(_ line: Substring) -> Substring {
        var quote: Character?
        for index in line.indices {
            let character = line[index]
            if let open = quote {
                if character == open { quote = nil }
            } else if character == "\"" || character == "'" {
                quote = character
            } else if character == "#" {
                return line[..<index]
            }
        }
        return line
    }

    /// Adds the texts between a line's quotation marks, and tells how many arrays it leaves open.
    ///
    /// Escapes are of no use in names and stay as they are.
    private static func read(_ line: String, into strings: inout [String]) -> Int {
        var quote: Character?
        var current = ""
        var depth = 0
        for character in line {
            if let open = quote {
                if character == open {
                    strings.append(current)
                    quote = nil
                } else {
                    current.append(character)
                }
            } else if character == "\"" || character == "'" {
                quote = character
                current = ""
            } else if character == "[" {
                depth += 1
            } else if character == "]" {
                depth -= 1
            }
        }
        return depth
    }

    private static let names = [
        "setuptools": "setuptools", "mesonpy": "meson-python",
        "scikit_build_core": "scikit-build-core",
        "poetry": "poetry-core", "flit_core": "flit", "hatchling": "hatchling", "pdm": "pdm",
        "maturin": "maturin", "skbuild": "scikit-build", "uv_build": "uv-build", "sipbuild": "sip",
        "backend": "in-tree",
    ]

    private static let tools: Set<String> = [
        "setuptools-rust", "cython", "pybind11", "nanobind", "cffi", "scikit-build",
        "mypy", "swig", "setuptools-golang", "ziglang", "hatch-cython",
    ]
}

extension String {
    /// The text without spaces and tabs at its ends.
    fileprivate var trimmingSpaces: String {
        let start = drop { $0 == " " || $0 == "\t" }
        guard let last = start.lastIndex(where: { $0 != " " && $0 != "\t" }) else { return "" }
        return String(start[...last])
    }
}
