import NIOCore
import Testing
import WebServer

@Suite struct `The pace of a client` {
    private let start = NIODeadline.uptimeNanoseconds(1_000_000_000_000)

    /// A pace behind a reference, since expectations take no mutating calls.
    private final class Watched {
        private var pace: RequestPace

        init(_ limits: ConnectionLimits = ConnectionLimits(), since start: NIODeadline) {
            pace = RequestPace(limits: limits, connectedAt: start)
        }

        var isAnsweringEarlierRequest: Bool { pace.isAnsweringEarlierRequest }
        func headArrived() { pace.headArrived() }
        func requestEnded(at now: NIODeadline) { pace.requestEnded(at: now) }
        func responseEnded(at now: NIODeadline) { pace.responseEnded(at: now) }
        func requestBroke(at now: NIODeadline) { pace.requestBroke(at: now) }
        func serverAsksForBytes(at now: NIODeadline) { pace.serverAsksForBytes(at: now) }
        func writability(_ isWritable: Bool, at now: NIODeadline) {
            pace.writability(isWritable, at: now)
        }
        func isTooSlow(at now: NIODeadline) -> Bool { pace.isTooSlow(at: now) }
        func bodyArrived(byteCount: Int, at now: NIODeadline) -> Bool {
            pace.bodyArrived(byteCount: byteCount, at: now)
        }
    }

    private func after(_ seconds: Int64) -> NIODeadline { start + .seconds(seconds) }

    @Test func `a head has ten seconds from the connection on`() {
        let pace = Watched(since: start)
        #expect(!pace.isTooSlow(at: after(9)))
        #expect(pace.isTooSlow(at: after(10)))
    }

    @Test func `a body that comes too slowly is noticed in the next window`() {
        let pace = Watched(since: start)
        pace.headArrived()
        pace.serverAsksForBytes(at: after(0))
        for second in 1...9 {
            #expect(pace.bodyArrived(byteCount: 1, at: after(Int64(second))))
            pace.serverAsksForBytes(at: after(Int64(second)))
            #expect(!pace.isTooSlow(at: after(Int64(second))))
        }
        #expect(pace.isTooSlow(at: after(10)))
    }

    @Test func `a body that keeps up goes on for hours`() {
        let pace = Watched(since: start)
        pace.headArrived()
        for second in 0..<7_200 {
            pace.serverAsksForBytes(at: after(Int64(second)))
            #expect(pace.bodyArrived(byteCount: 1_100, at: after(Int64(second) + 1)))
            #expect(!pace.isTooSlow(at: after(Int64(second) + 1)))
        }
    }

    @Test func `time in which the server does not ask is not the client's`() {
        let pace = Watched(since: start)
        pace.headArrived()
        pace.serverAsksForBytes(at: after(0))
        #expect(pace.bodyArrived(byteCount: 1, at: after(1)))
        #expect(!pace.isTooSlow(at: after(3_600)))
        pace.serverAsksForBytes(at: after(3_600))
        #expect(!pace.isTooSlow(at: after(3_608)))
        #expect(pace.isTooSlow(at: after(3_609)))
    }

    @Test func `nobody is slow while the server works on the answer`() {
        let pace = Watched(since: start)
        pace.headArrived()
        pace.requestEnded(at: after(1))
        pace.serverAsksForBytes(at: after(1))
        #expect(!pace.isTooSlow(at: after(3_600)))
        pace.responseEnded(at: after(3_600))
        #expect(!pace.isTooSlow(at: after(3_659)))
        #expect(pace.isTooSlow(at: after(3_660)))
    }

    @Test func `after an early answer a bounded part of the body is dropped`() {
        var limits = ConnectionLimits()
        limits.drainedBytes = 1_000
        let pace = Watched(limits, since: start)
        pace.headArrived()
        #expect(pace.bodyArrived(byteCount: 5_000, at: after(0)))
        pace.responseEnded(at: after(0))
        #expect(pace.bodyArrived(byteCount: 600, at: after(1)))
        #expect(pace.bodyArrived(byteCount: 400, at: after(1)))
        #expect(!pace.bodyArrived(byteCount: 1, at: after(1)))
    }

    @Test func `a body dropped to its end leaves the connection for the next request`() {
        let pace = Watched(since: start)
        pace.headArrived()
        pace.responseEnded(at: after(1))
        #expect(pace.bodyArrived(byteCount: 10, at: after(2)))
        pace.requestEnded(at: after(2))
        #expect(!pace.isTooSlow(at: after(61)))
        pace.headArrived()
        pace.requestEnded(at: after(61))
        pace.responseEnded(at: after(61))
        #expect(!pace.isTooSlow(at: after(120)))
        #expect(pace.isTooSlow(at: after(121)))
    }

    @Test func `requests sent ahead are answered one after another without haste`() {
        let pace = Watched(since: start)
        pace.headArrived()
        #expect(!pace.isAnsweringEarlierRequest)
        pace.requestEnded(at: after(0))
        pace.headArrived()
        #expect(pace.isAnsweringEarlierRequest)
        pace.responseEnded(at: after(1))
        #expect(!pace.isAnsweringEarlierRequest)
        #expect(pace.bodyArrived(byteCount: 1 << 40, at: after(1)))
        pace.requestEnded(at: after(1))
        #expect(!pace.isTooSlow(at: after(3_600)))
        pace.responseEnded(at: after(3_600))
        #expect(pace.isTooSlow(at: after(3_660)))
    }

    @Test func `who takes nothing of an answer for a minute is too slow`() {
        let pace = Watched(since: start)
        pace.headArrived()
        pace.requestEnded(at: after(0))
        pace.writability(false, at: after(1))
        pace.writability(false, at: after(50))
        #expect(!pace.isTooSlow(at: after(60)))
        pace.writability(true, at: after(60))
        #expect(!pace.isTooSlow(at: after(600)))
        pace.writability(false, at: after(600))
        #expect(pace.isTooSlow(at: after(660)))
    }

    @Test func `what is no HTTP does not hold a connection`() {
        let pace = Watched(since: start)
        pace.headArrived()
        pace.requestBroke(at: after(1))
        #expect(!pace.isTooSlow(at: after(10)))
        #expect(pace.isTooSlow(at: after(11)))
    }
}
