/// Where a request came from, as histories and mails show it.
package struct ClientTrace: Sendable, Hashable {
    /// The client's address; nil where it is not known or nobody came over the network.
    package let address: String?
    /// What the client called itself, at most 200 characters.
    package let userAgent: String?
    /// The address by which attempts are counted: an IPv6 address by its /64, which one household
    /// has for itself.
    package let rateKey: String

    /// A trace, with the network that the address counts as.
    package init(address: String?, userAgent: String?, network: String?) {
        self.address = address
        self.userAgent = userAgent.map { Shown.short($0, limit: 200) }
        rateKey = network ?? address ?? "unknown"
    }

    /// Nobody from the network: the owner of the machine by a command, or a job.
    package static let local = ClientTrace(address: nil, userAgent: nil, network: "local")
}
