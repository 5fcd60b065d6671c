import Logging
import PackageIndex
import WebServer

/// Everything that can be set, with its defaults.
struct ServeSettings {
    var index = IndexSettings()
    var server = ServerSettings()
    var siteURL: String?
    var siteHosts: [String] = []
    var databaseURL: String?
    var databaseConnections = 8
    var metricsPort = 9464
    var logLevel = Logger.Level.notice
    var logFormat = LogFormat.text

    /// How log lines are written.
    enum LogFormat: String, CaseIterable {
        case text, json
    }
}
