import CCurl
import Foundation

/// Fetches pages by libcurl, from public addresses only, at the ports of pages.
///
/// Address and port of each connection are looked at when its socket is opened, after the name was
/// looked up: a name that changes its mind, a redirect and a number in odd spelling meet the same
/// rule.
package struct CurlFetcher: HTTPFetcher {
    /// What a fetch may take.
    package struct Limits: Sendable {
        /// How long connecting may take.
        package var connectTime: Duration = .seconds(5)
        /// How long everything may take.
        package var time: Duration = .seconds(10)
        /// How much is read of a body, in bytes.
        package var bodyBytes = 1 << 20
        /// How many redirects are followed.
        package var redirects = 3

        /// The limits for looking at a page.
        package init() {}
    }

    private let limits: Limits
    private let allowsPrivate: Bool
    /// The ports that may be gone to; nil for all.
    private let ports: Set<Int>?
    private let userAgent: String
    private let thread = OutboundThread("http")

    /// A fetcher; `allowsPrivate` lifts the rule about addresses, for tests, and that about ports
    /// where it names none.
    package init(
        userAgent: String, limits: Limits = Limits(), allowsPrivate: Bool = false,
        ports: Set<Int>? = nil
    ) {
        self.userAgent = userAgent
        self.limits = limits
        self.allowsPrivate = allowsPrivate
        self.ports = ports ?? (allowsPrivate ? nil : [80, 443])
    }

    package func fetch(_ address: String) async throws -> FetchedPage {
        try check(address)
        return try await thread.run { try transfer(address) }
    }

    /// What can be told from the address alone.
    private func check(_ address: String) throws {
        guard let parts = URLComponents(string: address), let host = parts.host, !host.isEmpty,
            ["http", "https"].contains(parts.scheme?.lowercased())
        else { throw FetchRefused(reason: "this is no address of a page") }
        guard parts.user == nil, parts.password == nil else {
            throw FetchRefused(reason: "the address has a user's name in it")
        }
        guard parts.port.map(isPortOfPages) ?? true else {
            throw FetchRefused(reason: "the port is not one that pages are served at")
        }
    }

    private func isPortOfPages(_ port: Int) -> Bool {
        ports?.contains(port) ?? true
    }

    private func transfer(_ address: String) throws -> FetchedPage {
        var transfer = try CurlTransfer(address, schemes: "http,https")
        transfer.set(CURLOPT_USERAGENT, userAgent)
        try transfer.set(CURLOPT_HTTPHEADER, ["Accept: text/html, application/xhtml+xml"])
        transfer.set(CURLOPT_ACCEPT_ENCODING, "")
        transfer.set(CURLOPT_FOLLOWLOCATION, 1)
        transfer.set(CURLOPT_MAXREDIRS, limits.redirects)
        transfer.set(CURLOPT_CONNECTTIMEOUT_MS, limits.connectTime.milliseconds)
        transfer.set(CURLOPT_TIMEOUT_MS, limits.time.milliseconds)
        let exchange = CurlExchange(
            taking: limits.bodyBytes,
            allowing: { address, port in
                isPortOfPages(port) && (allowsPrivate || PublicAddress.isPublic(address))
            })
        let outcome = transfer.perform(exchange)
        if exchange.hasRefusedAddress {
            throw FetchRefused(
                reason: "it leads to an address or a port that is not one of public pages")
        }
        guard outcome.isDone || exchange.isOverLimit else {
            throw FetchFailed(reason: outcome.reason)
        }
        let final = outcome.address ?? address
        try check(final)
        return FetchedPage(
            status: outcome.answer, address: final, mediaType: outcome.mediaType,
            body: exchange.body)
    }
}
