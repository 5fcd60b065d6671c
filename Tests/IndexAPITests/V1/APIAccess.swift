import PackageIndex
import PythonPackaging
import WebServer

/// What the walk over the addresses of the API needs to be let in everywhere.
enum APIAccess {
    /// Whether a route is walked with a fresh index for itself: what needs a token, most of which
    /// changes something.
    static func isWalked(_ route: Route) -> Bool {
        guard route.isOfAPI else { return false }
        switch route.operation.rule {
        case .anyone, .holderOfTheLink, .readers: return false
        case .members, .provenMembers, .signedIn, .proven, .administrators: return true
        }
    }

    /// A body that each route takes; `number` keeps labels apart.
    static func body(_ route: Route, _ number: Int) -> String? {
        switch route {
        case .apiSetStatus: #"{"status":"archived"}"#
        case .apiSetVisibility: #"{"visibility":"private"}"#
        case .apiSetLimits: #"{"file_bytes":null,"total_bytes":1000}"#
        case .apiTransferProject: #"{"user":"oscar"}"#
        case .apiInvite: #"{"user":"oscar","role":"reader"}"#
        case .apiSetRole: #"{"role":"reader"}"#
        case .apiYankRelease, .apiYankFile, .apiProhibitName: #"{"reason":"broken"}"#
        case .apiSetFullName: #"{"full_name":"Alice A."}"#
        case .apiShowEmail: #"{"address":"nobody@index.example","is_public":true}"#
        case .apiMakeToken: #"{"label":"t\#(number)","scopes":["read"]}"#
        default: nil
        }
    }

    /// Whether the walk has nothing that the identifier in the address could name.
    static func isOfNothing(_ route: Route) -> Bool {
        switch route {
        case .apiCancelRoleChange, .apiAcceptInvitation, .apiDeclineInvitation,
            .apiConfirmRoleChange, .apiRefuseRoleChange, .apiToken, .apiRevokeToken, .apiShowEmail:
            true
        default: false
        }
    }

    /// Makes what a route undoes.
    static func prepare(_ route: Route, _ index: Index, _ project: String, _ file: String)
        async throws -> String
    {
        let (name, owner) = (try ProjectName(project), Requester.machineOwner)
        switch route {
        case .apiRestoreProject: try await index.deleteProject(name, by: owner)
        case .apiRestoreRelease:
            try await index.deleteRelease(try Version("1.0"), of: name, by: owner)
        case .apiRestoreFile: try await index.deleteFile(file, of: name, by: owner)
        case .apiAllowName: try await index.prohibitName(name, reason: nil, by: owner)
        case .apiRevokeInvitation:
            return try await index.inviteCollaborator("oscar", to: name, as: .reader, by: owner)
        default: break
        }
        return "00000000-0000-4000-8000-000000000000"
    }
}
