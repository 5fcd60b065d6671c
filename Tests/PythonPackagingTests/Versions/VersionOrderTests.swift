import PythonPackaging
import Testing

@Suite struct `the order of versions` {
    /// Each version comes before the next (PEP 440, "Summary of permitted suffixes and relative
    /// ordering", and around it).
    static let ascending = [
        "0.dev0", "0", "1.dev0", "1.0.dev456", "1.0a1.dev1", "1.0a1", "1.0a1.post0.dev1",
        "1.0a1.post0", "1.0a2.dev456", "1.0a12.dev456", "1.0a12", "1.0b1.dev456", "1.0b2",
        "1.0b2.post345.dev456", "1.0b2.post345", "1.0b2-346", "1.0c1.dev456", "1.0c1", "1.0rc2",
        "1.0c3", "1.0", "1.0+abc", "1.0+abc.5", "1.0+abc.7", "1.0+ubuntu", "1.0+5", "1.0+5.a",
        "1.0+5.0", "1.0+18446744073709551616", "1.0.post456.dev34", "1.0.post456", "1.0.15",
        "1.1.dev1", "1.2+123abc", "1.2+123abc456", "1.2+abc", "1.2+1234.abc", "1.2+123456",
        "1.2.r32+123456", "1.2.rev33+123456", "1.10", "18446744073709551615",
        "18446744073709551616", "99999999999999999999", "100000000000000000000", "1!0.dev0",
        "1!1.0", "2!0",
    ]

    @Test func `each version in the list comes before all after it`() throws {
        let versions = try Self.ascending.map { try Version($0) }
        for (index, earlier) in versions.enumerated() {
            #expect(earlier == earlier)
            for later in versions[(index + 1)...] {
                #expect(earlier < later, "\(earlier) < \(later)")
                #expect(!(later < earlier), "\(later) < \(earlier)")
                #expect(earlier != later)
            }
        }
        #expect(versions.shuffled().sorted() == versions)
    }

    @Test(arguments: [
        ("1", "1.0.0"), ("1.0", "v1.0"), ("1.0a", "1.0alpha0"), ("1.0-1", "1.0.post1"),
        ("1.0+ABC-1", "1.0+abc.1"), ("1.0+001", "1.0+1"), ("0", "0.0"), ("0!1", "1"),
        ("1.0.00018446744073709551616", "1.0.18446744073709551616"), ("1.0C1", "1.0rc1"),
        ("1.0.0.dev", "1.dev0"),
    ])
    func `spellings of one version are equal`(one: String, other: String) throws {
        let (left, right) = (try Version(one), try Version(other))
        #expect(left == right)
        #expect(left.hashValue == right.hashValue)
        #expect(!(left < right) && !(right < left))
        #expect(left.canonical == right.canonical)
    }

    @Test(arguments: [("1.0+foo0100", "1.0+foo100"), ("1.0", "1.0+0"), ("1.0", "1.0.post0")])
    func `versions that differ in more than spelling are not equal`(
        one: String, other: String
    ) throws {
        #expect(try Version(one) != Version(other))
    }
}
