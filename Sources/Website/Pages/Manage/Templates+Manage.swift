extension Templates {
    static let manage: [String: [UInt8]] = [
        "manageNav": PackageResources.manageNav_mustache,
        "manageHead": PackageResources.manageHead_mustache,
        "ownProjects": PackageResources.ownProjects_mustache,
        "ownTokens": PackageResources.ownTokens_mustache,
        "manageSettings": PackageResources.manageSettings_mustache,
        "manageReleases": PackageResources.manageReleases_mustache,
        "manageRelease": PackageResources.manageRelease_mustache,
        "manageDelete": PackageResources.manageDelete_mustache,
        "manageCollaboration": PackageResources.manageCollaboration_mustache,
        "manageHistory": PackageResources.manageHistory_mustache,
        "manageTokens": PackageResources.manageTokens_mustache,
        "adminNames": PackageResources.adminNames_mustache,
        "adminLimits": PackageResources.adminLimits_mustache,
    ]
}
