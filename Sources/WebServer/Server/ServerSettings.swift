/// Where and how the server listens.
package struct ServerSettings: Sendable {
    /// The address to listen on.
    package var host = "127.0.0.1"
    /// The port to listen on; 0 lets the system choose.
    package var port = 8080
    /// The PEM files of the certificate chain and its key; nil for plain HTTP.
    package var tls: (certificate: String, key: String)?
    /// What stands in front of the server.
    package var proxy = ProxySettings()
    /// How long clients may take.
    package var limits = ConnectionLimits()

    /// Plain HTTP on port 8080 of this machine alone.
    package init() {}
}
