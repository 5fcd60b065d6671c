import HTTPTypes
import PackageIndex

extension Route {
    static let account: [Route] = [signInForm, signIn, signOut, proofForm, proof]

    package static let signInForm = get("signInForm", "/account/login/", .enterAccount, .page)
    package static let signIn = change("signIn", "/account/login/", .enterAccount, .page)
    package static let signOut = change("signOut", "/account/logout/", .manageAccount, .page)
    package static let proofForm = get(
        "proofForm", "/account/reauthenticate/", .manageAccount, .page)
    package static let proof = change("proof", "/account/reauthenticate/", .manageAccount, .page)
}
