import HTTPTypes
import Hummingbird
package import WebServer

/// Why something was refused or failed, and what to do.
struct TroublePage {
    let title: String
    let help: String
    let status: Int
}

extension Site {
    /// The page of a refusal or failure, for the responder.
    package var pageOfTrouble: PageOfTrouble {
        { title, help, status, context in
            let model = TroublePage(title: title, help: help, status: Int(status.code))
            do {
                return try pages.page("trouble", model, context, status: status)
            } catch {
                return Response.text("\(title)\n\(help)\n", status: status)
            }
        }
    }
}
