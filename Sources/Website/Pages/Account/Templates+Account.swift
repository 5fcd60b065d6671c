extension Templates {
    static let account: [String: [UInt8]] = [
        "firstAdministrator": PackageResources.firstAdministrator_mustache,
        "signIn": PackageResources.signIn_mustache,
        "proof": PackageResources.proof_mustache,
    ]
}
