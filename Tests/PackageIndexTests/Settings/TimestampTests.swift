import PackageIndex
import Testing

@Suite struct `Moments in time` {
    @Test(
        arguments: [
            (0, "1970-01-01T00:00:00.000000Z"), (1_500_000, "1970-01-01T00:00:01.500000Z"),
            (-1, "1969-12-31T23:59:59.999999Z"),
            (951_782_399_000_001, "2000-02-28T23:59:59.000001Z"),
            (951_868_799_000_000, "2000-02-29T23:59:59.000000Z"),
            (951_868_800_000_000, "2000-03-01T00:00:00.000000Z"),
            (4_107_542_400_000_000, "2100-03-01T00:00:00.000000Z"),
            (-62_135_596_800_000_000, "0001-01-01T00:00:00.000000Z"),
        ] as [(Int64, String)])
    func `are written in UTC`(_ microseconds: Int64, _ text: String) {
        let moment = Timestamp(microseconds: microseconds)
        #expect(moment.iso8601 == text)
        #expect(moment.iso8601Seconds == String(text.prefix(19)))
        #expect(moment.day == String(text.prefix(10)))
    }

    @Test func `add up within what fits`() {
        let moment = Timestamp(seconds: 10)
        #expect(moment + .milliseconds(1500) == Timestamp(microseconds: 11_500_000))
        #expect(moment - .milliseconds(1500) == Timestamp(microseconds: 8_500_000))
        #expect(Timestamp(microseconds: -1).seconds == -1)
        let (first, last) = (Timestamp(microseconds: .min), Timestamp(microseconds: .max))
        #expect(Timestamp(seconds: .max) == last && Timestamp(seconds: .min) == first)
        #expect(last + .seconds(1) == last && first - .seconds(1) == first)
        #expect(last + .milliseconds(1) == last && first - .milliseconds(1) == first)
        #expect(moment + .seconds(Int64.max) == last)
        #expect(first < last)
        for edge in [first, last] { #expect(edge.iso8601.hasSuffix("Z")) }
    }

    @Test func `the system's clock goes forward`() {
        let before = SystemWallClock().now()
        #expect(before <= SystemWallClock().now())
        #expect(before.day > "2025")
    }

    @Test(arguments: [
        (0, "0 bytes"), (1023, "1023 bytes"), (1024, "1 KiB"), (1536, "1.5 KiB"),
        (100 << 20, "100 MiB"), (10 << 30, "10 GiB"), ((5 << 30) / 2, "2.5 GiB"),
    ])
    func `sizes are written for people`(_ bytes: Int, _ text: String) {
        #expect(ByteCount.text(bytes) == text)
    }
}
