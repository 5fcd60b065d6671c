import HTTPTypes
import PackageIndex

extension Route {
    static let manage: [Route] = ownPages + projectPages + deletingPages + administration

    // What is one's own.
    private static let ownPages: [Route] = [
        ownProjects, restoreProject, leaveProject, acceptInvitation, declineInvitation,
        confirmRoleChange, cancelOwnRoleChange, ownTokens, makeToken, revokeToken,
    ]

    package static let ownProjects = get(
        "ownProjects", "/manage/projects/", .manageAccount, .page)
    package static let restoreProject = change(
        "restoreProject", "/manage/projects/restore/", .protectAccount, .page)
    package static let leaveProject = change(
        "leaveProject", "/manage/projects/leave/", .protectAccount, .page)
    package static let acceptInvitation = change(
        "acceptInvitation", "/manage/projects/accept/", .manageAccount, .page)
    package static let declineInvitation = change(
        "declineInvitation", "/manage/projects/decline/", .manageAccount, .page)
    package static let confirmRoleChange = change(
        "confirmRoleChange", "/manage/projects/confirm-change/", .protectAccount, .page)
    package static let cancelOwnRoleChange = change(
        "cancelOwnRoleChange", "/manage/projects/cancel-change/", .manageAccount, .page)
    package static let ownTokens = get(
        "ownTokens", "/manage/account/token/", .protectAccount, .page)
    package static let makeToken = change(
        "makeToken", "/manage/account/token/", .protectAccount, .page)
    package static let revokeToken = change(
        "revokeToken", "/manage/account/token/revoke/", .protectAccount, .page)

    // A project's own pages.
    private static let projectPages: [Route] = [
        projectSettings, projectVisibility, archiveProject, unarchiveProject, deprecateProject,
        verifyProjectURLs, projectReleases, projectRelease, yankRelease, unyankRelease, yankFile,
        unyankFile,
        collaboration, inviteCollaborator, transferProject, revokeInvitation, changeRole,
        removeCollaborator, cancelRoleChange, projectHistory, projectTokens,
    ]

    package static let projectSettings = get(
        "projectSettings", "/manage/project/{name}/settings/", .controlProject, .page)
    package static let projectVisibility = change(
        "projectVisibility", "/manage/project/{name}/visibility/", .controlProject, .page)
    package static let archiveProject = change(
        "archiveProject", "/manage/project/{name}/archive/", .controlProject, .page)
    package static let unarchiveProject = change(
        "unarchiveProject", "/manage/project/{name}/unarchive/", .controlProject, .page)
    package static let deprecateProject = change(
        "deprecateProject", "/manage/project/{name}/deprecate/", .controlProject, .page)
    package static let verifyProjectURLs = change(
        "verifyProjectURLs", "/manage/project/{name}/verify-urls/", .manageProject, .page)
    package static let projectReleases = get(
        "projectReleases", "/manage/project/{name}/releases/", .manageProject, .page)
    package static let projectRelease = get(
        "projectRelease", "/manage/project/{name}/release/{version}/", .manageProject, .page)
    package static let yankRelease = change(
        "yankRelease", "/manage/project/{name}/release/{version}/yank/", .manageProject, .page)
    package static let unyankRelease = change(
        "unyankRelease", "/manage/project/{name}/release/{version}/unyank/", .manageProject, .page)
    package static let yankFile = change(
        "yankFile", "/manage/project/{name}/file/{filename}/yank/", .manageProject, .page)
    package static let unyankFile = change(
        "unyankFile", "/manage/project/{name}/file/{filename}/unyank/", .manageProject, .page)
    package static let collaboration = get(
        "collaboration", "/manage/project/{name}/collaboration/", .controlProject, .page)
    package static let inviteCollaborator = change(
        "inviteCollaborator", "/manage/project/{name}/collaboration/", .controlProject, .page)
    package static let transferProject = change(
        "transferProject", "/manage/project/{name}/collaboration/transfer/", .controlProject,
        .page)
    package static let revokeInvitation = change(
        "revokeInvitation", "/manage/project/{name}/collaboration/revoke_invite/",
        .controlProject, .page)
    package static let changeRole = change(
        "changeRole", "/manage/project/{name}/collaboration/change/", .controlProject, .page)
    package static let removeCollaborator = change(
        "removeCollaborator", "/manage/project/{name}/collaboration/delete/", .controlProject,
        .page)
    package static let cancelRoleChange = change(
        "cancelRoleChange", "/manage/project/{name}/collaboration/cancel-change/",
        .controlProject, .page)
    package static let projectHistory = get(
        "projectHistory", "/manage/project/{name}/history/", .manageProject, .page)
    package static let projectTokens = get(
        "projectTokens", "/manage/project/{name}/tokens/", .manageProject, .page)

    // Deleting and bringing back.
    private static let deletingPages: [Route] = [
        deleteProjectForm, deleteProject, deleteReleaseForm, deleteRelease, deleteFileForm,
        deleteFile, restoreRelease, restoreFile,
    ]

    package static let deleteProjectForm = get(
        "deleteProjectForm", "/manage/project/{name}/delete_project/", .controlProject, .page)
    package static let deleteProject = change(
        "deleteProject", "/manage/project/{name}/delete_project/", .controlProject, .page)
    package static let deleteReleaseForm = get(
        "deleteReleaseForm", "/manage/project/{name}/release/{version}/delete/", .controlProject,
        .page)
    package static let deleteRelease = change(
        "deleteRelease", "/manage/project/{name}/release/{version}/delete/", .controlProject,
        .page)
    package static let deleteFileForm = get(
        "deleteFileForm", "/manage/project/{name}/file/{filename}/delete/", .controlProject, .page)
    package static let deleteFile = change(
        "deleteFile", "/manage/project/{name}/file/{filename}/delete/", .controlProject, .page)
    package static let restoreRelease = change(
        "restoreRelease", "/manage/project/{name}/release/{version}/restore/", .controlProject,
        .page)
    package static let restoreFile = change(
        "restoreFile", "/manage/project/{name}/file/{filename}/restore/", .controlProject, .page)

    // Looking after the index.
    private static let administration: [Route] = [
        prohibitedNames, prohibitName, allowName, projectLimits, setProjectLimits,
    ]

    package static let prohibitedNames = get(
        "prohibitedNames", "/admin/prohibited-names/", .administer, .page)
    package static let prohibitName = change(
        "prohibitName", "/admin/prohibited-names/", .administer, .page)
    package static let allowName = change(
        "allowName", "/admin/prohibited-names/allow/", .administer, .page)
    package static let projectLimits = get("projectLimits", "/admin/limits/", .administer, .page)
    package static let setProjectLimits = change(
        "setProjectLimits", "/admin/limits/", .administer, .page)
}
