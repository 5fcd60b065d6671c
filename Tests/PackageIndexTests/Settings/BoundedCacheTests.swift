import PackageIndex
import Testing

@Suite struct `A bounded cache` {
    @Test func `never holds more than it may, and keeps what is asked for`() {
        var cache = BoundedCache<Int, Int>(capacity: 100)
        for number in 0..<10_000 {
            cache.keep(number, for: number)
            #expect(cache.value(for: 0) == 0)
        }
        let kept = (0..<10_000).count { cache.value(for: $0) != nil }
        #expect((50...102).contains(kept))
        #expect(cache.value(for: 1) == nil)
    }
}
