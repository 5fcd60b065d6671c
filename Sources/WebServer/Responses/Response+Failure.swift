import HTTPTypes
package import Hummingbird
import PackageIndex

extension Response {
    /// The answer to a failure: the caller learns that it was not their fault, whether trying
    /// again helps, and the id under which the log has the rest.
    package static func failure(_ error: any Error, id: String, in form: RefusalForm) -> Response {
        let (status, words): (HTTPResponse.Status, String) =
            switch FailureKind(of: error) {
            case .storageFull:
                (
                    .init(code: 507, reasonPhrase: "Insufficient Storage"),
                    "The server's disk is full"
                )
            case .unavailable:
                (.serviceUnavailable, "The server's database does not answer just now")
            case .rendererUnavailable:
                (.serviceUnavailable, "The server cannot render descriptions just now")
            case .other:
                (.internalServerError, "The server failed")
            }
        let message = "\(words); the server's log has it under \(id)."
        var response: Response
        switch form {
        case .problem, .json:
            response = json(
                """
                {"type":"about:blank","status":\(status.code),"title":\(JSONText.quoted(title(message))),\
                "message":\(JSONText.quoted(message))}
                """, status: status,
                type: form == .problem ? "application/problem+json" : "application/json")
        case .upload, .page:
            response = text(message + "\n", status: status)
            response.headers[.reasonPhrase] = message
        }
        if status == .serviceUnavailable { response.headers[.retryAfter] = "5" }
        response.headers[.cacheControl] = "no-store"
        return response
    }
}
