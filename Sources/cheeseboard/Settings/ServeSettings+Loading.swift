import Foundation
import WebServer
import Yams

extension ServeSettings {
    /// Reads `DIR/cheeseboard.yaml`, then the environment over it.
    ///
    /// An unknown key or variable, a value that cannot be used and a file that cannot be read end
    /// the program, so that no setting is lost unseen.
    static func load(folder: String, environment: [String: String]) throws -> ServeSettings {
        var settings = ServeSettings()
        let path = folder + "/cheeseboard.yaml"
        if let text = try text(of: path) {
            for entry in try SettingsFile(text, path: path).entries {
                guard let setting = Setting.all.first(where: { $0.key == entry.key }) else {
                    throw CommandFailed(
                        "\(path):\(entry.line): unknown setting '\(entry.key)'. "
                            + "docs/SETTINGS.md lists what there is.")
                }
                try settings.apply(setting, entry.value, from: "\(path):\(entry.line)")
            }
        }
        if let name = Setting.unknownVariables(in: environment).first {
            throw CommandFailed(
                "the environment has \(name), which is no setting. docs/SETTINGS.md lists what "
                    + "there is.")
        }
        for setting in Setting.all {
            guard let value = environment[setting.variable] else { continue }
            try settings.apply(setting, value, from: setting.variable)
        }
        if let tls = settings.server.tls, tls.certificate.isEmpty || tls.key.isEmpty {
            throw CommandFailed("tls.certificate and tls.key belong together; one is missing.")
        }
        try settings.completeMail()
        return settings
    }

    /// The file's text; nil where there is no file.
    static func text(of path: String) throws -> String? {
        do {
            // A link to nothing is there, and no way to say that nothing is set.
            _ = try FileManager.default.attributesOfItem(atPath: path)
        } catch let error as CocoaError where error.code == .fileReadNoSuchFile {
            return nil
        } catch {
            throw CommandFailed("\(path) cannot be read: \(error.localizedDescription)")
        }
        let data: Data
        do {
            data = try Data(contentsOf: URL(fileURLWithPath: path))
        } catch {
            throw CommandFailed("\(path) cannot be read: \(error.localizedDescription)")
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw CommandFailed("\(path) is not UTF-8 text.")
        }
        return text
    }

    private mutating func apply(_ setting: Setting, _ value: String, from place: String) throws {
        do {
            try setting.apply(&self, value)
        } catch let invalid as SettingInvalid {
            throw CommandFailed("\(place): \(setting.key): \(invalid.message).")
        }
    }
}
