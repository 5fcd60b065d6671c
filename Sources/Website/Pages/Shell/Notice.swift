import HTTPTypes
import Hummingbird
import WebServer

/// Something that was done, told on the page that follows.
///
/// The cookie carries its name, never its words: nobody can make the site say what it does not say.
enum Notice: String, CaseIterable {
    case signedIn = "signed-in"
    case signedOut = "signed-out"
    case proven
    case invited
    case invitationRevoked = "invitation-revoked"
    case invitationAccepted = "invitation-accepted"
    case invitationDeclined = "invitation-declined"
    case roleChangeWaits = "role-change-waits"
    case roleChangeCancelled = "role-change-cancelled"
    case collaboratorRemoved = "collaborator-removed"
    case projectLeft = "project-left"
    case yanked
    case unyanked
    case deleted
    case restored
    case tokenRevoked = "token-revoked"
    case addressesAsked = "addresses-asked"
    case registered, saved
    case firstAdministrator = "first-administrator"
    case passwordReset = "password-reset"
    case passwordChanged = "password-changed"
    case accountRestored = "account-restored"
    case accountDeleted = "account-deleted"
    case accountDeletedUnmailed = "account-deleted-unmailed"
    case emailVerified = "email-verified"
    case emailAdded = "email-added"
    case emailRemoved = "email-removed"
    case linkSent = "link-sent"
    case sessionEnded = "session-ended"
    case addressFirst = "address-first"
    case codesFirst = "codes-first"
    case codesProven = "codes-proven"
    case factorAdded = "factor-added"
    case factorRemoved = "factor-removed"

    /// What people read.
    var text: String {
        switch self {
        case .signedIn: "You are signed in."
        case .signedOut: "You are signed out."
        case .proven: "Thank you. You can go on."
        case .invited: "The invitation is on its way."
        case .invitationRevoked: "The invitation is taken back."
        case .invitationAccepted: "Welcome: you have the role."
        case .invitationDeclined: "The invitation is declined."
        case .roleChangeWaits:
            "It is noted. Being about a long-standing owner, it waits until they agree or their "
                + "time to object is over."
        case .roleChangeCancelled: "The change is cancelled."
        case .collaboratorRemoved: "The person is removed."
        case .projectLeft: "You have left the project."
        case .yanked: "It is yanked."
        case .unyanked: "The yank is taken back."
        case .deleted: "It is deleted, and can be brought back for a while."
        case .restored: "It is back."
        case .tokenRevoked: "The token is revoked."
        case .addressesAsked: "The addresses of the project are looked at in the next minutes."
        case .registered: "Welcome. A link that verifies your address is on its way to it."
        case .saved: "It is saved."
        case .firstAdministrator:
            "The account is made, and you are signed in. The link works no more."
        case .passwordReset: "The new password is set. Sign in with it."
        case .passwordChanged: "The password is changed, and all other sessions have ended."
        case .accountRestored: "The account is back. Sign in with the new password."
        case .accountDeleted: "The account is deleted. A mail says how to bring it back."
        case .accountDeletedUnmailed:
            "The account is deleted. For 30 days those who run the site can bring it back."
        case .emailVerified: "The address is verified."
        case .emailAdded: "The address is added. A link that verifies it is on its way to it."
        case .emailRemoved: "The address is removed."
        case .linkSent: "The link is on its way."
        case .sessionEnded: "It is ended."
        case .addressFirst:
            "Verify an address first: by mail you confirm that it is you who signs in elsewhere."
        case .codesFirst: "Make recovery codes first: they open your account if all else is lost."
        case .codesProven: "The recovery codes work from now on. Now add a second factor."
        case .factorAdded: "The second factor is added."
        case .factorRemoved: "The second factor is removed."
        }
    }
}

extension IndexRequestContext {
    /// What the page before wants told.
    var notice: Notice? { noticeName.flatMap(Notice.init(rawValue:)) }
}

extension Response {
    /// Sends the browser to another page of the site after a form, and has it tell something there.
    static func seeOther(
        _ path: String, _ context: IndexRequestContext, telling notice: Notice? = nil
    ) -> Response {
        var response = Response(
            status: .seeOther,
            headers: [.location: context.origin.prefix + path, .cacheControl: "no-store"])
        if let notice {
            response.addCookie(
                Cookie.notice.field(notice.rawValue, seconds: 60, at: context.origin))
        }
        return response
    }

    /// Adds a field `Set-Cookie`.
    mutating func addCookie(_ field: String) {
        headers.append(HTTPField(name: .setCookie, value: field))
    }
}
