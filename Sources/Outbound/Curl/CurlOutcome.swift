import CCurl

/// How a transfer ended.
struct CurlOutcome {
    /// libcurl's verdict.
    let code: CURLcode
    /// The verdict in words, without anything of what was sent.
    let reason: String
    /// The last code that the server answered with; 0 for none.
    let answer: Int
    /// Where the transfer ended up after redirects.
    let address: String?
    /// The body's media type as the server says it.
    let mediaType: String?

    var isDone: Bool { code == CURLE_OK }
}

/// libcurl could not be set up, for want of memory.
struct CurlUnavailable: Error {}
