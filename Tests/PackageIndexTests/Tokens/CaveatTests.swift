import PackageIndex
import Testing

@Suite struct `The caveats of a token` {
    private let context = TokenContext(
        now: 1000, userID: "u1", projectName: "alpha", projectID: "p1", scope: .upload)

    @Test(
        arguments: [
            ("[0,1001,1000]", nil), ("[0, 1001, 0]", nil), ("[0,1000,0]", "expired"),
            ("[0,2000,1001]", "not valid yet"), ("[0,999,1001]", "not valid yet"),
            ("[1,[\"alpha\"]]", nil), ("[1,[\"beta\",\"alpha\"]]", nil),
            ("[1,[\"beta\"]]", "not valid for project 'alpha'"),
            ("[1,[]]", "not valid for project"),
            ("[1,[\"Alpha\"]]", "not valid for project"),
            ("[2,[\"p1\"]]", nil), ("[2,[\"p2\"]]", "another project than today's"),
            ("[3,\"u1\"]", nil), ("[3,\"u2\"]", "another user"), ("[3,\"\"]", "another user"),
            ("[100,[\"upload\"]]", nil), ("[100,[\"read\",\"upload\",\"later\"]]", nil),
            ("[100,[\"read\",\"manage\"]]", "the scope 'upload'"),
            ("[100,[]]", "the scope 'upload'"),
        ] as [(String, String?)])
    func `a caveat lets pass what it says`(_ json: String, _ reason: String?) {
        let refusal = Caveat(bytes: Array(json.utf8)).refusal(in: context)
        if let reason {
            #expect(refusal?.contains(reason) == true)
        } else {
            #expect(refusal == nil)
        }
    }

    @Test(arguments: [
        "", "[]", "[4,\"x\",null]", "[99]", "[101,[\"upload\"]]", "[-1]", "{}", "null", "3",
        "\"[3]\"",
        "[3]", "[3,1]", "[3,null]", "[3,[\"u1\"]]", "[3,\"u1\",1]", "[3,\"u1\"]]", "[3,\"u1\"",
        "[3,\"u1\"]x",
        "[0,2000]", "[0,\"2000\",0]", "[0,2000.5,0]", "[0,2000,true]", "[0,99999999999999999999,0]",
        "[1,\"alpha\"]", "[1,[1]]", "[1,[\"alpha\",null]]", "[1,[\"alpha\"],0]", "[2,\"p1\"]",
        "[\"3\",\"u1\"]", "[true,\"u1\"]", "[100,\"upload\"]", "[100,{\"upload\":1}]",
        "{\"version\":1,\"permissions\":\"user\"}", "\u{feff}[3,\"u1\"] [3,\"u1\"]",
    ])
    func `what is not a known caveat lets nothing pass`(_ json: String) {
        let caveat = Caveat(bytes: Array(json.utf8))
        #expect(caveat == .unreadable)
        #expect(caveat.refusal(in: context)?.contains("does not know") == true)
    }

    @Test func `bytes that are not UTF-8 let nothing pass`() {
        #expect(Caveat(bytes: [0x5b, 0x33, 0x2c, 0x22, 0xff, 0x22, 0x5d]) == .unreadable)
        #expect(Caveat(bytes: Array(repeating: 0x5b, count: 6000)) == .unreadable)
    }

    @Test(arguments: [Caveat.projectNames(["alpha"]), .projectIDs(["p1"])])
    func `a token for projects is of no use without one`(_ caveat: Caveat) {
        var context = context
        #expect(caveat.refusal(in: context) == nil)
        context.projectID = nil
        context.projectName = nil
        #expect(caveat.refusal(in: context)?.contains("certain projects only") == true)
    }

    @Test func `a token for a project dies with it`() {
        var context = context
        context.projectID = nil
        #expect(Caveat.projectIDs(["p1"]).refusal(in: context) != nil)
        context.projectID = "p2"
        #expect(Caveat.projectIDs(["p1"]).refusal(in: context) != nil)
    }

    @Test(arguments: TokenScope.allCases)
    func `a scope is good for itself only`(_ scope: TokenScope) {
        for needed in TokenScope.allCases {
            var context = context
            context.scope = needed
            #expect((Caveat.scopes([scope]).refusal(in: context) == nil) == (scope == needed))
        }
    }

    @Test(
        arguments: [
            (.expiration(expiresAt: 20, notBefore: -10), "[0,20,-10]"),
            (.projectNames(["a", "b-c"]), "[1,[\"a\",\"b-c\"]]"), (.projectNames([]), "[1,[]]"),
            (.projectIDs(["p1"]), "[2,[\"p1\"]]"), (.requestUser("u1"), "[3,\"u1\"]"),
            (.requestUser("a\"\\\u{1}\n\u{1f}é🧀/"), "[3,\"a\\\"\\\\\\u0001\\n\\u001fé🧀/\"]"),
            (.scopes([.upload, .manage, .read]), "[100,[\"manage\",\"read\",\"upload\"]]"),
            (.unreadable, "[]"),
        ] as [(Caveat, String)])
    func `a caveat is written as compact JSON and read again`(_ caveat: Caveat, _ json: String) {
        #expect(String(decoding: caveat.bytes, as: UTF8.self) == json)
        #expect(Caveat(bytes: caveat.bytes) == caveat)
    }

    @Test func `caveats are stored and read again`() throws {
        let caveats: [Caveat] = [
            .requestUser("u\"1"), .scopes([.upload]), .unreadable,
            .expiration(expiresAt: .max, notBefore: .min),
        ]
        #expect(try Caveat.list(stored: Caveat.stored(caveats)) == caveats)
        #expect(try Caveat.list(stored: Caveat.stored([])) == [])
        #expect(
            try Caveat.list(stored: "[[3,\"u\"],7,[9]]") == [
                .requestUser("u"), .unreadable, .unreadable,
            ])
        #expect(throws: (any Error).self) { try Caveat.list(stored: "{}") }
    }
}
