import PackageIndex
import PythonPackaging
import WebServer

extension APIHandlers {
    static let invitationActions: [Route: Action] = [
        .apiProjectInvitations: { call in
            let invitations = try await call.index.invitations(
                to: try call.projectName(), by: try call.requester())
            return .page(invitations.map(call.value(of:)), next: nil)
        },
        .apiInvite: invite,
        .apiRevokeInvitation: { call in
            try await call.index.revokeInvitation(
                call.value("id"), to: try call.projectName(), by: try call.requester())
            return .nothing
        },
        .apiOwnInvitations: { call in
            let invitations = try await call.index.invitations(of: try call.requester())
            return .page(invitations.map(call.value(of:)), next: nil)
        },
        .apiAcceptInvitation: { call in
            try await call.index.acceptInvitation(call.value("id"), by: try call.requester())
            return .nothing
        },
        .apiDeclineInvitation: { call in
            try await call.index.declineInvitation(call.value("id"), by: try call.requester())
            return .nothing
        },
    ]

    @Sendable private static func invite(_ call: APICall) async throws -> APIAnswer {
        let role = call.text("role").flatMap(ProjectRole.init(rawValue:)) ?? .reader
        let id = try await call.index.inviteCollaborator(
            call.text("user") ?? "", to: try call.projectName(), as: role,
            by: try call.requester())
        return try await call.invitation(id)
    }
}

extension APICall {
    /// The answer to an invitation just made.
    func invitation(_ id: String) async throws -> APIAnswer {
        let name = try projectName()
        let open = try await index.invitations(to: name, by: try requester())
        guard let invitation = open.first(where: { $0.uid == id }) else {
            throw Refusal(.invitationUnknown, "The invitation was answered or taken back at once.")
        }
        let path = Route.apiProjectInvitations.path(["name": name.normalized])
        return .created(value(of: invitation), at: path)
    }

    /// An invitation as the API shows it.
    func value(of invitation: Invitation) -> JSONValue {
        [
            "id": .string(invitation.uid), "project": .string(invitation.project),
            "user": .string(invitation.user), "role": .string(invitation.role.rawValue),
            "is_transfer": .boolean(invitation.isTransfer),
            "invited_by": .string(invitation.invitedBy),
            "created_at": .time(invitation.createdAt), "expires_at": .time(invitation.expiresAt),
        ]
    }
}
