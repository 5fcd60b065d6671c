import HTTPTypes
import PackageIndex

extension Route {
    static let account: [Route] = [
        signInForm, signIn, signOut, proofForm, proof, secondFactorForm, secondFactor,
        recoveryCodeForm, recoveryCode, passkeyBeginning, passkeyForm, securityKeyAnswer,
        registerForm, register, resetRequestForm, resetRequest, resetForm, reset, restoreForm,
        restore, deviceForm, device, verificationForm, verification,
    ]

    package static let signInForm = get("signInForm", "/account/login/", .enterAccount, .page)
    package static let signIn = change("signIn", "/account/login/", .enterAccount, .page)
    package static let signOut = change("signOut", "/account/logout/", .manageAccount, .page)
    package static let proofForm = get(
        "proofForm", "/account/reauthenticate/", .manageAccount, .page)
    package static let proof = change("proof", "/account/reauthenticate/", .manageAccount, .page)
    package static let secondFactorForm = get(
        "secondFactorForm", "/account/two-factor/", .continueSignIn, .page)
    package static let secondFactor = change(
        "secondFactor", "/account/two-factor/", .continueSignIn, .page)
    package static let recoveryCodeForm = get(
        "recoveryCodeForm", "/account/recovery-code/", .enterAccount, .page)
    package static let recoveryCode = change(
        "recoveryCode", "/account/recovery-code/", .continueSignIn, .page)
    package static let passkeyBeginning = change(
        "passkeyBeginning", "/account/webauthn-authenticate/options", .enterAccount, .page)
    package static let passkeyForm = get(
        "passkeyForm", "/account/webauthn-authenticate/", .continueSignIn, .page)
    package static let securityKeyAnswer = change(
        "securityKeyAnswer", "/account/webauthn-authenticate/validate", .continueSignIn, .page)
    package static let registerForm = get(
        "registerForm", "/account/register/", .register, .page)
    package static let register = change("register", "/account/register/", .register, .page)
    package static let resetRequestForm = get(
        "resetRequestForm", "/account/request-password-reset/", .enterAccount, .page)
    package static let resetRequest = change(
        "resetRequest", "/account/request-password-reset/", .enterAccount, .page)
    package static let resetForm = get(
        "resetForm", "/account/reset-password/", .followLink, .page)
    package static let reset = change("reset", "/account/reset-password/", .followLink, .page)
    package static let restoreForm = get("restoreForm", "/account/restore/", .followLink, .page)
    package static let restore = change("restore", "/account/restore/", .followLink, .page)
    package static let deviceForm = get(
        "deviceForm", "/account/confirm-login/", .followLink, .page)
    package static let device = change("device", "/account/confirm-login/", .followLink, .page)
    package static let verificationForm = get(
        "verificationForm", "/account/verify-email/", .manageAccount, .page)
    package static let verification = change(
        "verification", "/account/verify-email/", .manageAccount, .page)
}
