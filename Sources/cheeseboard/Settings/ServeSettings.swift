import Logging
import Outbound
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
    var mailServer: SMTPServer?
    var mailPassword: Secret?
    var mailPasswordFile: String?
    var mailEncryption = SMTPServer.Encryption.required
    var mailAuthorities: String?
    var mailTimeout: Duration = .seconds(60)
    var descriptionsPython: String?
    var allowsPrivateAddresses = false
    var logLevel = Logger.Level.notice
    var logFormat = LogFormat.text

    /// How log lines are written.
    enum LogFormat: String, CaseIterable {
        case text, json
    }
}
