extension Templates {
    static let front: [String: [UInt8]] = ["front": PackageResources.front_mustache]
}
