import Foundation

extension ServeSettings {
    /// The folder of the Python environment that `cheeseboard descriptions install` makes.
    static func rendererFolder(_ folder: String) -> String { "\(folder)/renderer" }

    /// The Python that renders descriptions.
    func python(folder: String) -> String {
        if let descriptionsPython { return descriptionsPython }
        let own = "\(Self.rendererFolder(folder))/bin/python"
        guard FileManager.default.isExecutableFile(atPath: own) else { return "python3" }
        // The renderer works elsewhere, so the path must not depend on where the server stands.
        return URL(fileURLWithPath: own).path
    }
}
