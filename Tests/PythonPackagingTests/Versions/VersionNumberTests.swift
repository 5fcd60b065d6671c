import PythonPackaging
import Testing

@Suite struct `numbers in versions` {
    @Test(arguments: [
        ("0", "1"), ("9", "10"), ("18446744073709551615", "18446744073709551616"),
        ("18446744073709551616", "18446744073709551617"),
        ("99999999999999999999", "100000000000000000000"),
        ("129999999999999999999999", "130000000000000000000000"),
    ])
    func `every number has a next one`(digits: String, next: String) throws {
        let number = try #require(try Version(digits).release.first)
        #expect(number.successor.description == next)
        #expect(number < number.successor)
        #expect(!(number.successor < number))
    }

    @Test func `only numbers of up to 64 bits have a machine value`() throws {
        let version = try Version(
            "0018446744073709551615.18446744073709551616.99999999999999999999")
        #expect(version.release.map(\.value) == [.max, nil, nil])
        #expect(VersionNumber.zero.isZero)
        #expect(!VersionNumber(3).isZero)
    }
}
