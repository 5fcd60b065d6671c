import CheeseboardTesting
import Database
import HTTPTypes
import HummingbirdTesting
import Testing
import WebServer

@Suite struct `Health` {
    @Test func `is good while database and blobs answer, and said so otherwise`() async throws {
        try await withServer { server, client in
            let good = try await client.get("/_health")
            #expect(good.status == .ok && good.text == #"{"status":"ok"}"#)
            #expect(good["Cache-Control"] == "no-store")
            #expect(try await client.get("/_health/").text == good.text)
            await server.test.database.base.close()
            let bad = try await client.get("/_health")
            #expect(bad.status == .serviceUnavailable && bad.text == #"{"status":"failing"}"#)
        }
    }
}
