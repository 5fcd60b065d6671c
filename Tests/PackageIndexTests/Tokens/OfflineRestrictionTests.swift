import PackageIndex
import Testing

/// The vectors' user and project.
private let user = "0b9f4c1e-55d2-4c39-8b0a-6c1d2e3f4a5b"
private let project = "c0ffee00-1234-4abc-8def-0123456789ab"

@Suite struct `A token that pypitoken has restricted` {
    private let vectors: TokenVectors
    private let context = TokenContext(
        now: 1_750_000_000, userID: user, projectName: "alpha", projectID: project, scope: .upload)

    init() throws {
        vectors = try TokenVectors.all()
    }

    @Test func `project names hold`() throws {
        #expect(try refusal(of: vectors.names, in: context) == nil)
        var other = context
        other.projectName = "beta"
        #expect(try refusal(of: vectors.names, in: other) != nil)
        other.projectName = "beta-gamma"
        #expect(try refusal(of: vectors.names, in: other) == nil)
    }

    @Test func `project identifiers hold`() throws {
        #expect(try refusal(of: vectors.identifiers, in: context) == nil)
        var other = context
        other.projectID = "another"
        #expect(try refusal(of: vectors.identifiers, in: other) != nil)
    }

    @Test func `times hold`() throws {
        var other = context
        for (now, isAllowed) in [
            (1_699_999_999, false), (1_700_000_000, true), (1_799_999_999, true),
            (1_800_000_000, false),
        ] as [(Int64, Bool)] {
            other.now = now
            #expect(try (refusal(of: vectors.times, in: other) == nil) == isAllowed)
        }
    }

    @Test func `another user than the token's is no user`() throws {
        #expect(try refusal(of: vectors.user, in: context) != nil)
        var other = context
        other.userID = "somebody-else"
        #expect(try refusal(of: vectors.user, in: other) != nil)
    }

    @Test func `restrictions of the old form forbid everything`() throws {
        #expect(try refusal(of: vectors.legacy, in: context) != nil)
    }

    /// The first refusal among the caveats of a token whose signature holds.
    private func refusal(of vector: TokenVector, in context: TokenContext) throws -> String? {
        let macaroon = try Macaroon(text: vector.text)
        try #require(macaroon.isSigned(with: vector.key))
        #expect(macaroon.caveats.count == 2)
        return macaroon.caveats.lazy.compactMap { Caveat(bytes: $0).refusal(in: context) }.first
    }
}
