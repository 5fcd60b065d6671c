import HTTPTypes
import PackageIndex

extension Route {
    static let ownAccount: [Route] = [
        accountPage, fullName, emailsPage, emailAddition, emailLink, emailLead, emailRemoval,
        emailShowing, passwordForm, password, accountSecurityPage, otherSessionsEnd, sessionEnd,
        deletionForm, deletion, factorsPage, authenticatorForm, authenticator,
        authenticatorRemoval, securityKeyBeginning, securityKeyForm, securityKey,
        securityKeyRemoval, recoveryCodesForm, recoveryCodes, recoveryCodesProofForm,
        recoveryCodesProof,
    ]

    package static let accountPage = get(
        "accountPage", "/manage/account/", .manageAccount, .page)
    package static let fullName = change(
        "fullName", "/manage/account/name/", .manageAccount, .page)

    package static let emailsPage = get(
        "emailsPage", "/manage/account/emails/", .protectAccount, .page)
    package static let emailAddition = change(
        "emailAddition", "/manage/account/emails/add/", .protectAccount, .page)
    package static let emailLink = change(
        "emailLink", "/manage/account/emails/{email}/verify/", .protectAccount, .page)
    package static let emailLead = change(
        "emailLead", "/manage/account/emails/{email}/primary/", .protectAccount, .page)
    package static let emailRemoval = change(
        "emailRemoval", "/manage/account/emails/{email}/remove/", .protectAccount, .page)
    package static let emailShowing = change(
        "emailShowing", "/manage/account/emails/{email}/public/", .protectAccount, .page)

    package static let passwordForm = get(
        "passwordForm", "/manage/account/password/", .manageAccount, .page)
    package static let password = change(
        "password", "/manage/account/password/", .manageAccount, .page)

    package static let accountSecurityPage = get(
        "accountSecurityPage", "/manage/account/security/", .manageAccount, .page)
    package static let otherSessionsEnd = change(
        "otherSessionsEnd", "/manage/account/sessions/end-others/", .manageAccount, .page)
    package static let sessionEnd = change(
        "sessionEnd", "/manage/account/sessions/{session}/end/", .manageAccount, .page)

    package static let deletionForm = get(
        "deletionForm", "/manage/account/delete/", .protectAccount, .page)
    package static let deletion = change(
        "deletion", "/manage/account/delete/", .protectAccount, .page)

    package static let factorsPage = get(
        "factorsPage", "/manage/account/two-factor/", .protectAccount, .page)
    package static let authenticatorForm = get(
        "authenticatorForm", "/manage/account/totp-provision/", .protectAccount, .page)
    package static let authenticator = change(
        "authenticator", "/manage/account/totp-provision/", .protectAccount, .page)
    package static let authenticatorRemoval = change(
        "authenticatorRemoval", "/manage/account/totp-remove/", .protectAccount, .page)
    package static let securityKeyBeginning = change(
        "securityKeyBeginning", "/manage/account/webauthn-provision/options", .protectAccount,
        .page)
    package static let securityKeyForm = get(
        "securityKeyForm", "/manage/account/webauthn-provision/", .protectAccount, .page)
    package static let securityKey = change(
        "securityKey", "/manage/account/webauthn-provision/validate", .protectAccount, .page)
    package static let securityKeyRemoval = change(
        "securityKeyRemoval", "/manage/account/webauthn-provision/delete", .protectAccount, .page)
    package static let recoveryCodesForm = get(
        "recoveryCodesForm", "/manage/account/recovery-codes/generate/", .protectAccount, .page)
    package static let recoveryCodes = change(
        "recoveryCodes", "/manage/account/recovery-codes/generate/", .protectAccount, .page)
    package static let recoveryCodesProofForm = get(
        "recoveryCodesProofForm", "/manage/account/recovery-codes/burn/", .protectAccount, .page)
    package static let recoveryCodesProof = change(
        "recoveryCodesProof", "/manage/account/recovery-codes/burn/", .protectAccount, .page)
}
