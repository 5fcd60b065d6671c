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
        var value = ""
        var key: String?
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
                value = parts[1].trimmingSpaces
            } else {
                value += " " + trimmed
            }
            guard !value.hasPrefix("[") || Self.closes(value) else { continue }
            take(key, value)
            key = nil
        }
    }

    private mutating func take(_ key: String?, _ value: String) {
        let strings = Self.strings(in: value)
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

    /// Whether an array is closed: a `]` stands in no string.
    private static func closes(_ value: String) -> Bool {
        var quote: Character?
        var depth = 0
        for character in value {
            if let open = quote {
                if character == open { quote = nil }
            } else if character == "\"" || character == "'" {
                quote = character
            } else if character == "[" {
                depth += 1
            } else if character == "]" {
                depth -= 1
            }
        }
        return depth <= 0
    }

    /// The texts between quotation marks; escapes are of no use in names and stay as they are.
    private static func strings(in value: String) -> [String] {
        var found: [String] = []
        var quote: Character?
        var current = ""
        for character in value {
            if let open = quote {
                if character == open {
                    found.append(current)
                    quote = nil
                } else {
                    current.append(character)
                }
            } else if character == "\"" || character == "'" {
                quote = character
                current = ""
            }
        }
        return found
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
