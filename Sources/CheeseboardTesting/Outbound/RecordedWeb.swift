package import Outbound
import Synchronization

/// Pages of a web that exists only in a test; everything else is away.
package final class RecordedWeb: HTTPFetcher {
    /// What is at an address.
    package enum Answer: Sendable {
        /// An HTML page, possibly with another status or after a redirect.
        case page(String, status: Int = 200, from: String? = nil)
        /// No page.
        case failure(any Error)
    }

    private let state = Mutex<[String: Answer]>([:])

    /// A web without pages.
    package init() {}

    /// What is where.
    package var pages: [String: Answer] {
        get { state.withLock(\.self) }
        set { state.withLock { $0 = newValue } }
    }

    package func fetch(_ address: String) async throws -> FetchedPage {
        switch pages[address] {
        case .page(let html, let status, let final):
            return FetchedPage(
                status: status, address: final ?? address, mediaType: "text/html; charset=utf-8",
                body: Array(html.utf8))
        case .failure(let error): throw error
        case nil: throw FetchFailed(reason: "there is nothing at \(address)")
        }
    }
}
