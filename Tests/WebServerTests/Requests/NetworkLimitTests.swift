import CheeseboardTesting
import Foundation
import PackageIndex
import Testing
import WebServer

@Suite struct `A limit by network` {
    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            // Whoever has an IPv6 address has its /64, and 2⁶⁴ addresses to try from.
            (
                [
                    "2001:db8:0:1::1", "2001:db8:0:1:ffff::2", "2001:0DB8:0:1:a:b:c:d",
                    "2001:db8:0:1::192.0.2.1",
                ], "2001:db8:0:2::1"
            ),
            (["192.0.2.1", "::ffff:192.0.2.1"], "192.0.2.2"),
        ])
    func `is shared by the addresses of one household, and by nobody beside it`(
        _ household: [String], _ neighbour: String
    ) async throws {
        try await TestIndex.with { test in
            let trusted = ["127.0.0.0/8"].compactMap(AddressRange.init)
            let server = try TestServer(test, proxy: ProxySettings(trusted: trusted))
            try await server.listen { port in
                try await RawConnection.open(port: port) { connection in
                    for number in 0..<20 {
                        let guess = Self.guess(
                            number, from: household[number % household.count])
                        try await connection.send(guess)
                        #expect(await connection.response()?.status == 401)
                    }
                    for address in household {
                        try await connection.send(Self.guess(20, from: address))
                        #expect(await connection.response()?.status == 429, "\(address)")
                    }
                    try await connection.send(Self.guess(21, from: neighbour))
                    #expect(await connection.response()?.status == 401)
                }
            }
        }
    }

    /// A wrong password of a name that nobody else tries.
    private static func guess(_ number: Int, from address: String) -> String {
        let login = Data("user\(number):wrong".utf8).base64EncodedString()
        return "GET /simple/ HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: \(address)\r\n"
            + "Authorization: Basic \(login)\r\n\r\n"
    }
}
