import CheeseboardTesting
import Database
import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import PackageIndex
import Testing
import WebServer

@Suite struct `Who may upload` {
    /// Uploads with the value of `Authorization`.
    private func upload(_ authorization: String, _ world: AccountWorld) async throws
        -> TestResponse
    {
        let body = UploadBody(WheelBuilder(name: "brie", version: "1.0").make())
        return try await world.stranger().send(
            body.bytes, to: "/legacy/",
            [.authorization: authorization, .contentType: UploadBody.contentType])
    }

    @Test func `an index as PyPI demands a verified address and a second factor`() async throws {
        var settings = IndexSettings()
        settings.profile = .pypi
        try await AccountWorld.with(settings: settings) { world in
            let token = "Bearer " + (try await world.index.issueToken(to: "alma", TokenRequest()))
            let verify = { (verified: Bool) in
                try await world.server.test.database.write {
                    _ = try $0.run("UPDATE emails SET is_verified = $1", verified)
                }
            }
            try await verify(false)
            let first = try await upload(token, world)
            #expect(first.status == .forbidden)
            #expect(
                String(buffer: first.body).hasPrefix(
                    "User 'alma' does not have a verified primary email address."))
            try await verify(true)
            let second = try await upload(token, world)
            #expect(second.status == .forbidden)
            #expect(
                String(buffer: second.body).hasPrefix(
                    "User 'alma' does not have two-factor authentication enabled."))
            try await world.signIn()
            _ = try await world.makeRecoveryCodes()
            _ = try await world.addAuthenticator()
            #expect(try await upload(token, world).status == .ok)
        }
    }

    @Test func `managing demands the same of people and of tools, and their account stays open`()
        async throws
    {
        var settings = IndexSettings()
        settings.profile = .pypi
        try await AccountWorld.with(settings: settings) { world in
            let alma = try #require(try await world.index.user(named: "alma"))
            try await world.server.test.publish(
                WheelBuilder(name: "brie", version: "1.0").make(), by: Principal(user: alma))
            try await world.signIn()
            let token =
                "Bearer "
                + (try await world.index.issueToken(
                    to: "alma", TokenRequest(scopes: [.manage])))
            let pages = [
                "/manage/project/brie/releases/", "/manage/project/brie/settings/",
                "/manage/project/brie/collaboration/",
            ]
            let roles = "/api/v1/projects/brie/roles"
            let verify = { (verified: Bool) in
                try await world.server.test.database.write {
                    _ = try $0.run("UPDATE emails SET is_verified = $1", verified)
                }
            }
            for (isVerified, words, way) in [
                (false, "does not have a verified primary email address", "account/emails/"),
                (true, "does not have two-factor authentication enabled", "account/two-factor/"),
            ] {
                try await verify(isVerified)
                for page in pages {
                    let answer = try await world.browser.get(page)
                    #expect(answer.status == .forbidden)
                    let html = String(buffer: answer.body)
                    #expect(html.contains(words) && html.contains(way), "\(page)")
                    #expect(html.contains("before attempting to manage projects"))
                    #expect(html.contains("<a href=\"/manage/account/\">to your account</a>"))
                }
                let answer = try await world.stranger().get(roles, [.authorization: token])
                #expect(answer.status == .forbidden)
                #expect(String(buffer: answer.body).contains(words))
                for own in [
                    "/manage/account/", "/manage/account/emails/", "/manage/account/two-factor/",
                    "/manage/projects/",
                ] {
                    #expect(try await world.browser.get(own).status == .ok, "\(own)")
                }
            }
            _ = try await world.makeRecoveryCodes()
            _ = try await world.addAuthenticator()
            for page in pages { #expect(try await world.browser.get(page).status == .ok) }
            #expect(
                try await world.stranger().get(roles, [.authorization: token]).status == .ok)
        }
    }

    @Test func `a password alone opens nothing of an account with a second factor`() async throws {
        try await AccountWorld.with { world in
            let basic =
                "Basic " + Data("alma:\(AccountWorld.password)".utf8).base64EncodedString()
            try await world.signIn()
            _ = try await world.makeRecoveryCodes()
            _ = try await world.addAuthenticator()
            let refused = try await upload(basic, world)
            #expect(refused.status == .forbidden)
            #expect(String(buffer: refused.body).contains("second factor"))
            let read = try await world.stranger().get("/simple/", [.authorization: basic])
            #expect(read.status != .ok)
        }
    }

    @Test func `guessing passwords without a page is counted as well`() async throws {
        try await AccountWorld.with { world in
            let wrong = "Basic " + Data("alma:wrong".utf8).base64EncodedString()
            let right =
                "Basic " + Data("alma:\(AccountWorld.password)".utf8).base64EncodedString()
            for _ in 0..<40 {
                #expect(
                    try await world.stranger().get("/simple/", [.authorization: right]).status
                        == .ok)
            }
            for number in 1...21 {
                let answer = try await world.stranger().get("/simple/", [.authorization: wrong])
                #expect(answer.status == (number <= 20 ? .unauthorized : .tooManyRequests))
            }
            #expect(
                try await world.stranger().get("/simple/", [.authorization: right]).status
                    == .tooManyRequests)
        }
    }
}
