import BlobStorage
import Database
import Foundation
import Logging
import Synchronization

/// Finds projects: by a file of its own on each server, which follows the journal and can be made
/// again from the database and the catalogue at any time.
///
/// `run` builds the file where it is missing, damaged or of an older format, and keeps it true; until
/// it is whole, answers come from what is there.
package final class ProjectSearch: Sendable {
    /// What searches look into, and whether it has to be made anew.
    struct Current {
        var file: SearchFile?
        var isDamaged = false
    }

    let index: Index
    let folder: String
    let current = Mutex(Current())
    /// Keeps a second server in the same folder from writing the same files.
    private let lock = Mutex<FolderLock?>(nil)
    /// Which of the folders is this server's.
    private let place = Mutex(1)
    let seenInspections = Mutex(SeenInspections())
    /// Nil where searches are not counted.
    let pace: SearchPace?

    /// How long to wait between two looks at the journal.
    private static let pause = Duration.milliseconds(250)
    private static let mostServers = 64

    /// Search over an index; its files go into the folder.
    package init(_ index: Index, folder: String) {
        self.index = index
        self.folder = folder
        let perSecond = index.settings.searchesPerSecond
        pace = perSecond > 0 ? SearchPace(perSecond: perSecond) : nil
    }

    /// Keeps the file true until the task is cancelled, and closes it then.
    package func run() async {
        while !Task.isCancelled {
            do {
                if try await refreshOnce() { continue }
            } catch is CancellationError {
                break
            } catch let error as DatabaseError where error.isDamage {
                noteDamage(error)
            } catch {
                index.logger.warning("search cannot follow the journal just now: \(error)")
                try? await Task.sleep(for: .seconds(2))
            }
            try? await Task.sleep(for: Self.pause)
        }
        await close()
    }

    /// Brings the file to the state of the database: builds it where that is needed, and catches up.
    ///
    /// - Throws: `DatabaseError` and `StorageFailure` where the file cannot be written.
    package func refresh() async throws {
        while try await refreshOnce() {}
    }

    /// Closes the file; a later `refresh` opens it again.
    package func close() async {
        let file = current.withLock { current in
            defer { current.file = nil }
            return current.file
        }
        await file?.driver.close()
        lock.withLock { $0 = nil }
    }

    /// One step; false where nothing is left to do.
    private func refreshOnce() async throws -> Bool {
        try takeFolder()
        let (known, isDamaged) = current.withLock { ($0.file, $0.isDamaged) }
        guard let file = known, !isDamaged else {
            try await openOrBuild(replacing: isDamaged ? known : nil)
            return true
        }
        return try await follow(file)
    }

    /// Takes a file that is there, or makes one; a file that was found damaged goes.
    private func openOrBuild(replacing damaged: SearchFile?) async throws {
        if let damaged {
            current.withLock { $0 = Current() }
            await damaged.discard()
        } else {
            for path in filePaths().reversed() {
                guard let file = try await SearchFile.open(at: path) else { continue }
                guard try await isOfThisIndex(file) else {
                    await file.driver.close()
                    continue
                }
                removeFiles(except: path)
                current.withLock { $0 = Current(file: file) }
                return
            }
        }
        removeFiles(except: nil)
        let file = try await SearchFile.create(at: "\(ownFolder)/\(Self.name(1))")
        // Whoever asks meanwhile sees it grow.
        current.withLock { $0 = Current(file: file) }
        try await build(file)
    }

    /// Builds a second file while the first one is searched and kept true, and puts it in its place.
    func rebuild(beside file: SearchFile) async throws {
        let number = (Self.number(file.path) ?? 0) + 1
        let next = try await SearchFile.create(at: "\(ownFolder)/\(Self.name(number))")
        do {
            try await build(next, following: file)
        } catch {
            await next.discard()
            throw error
        }
        current.withLock { $0 = Current(file: next) }
        await file.discard()
    }

    /// Remembers that the file is damaged: the next step makes it anew.
    func noteDamage(_ error: any Error) {
        index.logger.warning("the search file is damaged and is made anew: \(error)")
        current.withLock { $0.isDamaged = true }
    }

    // MARK: Files

    private func takeFolder() throws {
        try lock.withLock { lock in
            guard lock == nil else { return }
            for number in 1...Self.mostServers {
                do {
                    lock = try FolderLock(folder: Self.folder(folder, number))
                    place.withLock { $0 = number }
                    return
                } catch is FolderLock.AlreadyHeld {
                    continue
                }
            }
            throw SearchFolderFull(folder: folder)
        }
    }

    private var ownFolder: String { Self.folder(folder, place.withLock(\.self)) }

    private static func folder(_ folder: String, _ number: Int) -> String {
        number == 1 ? folder : "\(folder)-\(number)"
    }

    private static func name(_ number: Int) -> String { "index-\(number).sqlite" }

    private static func number(_ path: String) -> Int? {
        let name = URL(fileURLWithPath: path).lastPathComponent
        guard name.hasPrefix("index-"), name.hasSuffix(".sqlite") else { return nil }
        return Int(name.dropFirst(6).dropLast(7))
    }

    /// The files that are there, oldest first.
    private func filePaths() -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: ownFolder)) ?? []
        return names.compactMap { name in Self.number(name).map { (number: $0, name: name) } }
            .sorted { $0.number < $1.number }.map { "\(ownFolder)/\($0.name)" }
    }

    private func removeFiles(except kept: String?) {
        for path in filePaths() where path != kept { SearchFile.remove(path) }
    }
}

/// More servers than anybody runs use one folder.
struct SearchFolderFull: Error {
    let folder: String
}
