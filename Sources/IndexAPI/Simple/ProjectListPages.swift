import PackageIndex
import Synchronization
import WebServer

/// The list of projects, kept in rendered segments of which a change renders only its own again.
///
/// What has changed is read from the journal, so that nothing depends on who told of it. A reader
/// who sees private projects too gets everyone's segments but for those that such a project falls
/// into, which are rendered for that reader alone.
final class ProjectListPages: Sendable {
    private struct Kept {
        var serial: Int64?
        /// Everyone's segments in the order of names.
        var segments: [ListSegment] = []

        /// The first segment begins where all names begin.
        var cuts: NameCuts { NameCuts(before: segments.dropFirst().map(\.firstName)) }

        func segments(of stretch: Int) -> [ListSegment] {
            segments.indices.contains(stretch) ? [segments[stretch]] : []
        }
    }

    private let kept = Mutex(Kept())
    private let index: Index

    init(_ index: Index) {
        self.index = index
    }

    /// The list as its audience sees it now.
    func page(for audience: Audience) async throws -> IndexPage {
        // The whole list is read for everyone first, so that a reader's own segments are few.
        if audience != .everyone, kept.withLock({ $0.serial == nil }) {
            _ = try await page(for: .everyone)
        }
        let known = kept.withLock { $0 }
        let update = try await index.projectListUpdate(
            since: known.serial, cuts: known.cuts, for: audience)
        let base = update.cuts == known.cuts ? known : Kept()
        var now = Kept(serial: update.serial)
        var shown: [ListSegment] = []
        var ownCost = 0
        for stretch in 0..<update.cuts.stretchCount {
            let segments =
                update.changed[stretch].map(ListSegment.render) ?? base.segments(of: stretch)
            now.segments += segments
            let own = update.own[stretch].map(ListSegment.render)
            ownCost += own?.reduce(0) { $0 + $1.cost } ?? 0
            shown += own ?? segments
        }
        keep(now)
        return IndexPage(shown, serial: update.serial, audience: audience, ownCost: ownCost)
    }

    /// Keeps what is newer than what another rendering kept meanwhile.
    private func keep(_ now: Kept) {
        kept.withLock { kept in
            if let serial = kept.serial, let newer = now.serial, newer < serial { return }
            kept = now
        }
    }
}
