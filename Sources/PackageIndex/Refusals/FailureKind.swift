import BlobStorage
import Database
import Outbound

/// The kinds of failure that a caller can tell apart.
package enum FailureKind: Sendable, Equatable {
    /// The disk is full.
    case storageFull
    /// The database is away or busy; trying later may help.
    case unavailable
    /// Descriptions cannot be rendered, and a rule asks whether one can; trying later may help.
    case rendererUnavailable
    /// Anything else, a programming mistake among it.
    case other

    /// The kind of an error that is no refusal.
    package init(of error: any Error) {
        switch error {
        case let failure as StorageFailure where failure.kind == .full: self = .storageFull
        case let error as DatabaseError where error.kind == .full: self = .storageFull
        case let error as DatabaseError where error.kind == .unavailable || error.kind == .busy:
            self = .unavailable
        case is RendererNotStarted: self = .rendererUnavailable
        default: self = .other
        }
    }
}
