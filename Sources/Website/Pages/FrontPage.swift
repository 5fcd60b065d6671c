import Hummingbird
import WebServer

/// What the front page shows: how to install from here and how to publish to here.
struct FrontPage {
    let base: String
    let prefix: String

    init(_ origin: RequestOrigin) {
        base = origin.base
        prefix = origin.prefix
    }
}
