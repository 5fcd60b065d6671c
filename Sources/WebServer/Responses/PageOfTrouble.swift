package import HTTPTypes
package import Hummingbird

/// Makes the page on which people read why something was refused or failed: a title and what to do.
package typealias PageOfTrouble =
    @Sendable (
        _ title: String, _ help: String, HTTPResponse.Status, IndexRequestContext
    ) -> Response
