import Dispatch
import Foundation
import Synchronization

/// One Python process that renders descriptions, one after the other; started when needed and
/// replaced when it dies.
final class RendererProcess: Sendable {
    private let python: String
    private let limits: DescriptionRenderer.Limits
    private let queue: DispatchQueue
    /// Only ever locked on the queue, so never waited for.
    private let running = Mutex<RunningRenderer?>(nil)

    init(python: String, limits: DescriptionRenderer.Limits, number: Int) {
        self.python = python
        self.limits = limits
        queue = DispatchQueue(label: "outbound.descriptions.\(number)")
    }

    func identity() async throws -> RendererIdentity {
        try await onQueue { slot in
            if let renderer = slot, renderer.isAlive { return renderer.identity }
            let renderer = try RunningRenderer(python: self.python, limits: self.limits)
            slot = renderer
            return renderer.identity
        }
    }

    func render(_ description: DescriptionSource) async throws -> DescriptionRendering {
        try await onQueue { slot in
            do {
                let renderer: RunningRenderer
                if let existing = slot, existing.isAlive {
                    renderer = existing
                } else {
                    renderer = try RunningRenderer(python: self.python, limits: self.limits)
                    slot = renderer
                }
                return try renderer.render(description)
            } catch {
                // Whatever it was in the middle of, the next description finds a new process.
                slot?.kill()
                slot = nil
                throw error
            }
        }
    }

    func close() async {
        try? await onQueue { slot in
            slot?.kill()
            slot = nil
        }
    }

    private func onQueue<T: Sendable>(
        _ body: @escaping @Sendable (inout RunningRenderer?) throws -> T
    ) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            queue.async {
                continuation.resume(with: Result { try self.running.withLock { try body(&$0) } })
            }
        }
    }
}
