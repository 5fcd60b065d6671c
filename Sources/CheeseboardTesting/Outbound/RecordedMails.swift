package import Outbound
import Synchronization

/// A mail server that keeps what it is sent, and fails first as often as it is told to.
package final class RecordedMails: MailSender {
    private struct State {
        var messages: [MailMessage] = []
        var failures: [any Error] = []
    }

    private let state: Mutex<State>

    /// A server that answers with these failures first, one for each mail.
    package init(failing failures: [any Error] = []) {
        state = Mutex(State(failures: failures))
    }

    /// What it took.
    package var messages: [MailMessage] { state.withLock(\.messages) }

    package func send(_ message: MailMessage) async throws -> MailReceipt {
        try state.withLock { state in
            guard state.failures.isEmpty else { throw state.failures.removeFirst() }
            state.messages.append(message)
            return .sent
        }
    }
}

/// A mail server is away for a moment.
package struct MailServerAway: Error {
    /// A server that is away.
    package init() {}
}
