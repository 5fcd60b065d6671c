import HTTPTypes
import Hummingbird
import PackageIndex

extension Response {
    /// The answer to a method that an address does not take: which it takes.
    ///
    /// The API answers OPTIONS, too, by which a browser asks before a script of another site reads.
    static func otherMethod(
        than methods: [HTTPRequest.Method], of route: Route, _ request: Request
    ) -> Response {
        let allowed = methods + (route.isOfAPI ? [.options] : [])
        var response: Response
        if route.isOfAPI, request.method == .options {
            response = Response(status: .noContent)
        } else {
            let hint = route.isOfAPI ? "" : " Uploads go to /legacy/."
            let refusal = Refusal(
                .methodNotAllowed, "\(request.method) is not for this address.\(hint)",
                help: route.isOfAPI ? "The field Allow says which methods are." : nil)
            response = .refusal(
                refusal, in: route.isOfAPI ? .problem : .upload, accept: request.headers[.accept])
        }
        response.headers[.allow] = allowed.map(\.rawValue).joined(separator: ", ")
        return response
    }
}
