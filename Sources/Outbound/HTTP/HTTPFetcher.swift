/// Fetches pages of other machines.
package protocol HTTPFetcher: Sendable {
    /// Fetches what is at an `http` or `https` address.
    ///
    /// - Throws: ``FetchRefused`` where the address is none to go to, ``FetchFailed`` where it may
    ///   work another time.
    func fetch(_ address: String) async throws -> FetchedPage
}

/// What was at an address.
package struct FetchedPage: Sendable {
    /// The status of the answer.
    package let status: Int
    /// Where the answer came from, after redirects.
    package let address: String
    /// The media type as the server says it.
    package let mediaType: String?
    /// The body, or its beginning where it is longer than the fetcher takes.
    package let body: [UInt8]

    /// A page, for fetchers.
    package init(status: Int, address: String, mediaType: String?, body: [UInt8]) {
        self.status = status
        self.address = address
        self.mediaType = mediaType
        self.body = body
    }
}

/// An address is none that this server goes to.
package struct FetchRefused: Error, Sendable, CustomStringConvertible {
    /// Why not.
    package let reason: String

    /// A refusal with its reason.
    package init(reason: String) { self.reason = reason }

    package var description: String { reason }
}

/// A page could not be had this time.
package struct FetchFailed: Error, Sendable, CustomStringConvertible {
    /// What went wrong.
    package let reason: String

    /// A failure with its reason.
    package init(reason: String) { self.reason = reason }

    package var description: String { reason }
}
