import HTTPTypes
import Hummingbird
import PackageIndex
import WebServer

extension IndexRequestContext {
    /// What the browser brings to a sign-in: the secrets in its cookies.
    func browser(_ request: Request) -> SignInBrowser {
        SignInBrowser(
            client: trace,
            device: Cookie.device.value(in: request.headers).flatMap(BearerSecret.init),
            pending: Cookie.signIn.value(in: request.headers).flatMap(BearerSecret.init))
    }

    /// The session, where the access table lets nobody come without one.
    var ownSession: Session {
        get throws {
            guard let session else { throw Refusal(.credentialsMissing, "Nobody is signed in.") }
            return session
        }
    }

    /// The site as authenticators know it, by the address under which the reader reached it.
    ///
    /// Credentials are bound to that name by the browser, so that one of another name is of no use.
    var party: RelyingParty {
        get throws {
            let origin = "\(self.origin.scheme)://\(self.origin.host.lowercased())"
            guard let party = RelyingParty(origin: origin) else {
                throw Refusal(.hostUnknown, "The index is not reached under this name.")
            }
            return party
        }
    }
}

extension Site {
    /// Does what a form asks for; where a rule says no to what was typed, the page is shown again
    /// with the reason.
    func answer(
        orShow page: (_ problem: String, HTTPResponse.Status) async throws -> Response,
        _ action: () async throws -> Response
    ) async throws -> Response {
        do {
            return try await action()
        } catch let refusal as Refusal where refusal.isAboutWhatWasTyped {
            let status =
                refusal.code == .credentialsInvalid ? .forbidden : refusal.status(in: .page)
            return try await page("\(refusal.message) \(refusal.help)", status)
        }
    }

    /// Signs the browser in and sends it where it was going.
    func welcome(
        _ signedIn: SignedIn, _ context: IndexRequestContext, to path: String? = nil,
        telling notice: Notice = .signedIn
    ) -> Response {
        let next = path ?? signedIn.nextPath.flatMap { LocalPath($0)?.description } ?? "/"
        var response = Response.seeOther(next, context, telling: notice)
        response.addCookie(
            Cookie.session.field(signedIn.session.text, seconds: nil, at: context.origin))
        response.addCookie(Cookie.signIn.field("", seconds: 0, at: context.origin))
        if let device = signedIn.device {
            response.addCookie(
                Cookie.device.field(device.text, seconds: 365 * 24 * 3600, at: context.origin))
        }
        return response
    }

    /// Gives the browser the secret of a ceremony and sends it to the page where it goes on.
    func goOn(
        _ secret: BearerSecret, at route: Route, _ context: IndexRequestContext
    ) -> Response {
        var response = Response.seeOther(route.path(), context)
        // A sign-in may wait for a mail for some hours; the server says when it ends.
        response.addCookie(
            Cookie.signIn.field(secret.text, seconds: 6 * 3600, at: context.origin))
        return response
    }
}

extension Refusal {
    /// Whether somebody can do better by typing something else into the same form.
    fileprivate var isAboutWhatWasTyped: Bool {
        switch code {
        case .credentialsInvalid, .factorWrong, .accountFrozen: true
        default: kind == .invalid || kind == .conflict
        }
    }
}
