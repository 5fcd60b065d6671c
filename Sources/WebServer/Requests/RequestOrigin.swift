package import Hummingbird
import HTTPTypes
package import NIOCore
import PackageIndex

/// How a client addressed this server, seen through whatever proxies stand between.
package struct RequestOrigin: Sendable, Equatable {
    /// `http` or `https`.
    package let scheme: String
    /// The host and port that the client used.
    package let host: String
    /// The path under which the server stands, as in `/python`, without a final slash.
    package let prefix: String
    /// The client's address; nil where it is not known.
    package let client: String?

    /// The address of the server's root without a final slash, as in `https://index.example/python`.
    package var base: String { "\(scheme)://\(host)\(prefix)" }

    init(scheme: String, host: String, prefix: String, client: String?) {
        self.scheme = scheme
        self.host = host
        self.prefix = prefix
        self.client = client
    }

    /// Works it out for one request.
    ///
    /// `X-Forwarded-For`, `-Proto`, `-Host` and `-Prefix` are believed only from a trusted proxy's
    /// address. The client is the last address in `X-Forwarded-For` that is not itself trusted.
    package init(
        _ request: Request, from peer: SocketAddress?, isTLS: Bool, settings: ProxySettings
    ) {
        let peerAddress = peer?.ipAddress
        let headers = request.headers
        let isTrusted = peerAddress.map { settings.trusts($0) } ?? false
        func forwarded(_ name: String) -> String? {
            guard isTrusted, let field = HTTPField.Name(name), let value = headers[field] else {
                return nil
            }
            return value.split(separator: ",").first.map { String($0.trimmingSpaces) }
        }
        let proto = forwarded("X-Forwarded-Proto")?.lowercased()
        scheme = proto == "https" || proto == "http" ? proto ?? "http" : isTLS ? "https" : "http"
        let named = forwarded("X-Forwarded-Host") ?? request.head.authority
        host = named.flatMap { Self.isHost($0) ? $0 : nil } ?? "localhost"
        let forwardedPrefix = forwarded("X-Forwarded-Prefix").flatMap(ProxySettings.prefix)
        prefix = forwardedPrefix ?? settings.prefix
        client =
            isTrusted
            ? Self.client(in: headers, behind: settings) ?? peerAddress : peerAddress
    }

    private static func client(in headers: HTTPFields, behind settings: ProxySettings) -> String? {
        guard let name = HTTPField.Name("X-Forwarded-For"), let list = headers[name] else {
            return nil
        }
        let addresses = list.split(separator: ",").map { String($0.trimmingSpaces) }
        return addresses.last { AddressRange($0) != nil && !settings.trusts($0) }
    }

    private static func isHost(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 255
            && text.utf8.allSatisfy { byte in
                (0x30...0x3A).contains(byte) || (0x41...0x5B).contains(byte)
                    || (0x61...0x7A).contains(byte) || byte == 0x5D || byte == 0x2D || byte == 0x2E
                    || byte == 0x5F
            }
    }
}
