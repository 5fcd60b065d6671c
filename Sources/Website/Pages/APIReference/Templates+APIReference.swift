extension Templates {
    static let apiReference: [String: [UInt8]] = [
        "apiReference": PackageResources.apiReference_mustache
    ]
}
