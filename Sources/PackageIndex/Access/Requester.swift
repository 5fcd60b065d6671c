/// Who asks for a change, proven, and from where: what use cases authorise and histories keep.
///
/// There is none without a principal but the owner of the machine, who has the database anyway: an
/// optional that is nil by mistake gives nobody every right.
package struct Requester: Sendable {
    /// Who asks; nil for the owner of the machine.
    package let principal: Principal?
    /// Where the request came from.
    package let client: ClientTrace

    /// Someone who proved who they are.
    package init(_ principal: Principal, from client: ClientTrace = .local) {
        self.principal = principal
        self.client = client
    }

    private init() {
        principal = nil
        client = .local
    }

    /// The owner of the machine by a command, or the index itself by a job.
    package static let machineOwner = Requester()

    /// The user's name; nil for the owner of the machine.
    package var name: String? { principal?.user.name }
    /// The user's row number; nil for the owner of the machine.
    package var userID: Int64? { principal?.user.id }
    /// Whether it is the owner of the machine.
    package var isMachineOwner: Bool { principal == nil }
}
