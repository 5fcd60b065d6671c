import HTTPTypes
import PackageIndex

extension Route {
    /// What programs may ask for under `/api/v1/`; `Contract` says of each what it takes and answers.
    static let api: [Route] =
        [apiDocument, apiReference] + apiOfProjects + apiOfReleases + apiOfPeople + apiOfAccount

    package static let apiDocument = get(
        "apiDocument", "/api/v1/openapi.json", .readPublicPage, .problem)
    package static let apiReference = get("apiReference", "/help/api/", .readPublicPage, .page)

    private static let apiOfProjects: [Route] = [
        apiProjects, apiProject, apiDeleteProject, apiRestoreProject, apiSetStatus,
        apiSetVisibility, apiSetLimits, apiVerifyURLs, apiTransferProject, apiDeletedItems,
        apiDependents,
        apiProhibitedNames, apiProhibitName, apiAllowName,
    ]
    package static let apiProjects = get(
        "apiProjects", "/api/v1/projects", .readProjectList, .problem)
    package static let apiProject = get(
        "apiProject", "/api/v1/projects/{name}", .readProject, .problem)
    package static let apiDeleteProject = change(
        "apiDeleteProject", by: .delete, "/api/v1/projects/{name}", .controlProject, .problem)
    package static let apiRestoreProject = change(
        "apiRestoreProject", "/api/v1/projects/{name}/restore", .controlProject, .problem)
    package static let apiSetStatus = change(
        "apiSetStatus", by: .put, "/api/v1/projects/{name}/status", .controlProject, .problem)
    package static let apiSetVisibility = change(
        "apiSetVisibility", by: .put, "/api/v1/projects/{name}/visibility", .controlProject,
        .problem)
    package static let apiSetLimits = change(
        "apiSetLimits", by: .put, "/api/v1/projects/{name}/limits", .administer, .problem)
    package static let apiVerifyURLs = change(
        "apiVerifyURLs", "/api/v1/projects/{name}/verify-urls", .manageProject, .problem)
    package static let apiTransferProject = change(
        "apiTransferProject", "/api/v1/projects/{name}/transfer", .controlProject, .problem)
    package static let apiDeletedItems = get(
        "apiDeletedItems", "/api/v1/projects/{name}/deleted", .manageProject, .problem)
    package static let apiDependents = get(
        "apiDependents", "/api/v1/projects/{name}/dependents", .readProjectList, .problem)
    package static let apiProhibitedNames = get(
        "apiProhibitedNames", "/api/v1/prohibited-names", .administer, .problem)
    package static let apiProhibitName = change(
        "apiProhibitName", by: .put, "/api/v1/prohibited-names/{name}", .administer, .problem)
    package static let apiAllowName = change(
        "apiAllowName", by: .delete, "/api/v1/prohibited-names/{name}", .administer, .problem)

    private static let apiOfReleases: [Route] = [
        apiReleases, apiRelease, apiDeleteRelease, apiRestoreRelease, apiYankRelease,
        apiUnyankRelease, apiFiles, apiFile, apiDeleteFile, apiRestoreFile, apiYankFile,
        apiUnyankFile,
    ]
    package static let apiReleases = get(
        "apiReleases", "/api/v1/projects/{name}/releases", .readProject, .problem)
    package static let apiRelease = get(
        "apiRelease", "/api/v1/projects/{name}/releases/{version}", .readProject, .problem)
    package static let apiDeleteRelease = change(
        "apiDeleteRelease", by: .delete, "/api/v1/projects/{name}/releases/{version}",
        .controlProject, .problem)
    package static let apiRestoreRelease = change(
        "apiRestoreRelease", "/api/v1/projects/{name}/releases/{version}/restore",
        .controlProject, .problem)
    package static let apiYankRelease = change(
        "apiYankRelease", by: .put, "/api/v1/projects/{name}/releases/{version}/yank",
        .manageProject, .problem)
    package static let apiUnyankRelease = change(
        "apiUnyankRelease", by: .delete, "/api/v1/projects/{name}/releases/{version}/yank",
        .manageProject, .problem)
    package static let apiFiles = get(
        "apiFiles", "/api/v1/projects/{name}/files", .readProject, .problem)
    package static let apiFile = get(
        "apiFile", "/api/v1/projects/{name}/files/{filename}", .readFile, .problem)
    package static let apiDeleteFile = change(
        "apiDeleteFile", by: .delete, "/api/v1/projects/{name}/files/{filename}", .controlProject,
        .problem)
    package static let apiRestoreFile = change(
        "apiRestoreFile", "/api/v1/projects/{name}/files/{filename}/restore", .controlProject,
        .problem)
    package static let apiYankFile = change(
        "apiYankFile", by: .put, "/api/v1/projects/{name}/files/{filename}/yank", .manageProject,
        .problem)
    package static let apiUnyankFile = change(
        "apiUnyankFile", by: .delete, "/api/v1/projects/{name}/files/{filename}/yank",
        .manageProject, .problem)

    private static let apiOfPeople: [Route] = [
        apiRoles, apiSetRole, apiRemoveRole, apiProjectInvitations, apiInvite,
        apiRevokeInvitation, apiRoleChanges, apiCancelRoleChange, apiProjectTokens,
        apiProjectEvents,
    ]
    package static let apiRoles = get(
        "apiRoles", "/api/v1/projects/{name}/roles", .manageProject, .problem)
    package static let apiSetRole = change(
        "apiSetRole", by: .put, "/api/v1/projects/{name}/roles/{user}", .controlProject, .problem)
    package static let apiRemoveRole = change(
        "apiRemoveRole", by: .delete, "/api/v1/projects/{name}/roles/{user}", .controlProject,
        .problem)
    package static let apiProjectInvitations = get(
        "apiProjectInvitations", "/api/v1/projects/{name}/invitations", .manageProject, .problem)
    package static let apiInvite = change(
        "apiInvite", "/api/v1/projects/{name}/invitations", .controlProject, .problem)
    package static let apiRevokeInvitation = change(
        "apiRevokeInvitation", by: .delete, "/api/v1/projects/{name}/invitations/{id}",
        .controlProject, .problem)
    package static let apiRoleChanges = get(
        "apiRoleChanges", "/api/v1/projects/{name}/role-changes", .manageProject, .problem)
    package static let apiCancelRoleChange = change(
        "apiCancelRoleChange", by: .delete, "/api/v1/projects/{name}/role-changes/{id}",
        .controlProject, .problem)
    package static let apiProjectTokens = get(
        "apiProjectTokens", "/api/v1/projects/{name}/tokens", .manageProject, .problem)
    package static let apiProjectEvents = get(
        "apiProjectEvents", "/api/v1/projects/{name}/events", .manageProject, .problem)

    private static let apiOfAccount: [Route] = [
        apiAccount, apiSetFullName, apiShowEmail, apiOwnProjects,
        apiOwnDeletedProjects, apiOwnEvents, apiOwnInvitations, apiAcceptInvitation,
        apiDeclineInvitation, apiOwnRoleChanges, apiConfirmRoleChange, apiRefuseRoleChange,
        apiTokens, apiMakeToken, apiToken, apiRevokeToken,
    ]
    package static let apiAccount = get("apiAccount", "/api/v1/account", .manageAccount, .problem)
    package static let apiSetFullName = change(
        "apiSetFullName", by: .put, "/api/v1/account/full-name", .manageAccount, .problem)
    package static let apiShowEmail = change(
        "apiShowEmail", by: .put, "/api/v1/account/email-visibility", .protectAccount,
        .problem)
    package static let apiOwnProjects = get(
        "apiOwnProjects", "/api/v1/account/projects", .manageAccount, .problem)
    package static let apiOwnDeletedProjects = get(
        "apiOwnDeletedProjects", "/api/v1/account/deleted-projects", .manageAccount, .problem)
    package static let apiOwnEvents = get(
        "apiOwnEvents", "/api/v1/account/events", .manageAccount, .problem)
    package static let apiOwnInvitations = get(
        "apiOwnInvitations", "/api/v1/account/invitations", .manageAccount, .problem)
    package static let apiAcceptInvitation = change(
        "apiAcceptInvitation", "/api/v1/account/invitations/{id}/accept", .manageAccount, .problem)
    package static let apiDeclineInvitation = change(
        "apiDeclineInvitation", "/api/v1/account/invitations/{id}/decline", .manageAccount,
        .problem)
    package static let apiOwnRoleChanges = get(
        "apiOwnRoleChanges", "/api/v1/account/role-changes", .manageAccount, .problem)
    package static let apiConfirmRoleChange = change(
        "apiConfirmRoleChange", "/api/v1/account/role-changes/{id}/confirm", .manageAccount,
        .problem)
    package static let apiRefuseRoleChange = change(
        "apiRefuseRoleChange", by: .delete, "/api/v1/account/role-changes/{id}", .manageAccount,
        .problem)
    package static let apiTokens = get(
        "apiTokens", "/api/v1/account/tokens", .manageAccount, .problem)
    package static let apiMakeToken = change(
        "apiMakeToken", "/api/v1/account/tokens", .protectAccount, .problem)
    package static let apiToken = get(
        "apiToken", "/api/v1/account/tokens/{id}", .manageAccount, .problem)
    package static let apiRevokeToken = change(
        "apiRevokeToken", by: .delete, "/api/v1/account/tokens/{id}", .protectAccount, .problem)

    /// Whether it belongs to the API for programs.
    package var isOfAPI: Bool {
        pattern.steps.prefix(2) == [.literal("api"), .literal("v1")]
    }
}
