import PackageIndex
import Synchronization
import Testing
import WebServer

@Suite(.timeLimit(.minutes(1))) struct `The cache of pages` {
    private func key(_ project: String?, for audience: Audience = .everyone) -> PageCache.Key {
        PageCache.Key(subject: project, form: .json, audience: audience)
    }

    private func page(_ text: String, for audience: Audience = .everyone) -> IndexPage {
        IndexPage(text, serial: 1, project: nil, audience: audience)
    }

    /// How often each page was rendered.
    private final class Renderings: Sendable {
        private let counts = Mutex<[String: Int]>([:])

        func count(_ name: String) {
            counts.withLock { $0[name, default: 0] += 1 }
        }

        subscript(name: String) -> Int { counts.withLock { $0[name] ?? 0 } }
    }

    @Test func `renders a page once until its project changes`() async throws {
        let cache = PageCache()
        let renderings = Renderings()
        func ask(_ project: String?) async throws {
            _ = try await cache.page(key(project)) {
                renderings.count(project ?? "list")
                return page("x")
            }
        }
        for _ in 0..<3 { for name in ["brie", "feta", nil] { try await ask(name) } }
        #expect(renderings["brie"] == 1 && renderings["feta"] == 1 && renderings["list"] == 1)
        cache.forget(["brie"])
        for _ in 0..<3 { for name in ["brie", "feta", nil] { try await ask(name) } }
        #expect(renderings["brie"] == 2 && renderings["feta"] == 1 && renderings["list"] == 2)
        cache.forget(["feta"], andLists: false)
        for _ in 0..<3 { for name in ["brie", "feta", nil] { try await ask(name) } }
        #expect(renderings["brie"] == 2 && renderings["feta"] == 2 && renderings["list"] == 2)
        cache.forget(nil)
        for _ in 0..<3 { for name in ["brie", "feta", nil] { try await ask(name) } }
        #expect(renderings["brie"] == 3 && renderings["feta"] == 3 && renderings["list"] == 3)
    }

    @Test func `keeps no page that was rendered while its project changed`() async throws {
        let cache = PageCache()
        for change in [["brie"] as Set, nil] {
            let old = try await cache.page(key("brie")) {
                cache.forget(change)
                return page("old")
            }
            #expect(old != nil)
            let renderings = Renderings()
            _ = try await cache.page(key("brie")) {
                renderings.count("brie")
                return page("new")
            }
            #expect(renderings["brie"] == 1)
            cache.forget(nil)
        }
    }

    @Test func `keeps a page that was rendered while another project changed`() async throws {
        let cache = PageCache()
        _ = try await cache.page(key("brie")) {
            cache.forget(["feta"])
            return page("brie")
        }
        let renderings = Renderings()
        _ = try await cache.page(key("brie")) {
            renderings.count("brie")
            return page("brie")
        }
        #expect(renderings["brie"] == 0)
    }

    @Test func `renders once for many who ask at the same time`() async throws {
        let cache = PageCache()
        let renderings = Renderings()
        let sizes = try await withThrowingTaskGroup(of: Int?.self) { group in
            for _ in 0..<50 {
                group.addTask {
                    try await cache.page(key("brie")) {
                        renderings.count("brie")
                        try await Task.sleep(for: .milliseconds(50))
                        return page("brie")
                    }?.cost
                }
            }
            return try await group.reduce(into: Set<Int?>()) { $0.insert($1) }
        }
        #expect(sizes.count == 1)
        #expect(renderings["brie"] == 1)
    }

    @Test func `who asks after a change does not get what was begun before it`() async throws {
        let cache = PageCache()
        let (begun, isBegun) = AsyncStream.makeStream(of: Void.self)
        let (free, isFree) = AsyncStream.makeStream(of: Void.self)
        try await withThrowingTaskGroup(of: Int?.self) { group in
            group.addTask {
                try await cache.page(key("brie")) {
                    isBegun.yield()
                    _ = await free.first { _ in true }
                    return page("old")
                }?.cost
            }
            _ = await begun.first { _ in true }
            cache.forget(["brie"])
            let new = try await cache.page(key("brie")) { page("newer") }
            #expect(new?.cost == page("newer").cost)
            isFree.yield()
            #expect(try await group.next() == page("old").cost)
            let kept = try await cache.page(key("brie")) { page("never rendered") }
            #expect(kept?.cost == page("newer").cost)
        }
    }

    @Test func `hands a failure to all who waited, and keeps nothing of it`() async throws {
        struct Failed: Error {}
        let cache = PageCache()
        let failures = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<10 {
                group.addTask {
                    do {
                        _ = try await cache.page(key("brie")) {
                            try await Task.sleep(for: .milliseconds(20))
                            throw Failed()
                        }
                        return false
                    } catch { return error is Failed }
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(failures == 10)
        #expect(try await cache.page(key("brie")) { page("brie") } != nil)
    }

    @Test func `renders again where the one who did went away`() async throws {
        let cache = PageCache()
        let (begun, isBegun) = AsyncStream.makeStream(of: Void.self)
        let first = Task {
            try await cache.page(key("brie")) {
                isBegun.yield()
                try await Task.sleep(for: .seconds(60))
                return page("never")
            }
        }
        _ = await begun.first { _ in true }
        async let second = cache.page(key("brie")) { page("second") }
        try await Task.sleep(for: .milliseconds(20))
        first.cancel()
        #expect(try await second?.cost == page("second").cost)
    }

    @Test func `keeps no answer that there is nothing`() async throws {
        let cache = PageCache()
        #expect(try await cache.page(key("brie")) { nil } == nil)
        #expect(try await cache.page(key("brie")) { page("brie") } != nil)
    }

    @Test func `is bounded, and what is asked for stays`() async throws {
        let cache = PageCache(capacity: 100_000)
        let renderings = Renderings()
        let text = String(repeating: "0123456789abcdef", count: 100)
        for number in 0..<1_000 {
            for name in ["hot", "page\(number)"] {
                _ = try await cache.page(key(name)) {
                    renderings.count(name)
                    return page(text)
                }
                #expect(cache.cost <= 100_000)
            }
        }
        #expect(renderings["hot"] == 1)
        _ = try await cache.page(key("page0")) {
            renderings.count("page0")
            return page(text)
        }
        #expect(renderings["page0"] == 2)
        for number in 0..<1_000 { cache.forget(["hot", "page\(number)"]) }
        #expect(cache.cost == 0)
    }

    @Test func `keeps no page that would fill half of it`() async throws {
        let cache = PageCache(capacity: 2_000)
        _ = try await cache.page(key("giant")) { page(String(repeating: "a", count: 900)) }
        #expect(cache.cost == 0)
    }

    @Test func `shows everyone's page of a project to all, and a user's to that user`() async throws
    {
        let cache = PageCache()
        _ = try await cache.page(key("shared", for: .user(1))) { page("shared") }
        _ = try await cache.page(key("secret", for: .user(1))) { page("secret", for: .user(1)) }
        let renderings = Renderings()
        for audience in [Audience.everyone, .user(1), .user(2)] {
            for name in ["shared", "secret"] {
                _ = try await cache.page(key(name, for: audience)) {
                    renderings.count("\(name) \(audience)")
                    return nil
                }
            }
        }
        #expect(renderings["secret everyone"] == 1 && renderings["secret user(2)"] == 1)
        #expect(renderings["secret user(1)"] == 0)
        for audience in [Audience.everyone, .user(1), .user(2)] {
            #expect(renderings["shared \(audience)"] == 0)
        }
    }

    @Test func `shows everyone's list to nobody who sees more`() async throws {
        let cache = PageCache()
        _ = try await cache.page(key(nil)) { page("list") }
        let own = try await cache.page(key(nil, for: .user(1))) { page("longer", for: .user(1)) }
        #expect(own?.cost == page("longer").cost)
        #expect(try await cache.page(key(nil)) { nil }?.cost == page("list").cost)
    }
}
