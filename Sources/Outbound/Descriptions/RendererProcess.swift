import Dispatch
import Foundation
import Synchronization

/// One Python process that renders descriptions, one after the other; started when needed and
/// replaced when it dies.
final class RendererProcess: Sendable {
    private let python: String
    private let limits: DescriptionRenderer.Limits
    private let absence: RendererAbsence
    private let queue: DispatchQueue
    /// Only ever locked on the queue, so never waited for.
    private let slot = Mutex(Slot())

    private struct Slot {
        var running: RunningRenderer?
    }

    init(
        python: String, limits: DescriptionRenderer.Limits, absence: RendererAbsence, number: Int
    ) {
        self.python = python
        self.limits = limits
        self.absence = absence
        queue = DispatchQueue(label: "outbound.descriptions.\(number)")
    }

    func identity() async throws -> RendererIdentity {
        try await onQueue { try self.renderer(in: &$0).identity }
    }

    func render(_ description: DescriptionSource) async throws -> DescriptionRendering {
        try await onQueue { slot in
            do {
                return try self.renderer(in: &slot).render(description)
            } catch {
                // Whatever it was in the middle of, the next description finds a new process.
                slot.running?.kill()
                slot.running = nil
                throw error
            }
        }
    }

    func close() async {
        try? await onQueue { slot in
            slot.running?.kill()
            slot.running = nil
        }
    }

    /// The process that is up, or a new one.
    private func renderer(in slot: inout Slot) throws -> RunningRenderer {
        if let renderer = slot.running, renderer.isAlive { return renderer }
        try absence.check()
        let start = ContinuousClock.now
        do {
            let renderer = try RunningRenderer(python: python, limits: limits)
            slot.running = renderer
            absence.forget()
            return renderer
        } catch let reason as RendererMissing {
            absence.note(reason, for: limits.missingTime)
            throw reason
        } catch let reason as RendererNotStarted {
            // One that was killed at once cost nobody time and is tried again; behind one that hangs
            // everybody would wait for the same once more.
            if start.duration(to: .now) * 2 >= limits.startTime {
                absence.note(reason, for: limits.hangTime)
            }
            throw reason
        }
    }

    private func onQueue<T: Sendable>(
        _ body: @escaping @Sendable (inout Slot) throws -> T
    ) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            queue.async {
                continuation.resume(with: Result { try self.slot.withLock { try body(&$0) } })
            }
        }
    }
}
