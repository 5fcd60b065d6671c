import Hummingbird
import IndexAPI
import Logging
import PackageIndex
import ServiceLifecycle
import UnixSignals
import WebServer
import Website

/// Puts the server together, top down, and runs it: the one place where the rooms meet.
struct Wiring {
    let index: Index
    let settings: ServeSettings
    /// Where search keeps what it derives.
    let searchFolder: String
    let logger: Logger

    func run() async throws {
        let metrics = ServerMetrics()
        let pages = PageCache()
        let search = ProjectSearch(index, folder: searchFolder)
        let setup = SetupLink()
        let site = try Site(index, search: search, setup: setup, kept: pages)
        let responder = IndexResponder(
            index: index,
            handlers: IndexHandlers.routes(index, pages: pages, search: search, metrics: metrics)
                .merging(site.routes) { first, _ in first },
            proxy: settings.server.proxy, isTLS: settings.server.tls != nil, metrics: metrics,
            pageOfTrouble: site.pageOfTrouble)
        let hasAdministrator = try await index.hasAdministrator()
        let position = try await index.changePosition()
        let scheme = settings.server.tls == nil ? "http" : "https"
        let host = settings.server.host
        let prefix = settings.server.proxy.prefix
        let server = try IndexServer.application(
            responder, settings: settings.server, metrics: metrics, logger: logger
        ) { port in
            let shown = host.contains(":") ? "[\(host)]" : host
            index.site.announce("\(scheme)://\(shown):\(port)\(prefix)")
            if !hasAdministrator {
                Terminal.complain(
                    "No administrator yet. Make the first at "
                        + "\(index.site.base)/setup/\(setup.secret)")
            }
            Terminal.say("ready \(scheme)://\(shown):\(port)/")
        }
        let follower = JournalFollower(index)
        // A mail server that hangs holds up no inspection, nor the other way round.
        let workers = Job.Lane.allCases.map { lane in
            Background {
                await JobWorker(index, lanes: [lane]).run { Task.isShuttingDownGracefully }
            }
        }
        var services: [any Service] =
            workers + [
                Background {
                    await cancelWhenGracefulShutdown {
                        await follower.run(from: position) {
                            pages.forget($0.projects, andLists: $0.touchesLists)
                        }
                    }
                },
                Background { await cancelWhenGracefulShutdown { await search.run() } },
                server,
            ]
        if settings.metricsPort != 0 {
            services.append(
                MetricsService(port: settings.metricsPort, metrics: metrics, logger: logger))
        }
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: services, gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
        try await group.run()
    }
}

/// Work that goes on beside the server until it stops.
struct Background: Service {
    let work: @Sendable () async -> Void

    init(_ work: @escaping @Sendable () async -> Void) {
        self.work = work
    }

    func run() async throws {
        await work()
    }
}
