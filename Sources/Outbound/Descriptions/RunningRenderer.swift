import Dispatch
import Foundation
import Synchronization

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// A Python process that is up, and the pipes to it.
final class RunningRenderer {
    /// What it renders with.
    let identity: RendererIdentity

    private let process: Process
    private let input: FileHandle
    private let output: FileHandle
    private let limits: DescriptionRenderer.Limits

    /// Starts the process and waits for its first word.
    ///
    /// - Throws: ``RendererMissing`` where the process says so or ends by itself, as `env` does
    ///   where there is no such program; ``RendererNotStarted`` for what may soon be otherwise.
    init(python: String, limits: DescriptionRenderer.Limits) throws {
        // A process that died must show as an error of the write, not end the server.
        signal(SIGPIPE, SIG_IGN)
        let process = Process()
        let input = Pipe()
        let output = Pipe()
        // Found by `env`, so that a name and a path do alike.
        let finder = "/usr/bin/env"
        guard FileManager.default.isExecutableFile(atPath: finder) else {
            throw RendererMissing(reason: "there is no \(finder)")
        }
        process.executableURL = URL(fileURLWithPath: finder)
        process.arguments = [
            python, "-I", "-c", Self.program,
            String(max(1, limits.time.milliseconds / 1000)), String(limits.memory),
        ]
        process.environment = [
            "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
            "LANG": "C.UTF-8",
        ]
        process.currentDirectoryURL = URL(fileURLWithPath: "/")
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        do {
            try process.run()
        } catch {
            throw RendererNotStarted(reason: "\(python) cannot be started")
        }
        self.process = process
        self.input = input.fileHandleForWriting
        self.output = output.fileHandleForReading
        self.limits = limits
        let silence = "\(python) did not start its work"
        let first: FirstWord?
        do {
            first = try Self.within(limits.startTime, killing: process.processIdentifier) {
                do {
                    return try Self.read(
                        FirstWord.self, from: output.fileHandleForReading, atMost: 1 << 16)
                } catch let ended as RendererEnded {
                    // How it ended tells what to make of its silence.
                    while process.isRunning { Thread.sleep(forTimeInterval: 0.01) }
                    throw ended
                } catch {
                    // Another program's words.
                    return nil
                }
            }
        } catch {
            guard !process.isRunning, process.terminationReason == .exit else {
                throw RendererNotStarted(reason: silence)
            }
            throw RendererMissing(reason: silence)
        }
        guard let identity = first?.identity else {
            process.terminate()
            throw RendererMissing(reason: first?.missing ?? silence)
        }
        self.identity = identity
    }

    var isAlive: Bool { process.isRunning }

    func render(_ description: DescriptionSource) throws -> DescriptionRendering {
        let data = try JSONEncoder().encode(description)
        let size = UInt32(data.count)
        let head = Data([24, 16, 8, 0].map { UInt8(truncatingIfNeeded: size >> UInt32($0)) })
        return try Self.within(limits.time, killing: process.processIdentifier) {
            try input.write(contentsOf: head + data)
            return try Self.read(
                DescriptionRendering.self, from: output, atMost: limits.answerBytes)
        }
    }

    func kill() {
        if process.isRunning { Self.kill(process.processIdentifier) }
        try? input.close()
        try? output.close()
    }

    private static let program = String(
        decoding: PackageResources.renderDescriptions_py, as: UTF8.self)

    /// Does what may block, and kills the process where it takes longer.
    private static func within<T>(
        _ time: Duration, killing process: Int32, _ body: () throws -> T
    ) throws -> T {
        let watch = Watched()
        DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(time.milliseconds)) {
            let isLate = watch.state.withLock { state in
                guard state == .running else { return false }
                state = .late
                return true
            }
            if isLate { kill(process) }
        }
        defer { watch.state.withLock { if $0 == .running { $0 = .done } } }
        do {
            return try body()
        } catch let error as RendererGaveUp {
            throw error
        } catch {
            let isLate = watch.state.withLock { $0 == .late }
            throw RendererGaveUp(
                reason: isLate
                    ? "it takes longer than \(time.milliseconds / 1000) seconds"
                    : "it takes more memory than there is for it, or breaks the renderer")
        }
    }

    private static func kill(_ process: Int32) {
        #if canImport(Darwin)
            _ = Darwin.kill(process, SIGKILL)
        #elseif canImport(Musl)
            _ = Musl.kill(process, SIGKILL)
        #else
            _ = Glibc.kill(process, SIGKILL)
        #endif
    }

    private static func read<T: Decodable>(
        _ type: T.Type, from output: FileHandle, atMost limit: Int
    ) throws -> T {
        let size = try exactly(4, from: output).reduce(0) { $0 << 8 | Int($1) }
        guard size <= limit else {
            throw RendererGaveUp(reason: "its HTML is larger than \(limit) bytes")
        }
        return try JSONDecoder().decode(type, from: exactly(size, from: output))
    }

    private static func exactly(_ count: Int, from output: FileHandle) throws -> Data {
        var data = Data()
        while data.count < count {
            guard let more = try output.read(upToCount: count - data.count), !more.isEmpty else {
                throw RendererEnded()
            }
            data += more
        }
        return data
    }

    /// The process closed its pipe.
    private struct RendererEnded: Error {}

    private enum Watch { case running, late, done }

    /// The first frame: who it is, or what is missing.
    private struct FirstWord: Decodable {
        let identity: RendererIdentity?
        let missing: String?

        private enum Key: CodingKey { case missing }

        init(from decoder: any Decoder) throws {
            missing = try decoder.container(keyedBy: Key.self)
                .decodeIfPresent(String.self, forKey: .missing)
            identity = missing == nil ? try RendererIdentity(from: decoder) : nil
        }
    }

    /// A watch that two threads look at.
    private final class Watched: Sendable {
        let state = Mutex(Watch.running)
    }
}
