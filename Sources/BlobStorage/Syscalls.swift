import Crypto

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

// All that this room asks of the operating system, and the only file with `unsafe` in it.
// Every call here may wait for the disk.

/// An open file descriptor, closed when the value goes out of scope.
struct OpenFile: ~Copyable, Sendable {
    let path: String
    private let descriptor: CInt

    enum Purpose {
        /// A file that must exist.
        case reading
        /// A file that must not exist yet.
        case creating
        /// A file that may exist, to be locked and rewritten.
        case locking
    }

    /// Opens a file; a symbolic link at the end of the path is refused, since we never make one.
    init(_ path: String, for purpose: Purpose) throws(StorageFailure) {
        let flags =
            switch purpose {
            case .reading: O_RDONLY
            case .creating: O_RDWR | O_CREAT | O_EXCL
            case .locking: O_RDWR | O_CREAT
            }
        descriptor = CInt(
            try retrying("open", path) {
                // SAFETY: the path is a string that outlives the call and is only read.
                Int(unsafe open(path, flags | O_CLOEXEC | O_NOFOLLOW, 0o640))
            })
        self.path = path
    }

    deinit {
        // Nothing depends on the result: what must last was synced before.
        _ = close(descriptor)
    }

    /// Writes all the bytes at the file's position, however many calls that takes.
    func write(_ bytes: Span<UInt8>) throws(StorageFailure) {
        var written = 0
        while written < bytes.count {
            let rest = bytes.extracting(written..<bytes.count)
            written += try retrying("write", path) {
                // SAFETY: the pointer and the count belong to a span that outlives the call.
                unsafe rest.withUnsafeBufferPointer {
                    unsafe systemWrite(descriptor, $0.baseAddress, $0.count)
                }
            }
        }
    }

    /// Reads up to `count` bytes from `offset` on; fewer only where the file ends.
    func read(at offset: Int, count: Int) throws(StorageFailure) -> [UInt8] {
        guard count > 0, offset >= 0 else { return [] }
        var failure: StorageFailure?
        // SAFETY: each call writes only inside the buffer that the array lends, and the number of
        // bytes declared initialised is the number that the system says it has written.
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, initialised in
            do throws(StorageFailure) {
                while initialised < count {
                    let done = initialised
                    let (position, overflow) = offset.addingReportingOverflow(done)
                    guard !overflow else { return }
                    let size = try retrying("read", path) {
                        unsafe pread(
                            descriptor, buffer.baseAddress.map { unsafe $0 + done }, count - done,
                            off_t(position))
                    }
                    guard size > 0 else { return }
                    initialised += size
                }
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        return bytes
    }

    /// Makes the file's bytes last through a crash of the machine.
    func sync() throws(StorageFailure) {
        _ = try retrying("fsync", path) {
            #if canImport(Darwin)
                Int(fcntl(descriptor, F_FULLFSYNC))
            #else
                Int(fsync(descriptor))
            #endif
        }
    }

    /// Locks the file for this process, until it is closed; false when another holds the lock.
    func lock() throws(StorageFailure) -> Bool {
        do throws(StorageFailure) {
            _ = try retrying("flock", path) { Int(flock(descriptor, LOCK_EX | LOCK_NB)) }
            return true
        } catch {
            guard error.isHeldLock else { throw error }
            return false
        }
    }

    /// Waits until no other opening of the file, of this process or another, holds its lock.
    func waitForLock() throws(StorageFailure) {
        _ = try retrying("flock", path) { Int(flock(descriptor, LOCK_EX)) }
    }

    /// Gives the lock back.
    func unlock() throws(StorageFailure) {
        _ = try retrying("flock", path) { Int(flock(descriptor, LOCK_UN)) }
    }

    /// Empties the file.
    func truncate() throws(StorageFailure) {
        _ = try retrying("ftruncate", path) { Int(ftruncate(descriptor, 0)) }
    }

    /// Sets the file's times to now.
    func touch() throws(StorageFailure) {
        _ = try retrying("futimens", path) { Int(futimens(descriptor, nil)) }
    }

    /// What the system knows about the file.
    func status() throws(StorageFailure) -> FileStatus {
        var status = stat()
        _ = try retrying("fstat", path) {
            // SAFETY: the call fills in the one structure that it is lent.
            Int(unsafe fstat(descriptor, &status))
        }
        return FileStatus(status)
    }
}

/// What the system knows about a file.
struct FileStatus: Sendable, Equatable {
    let byteCount: Int
    /// Unix time in seconds.
    let modified: Int64
    let isRegularFile: Bool
    /// In how many folders the file has a name; 0 when it was removed while open.
    let linkCount: Int

    fileprivate init(_ status: stat) {
        byteCount = Int(status.st_size)
        #if canImport(Darwin)
            modified = Int64(status.st_mtimespec.tv_sec)
        #else
            modified = Int64(status.st_mtim.tv_sec)
        #endif
        isRegularFile = status.st_mode & S_IFMT == S_IFREG
        linkCount = Int(status.st_nlink)
    }

    /// Looks at a path without following a symbolic link; nil when nothing is there.
    static func of(_ path: String) throws(StorageFailure) -> FileStatus? {
        var status = stat()
        do throws(StorageFailure) {
            _ = try retrying("lstat", path) {
                // SAFETY: the call reads the path and fills in the one structure that it is lent.
                Int(unsafe lstat(path, &status))
            }
        } catch {
            guard error.kind == .missing else { throw error }
            return nil
        }
        return FileStatus(status)
    }
}

/// Operations on folders and the names in them.
enum Folder {
    /// Makes a folder whose parent exists; that it exists already is fine.
    static func make(_ path: String) throws(StorageFailure) {
        do throws(StorageFailure) {
            _ = try retrying("mkdir", path) {
                // SAFETY: the path is a string that outlives the call and is only read.
                Int(unsafe mkdir(path, 0o750))
            }
        } catch {
            guard error.isExisting else { throw error }
        }
    }

    /// Makes a folder and those above it that are missing, and makes their names last.
    static func makeWithParents(_ path: String) throws(StorageFailure) {
        guard !path.isEmpty, try FileStatus.of("\(path)/.") == nil else { return }
        let parent = parent(of: path)
        if parent != path { try makeWithParents(parent) }
        try make(path)
        try sync(parent.isEmpty ? "." : parent)
    }

    /// The path without its last part; empty for a name in the working folder.
    static func parent(of path: String) -> String {
        var parent = path[...]
        while parent.count > 1, parent.last == "/" { parent.removeLast() }
        guard let slash = parent.lastIndex(of: "/") else { return "" }
        return slash == parent.startIndex ? "/" : String(parent[..<slash])
    }

    /// Makes the names in a folder last through a crash of the machine.
    static func sync(_ path: String) throws(StorageFailure) {
        let descriptor = try retrying("open", path) {
            // SAFETY: the path is a string that outlives the call and is only read.
            Int(unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC))
        }
        defer { _ = close(CInt(descriptor)) }
        _ = try retrying("fsync", path) { Int(fsync(CInt(descriptor))) }
    }

    /// Gives a file another name, in place of what had it.
    static func rename(_ source: String, to target: String) throws(StorageFailure) {
        _ = try retrying("rename \(source) to", target) {
            // SAFETY: both paths are strings that outlive the call and are only read.
            Int(unsafe systemRename(source, target))
        }
    }

    /// Removes a file's name; that there is none is fine.
    static func remove(_ path: String) throws(StorageFailure) {
        do throws(StorageFailure) {
            _ = try retrying("unlink", path) {
                // SAFETY: the path is a string that outlives the call and is only read.
                Int(unsafe unlink(path))
            }
        } catch {
            guard error.kind == .missing else { throw error }
        }
    }

    /// The names in a folder, without `.` and `..`, in no order; none when there is no folder.
    static func names(in path: String) throws(StorageFailure) -> [String] {
        // SAFETY: the path is a string that outlives the call and is only read.
        guard let folder = unsafe opendir(path) else {
            let failure = StorageFailure(operation: "opendir", path: path, code: errno)
            guard failure.kind == .missing else { throw failure }
            return []
        }
        // SAFETY: the stream was opened above, is closed once, and is used nowhere else.
        defer { _ = unsafe closedir(folder) }

        var names: [String] = []
        while true {
            errno = 0
            // SAFETY: the entry is read before the next call on the same stream replaces it.
            guard let entry = unsafe readdir(folder) else { break }
            // SAFETY: the system ends the name with a zero byte inside the entry.
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
                unsafe $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) {
                    unsafe String(cString: $0)
                }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        guard errno == 0 else {
            throw StorageFailure(operation: "readdir", path: path, code: errno)
        }
        return names
    }
}

/// This process's number.
func processNumber() -> Int { Int(getpid()) }

extension HashFunction {
    /// Takes the next bytes from a span, which swift-crypto has no call for.
    mutating func update(_ bytes: Span<UInt8>) {
        // SAFETY: the buffer belongs to a span that outlives the call, and is only read.
        unsafe bytes.withUnsafeBytes { unsafe update(bufferPointer: $0) }
    }
}

extension StorageFailure {
    fileprivate init(operation: String, path: String, code: CInt) {
        let kind: Kind =
            switch code {
            case ENOSPC, EDQUOT: .full
            case ENOENT, ENOTDIR: .missing
            case EACCES, EPERM, EROFS: .denied
            default: .other
            }
        // SAFETY: the system's text ends with a zero byte and is copied at once.
        let reason = unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
        self.init(kind, "\(operation) \(path): \(reason)", code: code)
    }

    fileprivate var isExisting: Bool { code == EEXIST }
    fileprivate var isHeldLock: Bool { code == EWOULDBLOCK }
}

/// Calls the system until it is not interrupted; a negative result becomes a failure.
private func retrying(
    _ operation: String, _ path: String, _ call: () -> Int
) throws(StorageFailure) -> Int {
    while true {
        let result = call()
        if result >= 0 { return result }
        let code = errno
        if code != EINTR { throw StorageFailure(operation: operation, path: path, code: code) }
    }
}

// Inside a type that has methods of these names, the plain names would mean the methods.
// SAFETY: naming a function calls nothing; each use has its own reason.
private let systemWrite = unsafe write(_:_:_:)
// SAFETY: as above.
private let systemRename = unsafe rename(_:_:)

/// Who may read what this process writes.
package enum CreatedFiles {
    /// Keeps files made from now on from users outside of this user's group.
    ///
    /// A database holds the keys of tokens. A stricter setting of the system stays.
    package static func keepFromOthers() {
        _ = umask(umask(0o777) | 0o027)
    }
}

/// How many files this process may hold open, connections among them.
package enum OpenFileLimit {
    /// Raises the limit as far as the system lets this process, and returns it.
    package static func raise() -> UInt64 {
        var limit = rlimit()
        #if canImport(Glibc)
            let files = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        #else
            let files = RLIMIT_NOFILE
        #endif
        // SAFETY: the pointer is to a local variable, and the call does not keep it.
        guard unsafe getrlimit(files, &limit) == 0 else { return 1024 }
        let former = limit.rlim_cur
        limit.rlim_cur = min(limit.rlim_max, 1 << 20)
        // SAFETY: the pointer is to a local variable, and the call does not keep it.
        guard limit.rlim_cur > former, unsafe setrlimit(files, &limit) == 0 else {
            return UInt64(former)
        }
        return UInt64(limit.rlim_cur)
    }
}
