import ArgumentParser
import BlobStorage
import Database
import Foundation
import Hummingbird
import IndexAPI
import Logging
import PackageIndex
import ServiceLifecycle
import WebServer
import Website

/// Serves the index until it is told to stop.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serve the index.",
        discussion: """
            Prints one line to standard output, `ready http://HOST:PORT/`, once it accepts \
            connections; everything else goes to standard error. SIGTERM finishes what is under \
            way and stops. Settings are in DIR/cheeseboard.yaml and in the environment.
            """)

    @OptionGroup var options: DataOptions

    @Option(help: "The address to listen on; 0.0.0.0 for every interface.")
    var host: String?

    @Option(help: "The port to listen on; 0 lets the system choose.")
    var port: Int?

    func run() async throws {
        var settings = try options.settings()
        if let host { settings.server.host = host }
        if let port {
            guard (0...65535).contains(port) else {
                throw CommandFailed("--port takes a number from 0 to 65535.")
            }
            settings.server.port = port
        }
        let logger = Logging.logger(settings)
        let lock = settings.databaseURL == nil ? try FolderLock(folder: options.folder) : nil
        let index = try await options.openIndex(settings, logger: logger, migrates: true)
        let room = Int(OpenFileLimit.raise()) - 256
        settings.server.limits.maximumConnections = min(
            settings.server.limits.maximumConnections, max(room, 64))
        // What was refused early is still read to its end, which lets clients see the answer.
        settings.server.limits.drainedBytes =
            min(settings.index.maximumFileBytes, .max / 2) + (1 << 20)
        try await Wiring(
            index: index, settings: settings, searchFolder: "\(options.folder)/search",
            logger: logger
        ).run()
        await index.database.close()
        withExtendedLifetime(lock) {}
    }
}
