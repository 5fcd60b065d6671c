import HTTPTypes
package import Hummingbird
import NIOCore
package import PackageIndex

extension Response {
    /// A refusal in a face's form.
    ///
    /// The realm's challenge goes with every 401, and an upload's text into the status line as well
    /// as the body, since clients show only one of the two.
    package static func refusal(
        _ refusal: Refusal, in form: RefusalForm, accept: String?
    ) -> Response {
        let status = refusal.status(in: form)
        var response =
            switch form {
            case .upload: uploadRefusal(refusal, status, accept: accept ?? "")
            case .problem: problem(refusal, status)
            case .json:
                Response.json(#"{"message":\#(JSONText.quoted(refusal.message))}"#, status: status)
            case .page: page(refusal, status)
            }
        if status == .unauthorized {
            response.headers[.wwwAuthenticate] = #"Basic realm="Cheeseboard", charset="UTF-8""#
        }
        if status == .tooManyRequests {
            response.headers[.retryAfter] = String(refusal.retryAfter ?? 5)
        }
        response.headers[.cacheControl] = "no-store"
        return response
    }

    /// A text for people.
    package static func text(
        _ text: String, status: HTTPResponse.Status = .ok
    ) -> Response {
        Response(
            status: status, headers: [.contentType: "text/plain; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }

    /// A JSON text as `application/json`, without parameters: some clients compare exactly.
    package static func json(
        _ text: String, status: HTTPResponse.Status = .ok, type: String = "application/json"
    ) -> Response {
        Response(
            status: status, headers: [.contentType: type],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }

    private static func uploadRefusal(
        _ refusal: Refusal, _ status: HTTPResponse.Status, accept: String
    ) -> Response {
        // uv shows problem+json well, but asks for application/json, plain text and HTML.
        var response =
            accept.contains("application/json") || accept.contains("application/problem+json")
            ? problem(refusal, status)
            : text("\(refusal.message)\n\(refusal.help)\n", status: status)
        response.headers[.reasonPhrase] = refusal.message
        return response
    }

    private static func problem(_ refusal: Refusal, _ status: HTTPResponse.Status) -> Response {
        let title = JSONText.quoted(title(refusal.message))
        let detail = JSONText.quoted(refusal.help)
        let text = """
            {"type":"about:blank","status":\(status.code),"title":\(title),"detail":\(detail),\
            "code":"\(refusal.code.rawValue)"}
            """
        return json(text, status: status, type: "application/problem+json")
    }

    /// A sentence as a problem's title: without its period, since uv sets the detail behind it with
    /// a comma.
    static func title(_ sentence: String) -> String {
        sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
    }

    private static func page(_ refusal: Refusal, _ status: HTTPResponse.Status) -> Response {
        let title = HTMLText.escaped(refusal.message)
        let help = HTMLText.escaped(refusal.help)
        let html = """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>\(title)</title></head>
            <body><main><h1>\(title)</h1><p>\(help)</p></main></body></html>

            """
        return Response(
            status: status, headers: [.contentType: "text/html; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: html)))
    }
}
