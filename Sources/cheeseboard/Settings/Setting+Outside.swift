import Logging
import PackageIndex

extension Setting {
    /// What is fetched or run for projects, and what those who run the index see of it.
    static let outside: [Setting] = [
        Setting(
            key: "descriptions.python",
            values: "a path or name; DIR/renderer/bin/python if it is there, else python3",
            summary: "The Python that renders descriptions, with readme_renderer[md] installed."
        ) { $0.descriptionsPython = $1 },
        Setting(
            key: "descriptions.images", values: "show, hide, link; link in private, show in pypi",
            summary: "What becomes of images in descriptions, whose servers would see who reads."
        ) { $0.index.shownImages = try choice($1) },
        Setting(
            key: "outbound.verifyUrls", values: "true, false; true in pypi",
            summary:
                "Whether the addresses that projects name are fetched, to see if they link back."
        ) { $0.index.urlVerification = try truth($1) },
        Setting(
            key: "outbound.allowPrivate", values: "true, false; false",
            summary:
                "Dangerous, for tests: fetch from private addresses too, at what uploads name."
        ) { $0.allowsPrivateAddresses = try truth($1) },
        Setting(
            key: "metrics.port", values: "0 to 65535; 9464",
            summary: "Where 127.0.0.1 serves /metrics to Prometheus; 0 for not at all."
        ) { $0.metricsPort = try integer($1, 0...65535) },
        Setting(
            key: "log.level", values: "trace, debug, info, notice, warning, error; notice",
            summary: "How much is logged; `info` has a line for each request."
        ) { settings, text in
            guard let level = Logger.Level(rawValue: text) else {
                throw SettingInvalid("'\(text)' is not a log level")
            }
            settings.logLevel = level
        },
        Setting(
            key: "log.format", values: "text, json; text", summary: "How log lines are written."
        ) { $0.logFormat = try choice($1) },
    ]
}
