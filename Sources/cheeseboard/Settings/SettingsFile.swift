import Yams

/// A settings file, flattened: `access: {read: anonymous}` and `access.read: anonymous` are one.
struct SettingsFile {
    struct Entry {
        let key: String
        let value: String
        let line: Int
    }

    let entries: [Entry]

    init(_ text: String, path: String) throws {
        var entries: [Entry] = []
        do {
            if let root = try compose(yaml: text) {
                try Self.flatten(root, prefix: "", path: path, into: &entries)
            }
        } catch let error as YamlError {
            throw CommandFailed("\(path): \(error)")
        }
        self.entries = entries
    }

    private static func flatten(
        _ node: Node, prefix: String, path: String, into entries: inout [Entry]
    ) throws {
        let line = node.mark?.line ?? 0
        switch node {
        case .mapping(let mapping):
            for (key, value) in mapping {
                guard case .scalar(let scalar) = key else {
                    throw CommandFailed(
                        "\(path):\(key.mark?.line ?? line): a key here is a plain word.")
                }
                let name = scalar.string
                try flatten(
                    value, prefix: prefix.isEmpty ? name : "\(prefix).\(name)", path: path,
                    into: &entries)
            }
        case .sequence(let sequence):
            let values = try sequence.map { item in
                guard case .scalar(let scalar) = item else {
                    throw CommandFailed(
                        "\(path):\(item.mark?.line ?? line): \(prefix): a list here holds plain "
                            + "values.")
                }
                return scalar.string
            }
            entries.append(Entry(key: prefix, value: values.joined(separator: ","), line: line))
        case .scalar(let scalar):
            guard !prefix.isEmpty else {
                throw CommandFailed("\(path):\(line): expected settings as `key: value`.")
            }
            entries.append(Entry(key: prefix, value: scalar.string, line: line))
        case .alias:
            throw CommandFailed("\(path):\(line): aliases are not for settings.")
        }
    }
}
