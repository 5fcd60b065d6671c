package import HTTPTypes
package import PackageIndex

extension Refusal {
    /// The status of the answer: the one place where a rule's "no" becomes HTTP.
    ///
    /// Wrong credentials are 403 where a client uploads, which it shows, and 401 where it reads,
    /// since pip and uv ask for others only then.
    package func status(in form: RefusalForm) -> HTTPResponse.Status {
        switch code {
        case .methodNotAllowed: return .methodNotAllowed
        case .rangeNotSatisfiable: return .rangeNotSatisfiable
        case .mediaTypeUnsupported: return .unsupportedMediaType
        case .credentialsInvalid where form != .upload: return .unauthorized
        default: break
        }
        return switch kind {
        case .invalid: .badRequest
        case .unauthenticated: .unauthorized
        case .forbidden: .forbidden
        case .notFound: .notFound
        case .conflict: .conflict
        case .gone: .gone
        case .tooLarge: .contentTooLarge
        case .tooMany: .tooManyRequests
        }
    }
}
