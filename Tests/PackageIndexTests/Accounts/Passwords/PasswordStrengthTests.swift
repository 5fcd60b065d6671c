import CheeseboardTesting
import PackageIndex
import Testing

@Suite struct `Password strength` {
    @Test(arguments: [
        "eleven char", "passwordpassword", "password1234", "Password1234", "P@ssw0rd2024",
        "iloveyou1234", "qwertyuiop12", "aaaaaaaaaaaa", "abcabcabcabc", "123456789012",
        "abcdefghijkl", "lkjihgfedcba", "letmeinletmein", "Monkey123456", "drowssapdrowssap",
        "marie.h marie.h", "marie@index.example", "mariehmarieh", "M4r1e.h.2026", "cheeseboard1",
        "pypipypipypi", "dragondragon1990", String(repeating: "a", count: 4096),
        String(repeating: "ab", count: 2000), "111111111111111111111",
    ])
    func `what others would try first is refused, with advice`(_ password: String) async throws {
        try await TestIndex.with { test in
            let refusal = await #expect(throws: Refusal.self) {
                try await test.index.addUser(
                    name: "Marie.H", email: "marie@index.example", password: password)
            }
            #expect(refusal?.code == .passwordUnfit)
            #expect(refusal?.message.contains(password) == false)
            #expect(refusal?.help.contains("words") == true)
        }
    }

    @Test func `a password near the person is told apart`() async throws {
        try await TestIndex.with { test in
            let refusal = await #expect(throws: Refusal.self) {
                try await test.index.addUser(
                    name: "Marie.H", email: "marie@index.example", password: "marie-marie-12")
            }
            #expect(refusal?.message.contains("know of you") == true)
        }
    }

    @Test(arguments: [
        "twelve chars", "correct horse battery", "ä b+c d&e=f ghij", "three trombone pickles",
        "dF8#kq02Lp!x", "käsebrett mit wein", "何か長いパスワードです本当に",
        String(repeating: "unlikely ferry ", count: 100),
    ])
    func `length is enough, without rules about characters`(_ password: String) async throws {
        try await TestIndex.with { test in
            try await test.index.addUser(
                name: "Marie.H", email: "marie@index.example", password: password)
        }
    }
}
