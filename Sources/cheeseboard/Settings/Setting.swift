/// One thing that can be set: by the environment, or in the settings file.
struct Setting: Sendable {
    /// The key in the settings file, as `access.read`.
    let key: String
    /// What it takes, for the page of settings.
    let values: String
    /// What it does.
    let summary: String
    let apply: @Sendable (inout ServeSettings, String) throws -> Void

    private static let prefix = "CHEESEBOARD_"

    /// The environment's name for it: `access.read` is `CHEESEBOARD_ACCESS_READ`.
    var variable: String {
        var name = Self.prefix
        for character in key {
            if character == "." {
                name += "_"
            } else {
                if character.isUppercase { name += "_" }
                name += character.uppercased()
            }
        }
        return name
    }

    /// Every setting; `docs/SETTINGS.md` shows them.
    static let all: [Setting] = serving + rules + connections + mail + outside
}

/// A setting's value that cannot be used.
struct SettingInvalid: Error {
    let message: String

    init(_ message: String) {
        self.message = message
    }
}

extension Setting {
    /// What the environment may hold under our prefix besides settings: the folder, which is an
    /// option, and what this project's own tests are told.
    private static let otherVariables: Set<String> = [
        "CHEESEBOARD_DATA", "CHEESEBOARD_BINARY", "CHEESEBOARD_TEST_POSTGRES",
        "CHEESEBOARD_WRITE_DOCS", "CHEESEBOARD_REMAKE_GOLDEN",
    ]

    /// The variables under our prefix that mean nothing: most likely misspelt settings.
    static func unknownVariables(in environment: [String: String]) -> [String] {
        let known = otherVariables.union(all.map(\.variable))
        return environment.keys.filter { $0.hasPrefix(prefix) && !known.contains($0) }.sorted()
    }
}
