/// The page that says what can be set: `docs/SETTINGS.md`.
package enum SettingsDocument {
    /// The page, made from the list of settings.
    package static var text: String {
        var page = """
            # Settings

            An option on the command line wins over the environment, which wins over `DIR/cheeseboard.yaml`. An unknown key or variable, a
            value that cannot be used, or a file that cannot be read ends the program with exit code 2 and the place. Keys may be nested or
            written with dots:

                profile: pypi
                access:
                  read: authenticated
                limits.fileSize: 300MiB

            | Key | Environment | Values; default | What it does |
            |---|---|---|---|

            """
        for setting in Setting.all {
            page +=
                "| `\(setting.key)` | `\(setting.variable)` | \(setting.values) | \(setting.summary) |\n"
        }
        page += """

            `--data DIR` (or `CHEESEBOARD_DATA`) names the folder, `./cheeseboard-data` if neither is given; `--database URL`, `--host` and
            `--port` stand for the settings of the same names. Kubernetes gives every pod variables named after services: beside one called
            `cheeseboard`, set `enableServiceLinks: false`.

            """
        return page
    }
}
