import Foundation
import WebServer
import Yams

extension ServeSettings {
    /// Reads `DIR/cheeseboard.yaml`, then the environment over it.
    ///
    /// An unknown key or a value that cannot be used ends the program with its line.
    static func load(folder: String, environment: [String: String]) throws -> ServeSettings {
        var settings = ServeSettings()
        let path = folder + "/cheeseboard.yaml"
        if let data = FileManager.default.contents(atPath: path) {
            for entry in try SettingsFile(String(decoding: data, as: UTF8.self), path: path).entries
            {
                guard let setting = Setting.all.first(where: { $0.key == entry.key }) else {
                    throw CommandFailed(
                        "\(path):\(entry.line): unknown setting '\(entry.key)'. "
                            + "docs/SETTINGS.md lists what there is.")
                }
                try settings.apply(setting, entry.value, from: "\(path):\(entry.line)")
            }
        }
        for setting in Setting.all {
            guard let value = environment[setting.variable] else { continue }
            try settings.apply(setting, value, from: setting.variable)
        }
        if let tls = settings.server.tls, tls.certificate.isEmpty || tls.key.isEmpty {
            throw CommandFailed("tls.certificate and tls.key belong together; one is missing.")
        }
        return settings
    }

    private mutating func apply(_ setting: Setting, _ value: String, from place: String) throws {
        do {
            try setting.apply(&self, value)
        } catch let invalid as SettingInvalid {
            throw CommandFailed("\(place): \(setting.key): \(invalid.message).")
        }
    }
}
