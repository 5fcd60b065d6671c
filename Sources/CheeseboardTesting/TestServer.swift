package import Hummingbird
import IndexAPI
import Logging
package import PackageIndex
import ServiceLifecycle
package import WebServer
package import Website

/// A test's own index behind the whole server: every handler of both faces, as the program wires
/// them.
///
///     try await TestIndex.with { test in
///         let server = try TestServer(test)
///         try await server.application.test(.router) { client in … }
///         try await server.listen { port in … }
///     }
package struct TestServer: Sendable {
    /// The index behind it.
    package let test: TestIndex
    /// What answers which route.
    package let handlers: [Route: RouteHandler]
    /// Its website.
    package let site: Site
    /// Its cache of pages.
    package let pages: PageCache
    /// Its search, which knows what it was told to `refresh`.
    package let search: ProjectSearch
    /// Its counters.
    package let metrics = ServerMetrics()
    /// The link that makes the first administrator.
    package let setup = SetupLink()
    /// What stands in front of it.
    package let proxy: ProxySettings

    /// Wires a server; some handlers may be exchanged, for tests in which they fail.
    package init(
        _ test: TestIndex, proxy: ProxySettings = ProxySettings(), pages: PageCache = PageCache(),
        replacing others: [Route: RouteHandler] = [:]
    ) throws {
        self.test = test
        self.pages = pages
        self.proxy = proxy
        search = ProjectSearch(test.index, folder: test.folder.path + "/search")
        site = try Site(test.index, search: search, setup: setup, kept: pages)
        handlers = IndexHandlers.routes(
            test.index, pages: pages, search: search, metrics: metrics
        )
        .merging(site.routes) { first, _ in first }
        .merging(others) { _, other in other }
    }

    /// What answers requests.
    package var responder: IndexResponder {
        IndexResponder(
            index: test.index, handlers: handlers, proxy: proxy, metrics: metrics,
            pageOfTrouble: site.pageOfTrouble)
    }

    /// The application without a socket, for HummingbirdTesting's `.router`.
    package var application: Application<IndexResponder> {
        Application(responder: responder, logger: test.index.logger)
    }

    /// Runs a test while the server listens on a port of this machine, with the channel handlers
    /// that the program has; the server is stopped afterwards as SIGTERM stops it.
    @discardableResult
    package func listen<T: Sendable>(
        limits: ConnectionLimits = ConnectionLimits(),
        tls: (certificate: String, key: String)? = nil,
        _ body: (_ port: Int) async throws -> T
    ) async throws -> T {
        var settings = ServerSettings()
        settings.port = 0
        settings.limits = limits
        settings.tls = tls
        let (ports, announced) = AsyncStream.makeStream(of: Int.self)
        let server = try IndexServer.application(
            responder, settings: settings, metrics: metrics, logger: test.index.logger
        ) { port in announced.yield(port) }
        let group = ServiceGroup(services: [server], logger: test.index.logger)
        return try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask {
                defer { announced.finish() }
                try await group.run()
            }
            guard let port = await ports.first(where: { _ in true }) else {
                throw ServerNotListening()
            }
            do {
                let value = try await body(port)
                await group.triggerGracefulShutdown()
                return value
            } catch {
                await group.triggerGracefulShutdown()
                throw error
            }
        }
    }
}

/// The server ended before it listened.
private struct ServerNotListening: Error {}
