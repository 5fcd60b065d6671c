import Foundation
import Synchronization

/// Renders descriptions in Python processes of their own, which are kept and used again.
///
/// What a process is given is hostile: it has neither network nor the environment, its memory and
/// time are limited, and one that oversteps is killed and replaced.
package final class DescriptionRenderer: Sendable {
    /// What a rendering may take.
    package struct Limits: Sendable {
        /// How long one description may take.
        package var time: Duration = .seconds(15)
        /// How long starting a process may take.
        package var startTime: Duration = .seconds(30)
        /// How long it is believed that Python or the library is missing before they are looked for
        /// again.
        package var missingTime: Duration = .seconds(30)
        /// How long it is believed of a process that did not start in its time that the next one
        /// would not, either.
        package var hangTime: Duration = .seconds(30)
        /// The address space of a process, in bytes.
        package var memory = 768 << 20
        /// The largest description, in bytes.
        package var textBytes = 4 << 20
        /// The largest answer, in bytes.
        package var answerBytes = 32 << 20
        /// How many processes there are at most.
        package var processes = 2

        /// The limits of an ordinary machine.
        package init() {}
    }

    private let processes: [RendererProcess]
    private let limits: Limits
    private let waiting: Mutex<[Int]>
    private let hasComplained = Mutex(false)

    /// A renderer by a Python interpreter: a path, or a name that `PATH` has.
    ///
    /// No process is started before the first description.
    package init(python: String, limits: Limits = Limits()) {
        self.limits = limits
        let absence = RendererAbsence()
        processes = (0..<max(1, limits.processes)).map {
            RendererProcess(python: python, limits: limits, absence: absence, number: $0)
        }
        waiting = Mutex(Array(repeating: 0, count: max(1, limits.processes)))
    }

    /// Which versions it renders with; starts a process where none is up.
    ///
    /// - Throws: ``RendererMissing``, ``RendererNotStarted``.
    package func identity() async throws -> RendererIdentity {
        try await withProcess { try await $0.identity() }
    }

    /// Renders one description.
    ///
    /// - Throws: ``RendererMissing`` where there is no Python or no library, ``RendererNotStarted``
    ///   where a process could not be started for now, ``RendererGaveUp`` where this description
    ///   takes too much of something.
    package func render(_ description: DescriptionSource) async throws -> DescriptionRendering {
        guard description.text.utf8.count <= limits.textBytes else {
            throw RendererGaveUp(reason: "it is larger than \(limits.textBytes) bytes")
        }
        return try await withProcess { try await $0.render(description) }
    }

    /// True for whoever asks first: what is missing is told once.
    package func isFirstComplaint() -> Bool {
        hasComplained.withLock { hasComplained in
            defer { hasComplained = true }
            return !hasComplained
        }
    }

    /// Ends the processes.
    package func close() async {
        for process in processes { await process.close() }
    }

    /// Lends the process for which the fewest wait; where it is not up and cannot be started, the
    /// next one, which may be up.
    private func withProcess<T: Sendable>(
        _ body: (RendererProcess) async throws -> T
    ) async throws -> T {
        var untried = Array(processes.indices)
        while true {
            let number = waiting.withLock { waiting in
                let number = untried.min { waiting[$0] < waiting[$1] } ?? 0
                waiting[number] += 1
                return number
            }
            untried.removeAll { $0 == number }
            defer { waiting.withLock { $0[number] -= 1 } }
            do {
                return try await body(processes[number])
            } catch
                where !untried.isEmpty && (error is RendererMissing || error is RendererNotStarted)
            {
                continue
            }
        }
    }
}

/// A description as its author wrote it.
package struct DescriptionSource: Sendable, Encodable {
    /// How it is written.
    package enum Kind: String, Sendable, Encodable {
        case plain = "text/plain"
        case restructuredText = "text/x-rst"
        case markdown = "text/markdown"
    }

    /// The text.
    package let text: String
    /// How it is written.
    package let kind: Kind
    /// Which Markdown: `GFM` or `CommonMark`.
    package let variant: String

    /// A description of a kind.
    package init(_ text: String, _ kind: Kind, variant: String = "GFM") {
        self.text = text
        self.kind = kind
        self.variant = variant
    }
}

/// What became of a description.
package struct DescriptionRendering: Sendable, Decodable {
    /// The HTML, sanitised by the library; nil where the text is not what its kind demands.
    package let html: String?
    /// What is wrong with the text, in the library's words.
    package let problem: String?
}

/// What descriptions are rendered by.
package struct RendererIdentity: Sendable, Hashable, Decodable {
    /// The libraries and their versions, as `readme_renderer 46.0, docutils 0.23`.
    package let renderer: String
    /// Whether it knows Markdown.
    package let hasMarkdown: Bool
    /// Whether its processes are without network.
    package let isIsolated: Bool
}

/// There is nothing here to render with.
package struct RendererMissing: Error, Sendable, CustomStringConvertible {
    /// What is missing.
    package let reason: String

    package var description: String { "descriptions cannot be rendered: \(reason)" }
}

/// A process could not be started for now, as on a machine that is busy or out of memory.
package struct RendererNotStarted: Error, Sendable, CustomStringConvertible {
    /// What happened.
    package let reason: String

    /// One by what happened.
    package init(reason: String) { self.reason = reason }

    package var description: String { "descriptions cannot be rendered for now: \(reason)" }
}

/// A description took more than it may.
package struct RendererGaveUp: Error, Sendable, CustomStringConvertible {
    /// Of what it took too much.
    package let reason: String

    package var description: String { "the description could not be rendered: \(reason)" }
}
