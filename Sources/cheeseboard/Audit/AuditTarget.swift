import Foundation
import PythonPackaging

/// Something that an audit looks at.
enum AuditTarget: Hashable {
    case wheel(String)
    case source(String)
    /// A file that is no distribution: native code, or nothing to tell of.
    case file(String)
    /// What one `.dist-info` folder says is installed.
    case installed(String)
    /// What was named and is not there, and why.
    case missing(String, reason: String)

    var path: String {
        switch self {
        case .wheel(let path), .source(let path), .file(let path), .installed(let path),
            .missing(let path, _):
            path
        }
    }

    /// The last step of the path.
    var name: String { URL(fileURLWithPath: path).lastPathComponent }

    /// Why a name stands for nothing.
    private struct NothingThere: Error, CustomStringConvertible {
        let description: String

        init(_ description: String) {
            self.description = description
        }
    }

    /// What all names stand for; one that stands for nothing ends nothing but itself.
    static func all(
        _ names: [String], by find: (String) throws -> [AuditTarget]
    ) -> [AuditTarget] {
        names.flatMap { name in
            do {
                return try find(name)
            } catch {
                return [.missing(name, reason: "\(error)")]
            }
        }
    }

    /// What a path that was named stands for: itself, or everything below it.
    static func found(at path: String) throws -> [AuditTarget] {
        guard
            let values = try? URL(fileURLWithPath: path).resourceValues(forKeys: [.isDirectoryKey])
        else {
            throw NothingThere("there is no such file or folder")
        }
        return values.isDirectory == true ? try below(path) : [AuditTarget(file: path)]
    }

    /// What is installed in an environment (a virtual environment, or a folder of packages), and the
    /// files in it that nothing installed accounts for.
    static func installed(in named: String) throws -> [AuditTarget] {
        // Paths are compared: a slash at the end must make no others of them.
        var environment = named
        while environment.count > 1, environment.hasSuffix("/") { environment.removeLast() }
        let folders = packageFolders(of: environment)
        let found = try folders.flatMap { folder in
            let infos = try FileManager.default.contentsOfDirectory(atPath: folder)
                .filter { $0.hasSuffix(".dist-info") }.sorted().map { "\(folder)/\($0)" }
            return try infos.map(AuditTarget.installed) + unlisted(in: folder, infos)
        }
        guard !found.isEmpty else {
            throw NothingThere(
                "nothing is installed there; name a virtual environment or a folder with "
                    + ".dist-info folders")
        }
        return found
    }

    /// The files of a folder of packages that no RECORD lists, such as those of a system's packages.
    private static func unlisted(in folder: String, _ infos: [String]) throws -> [AuditTarget] {
        var listed: Set<String> = []
        for info in infos {
            guard let record = FileManager.default.contents(atPath: info + "/RECORD"),
                let entries = try? WheelRecord(parsing: [UInt8](record)).entries
            else { continue }
            for entry in entries { listed.insert("\(folder)/\(entry.path)") }
        }
        return try below(folder).filter { target in
            !listed.contains(target.path) && !target.path.hasSuffix(".pyc")
        }.map { AuditTarget.file($0.path) }
    }

    private init(file path: String) {
        let name = URL(fileURLWithPath: path).lastPathComponent
        self =
            if name.hasSuffix(".whl") {
                .wheel(path)
            } else if (try? SourceDistributionFilename(name)) != nil {
                .source(path)
            } else {
                .file(path)
            }
    }

    /// The files of a folder, in the order of their names; links are not followed.
    private static func below(_ folder: String) throws -> [AuditTarget] {
        let manager = FileManager.default
        guard let walk = manager.enumerator(atPath: folder) else {
            throw NothingThere("the folder cannot be read")
        }
        var paths: [String] = []
        while let name = walk.nextObject() as? String {
            guard walk.fileAttributes?[.type] as? FileAttributeType == .typeRegular else {
                continue
            }
            paths.append(folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)")
        }
        return paths.sorted().map(AuditTarget.init(file:))
    }

    /// The folders of an environment that hold packages, of any Python and any system.
    private static func packageFolders(of environment: String) -> [String] {
        let manager = FileManager.default
        func names(_ folder: String) -> [String] {
            (try? manager.contentsOfDirectory(atPath: folder)) ?? []
        }
        var folders = [environment, "\(environment)/Lib/site-packages"]
        for library in ["lib", "lib64", "local/lib"] {
            for python in names("\(environment)/\(library)").sorted()
            where python.hasPrefix("python") || python.hasPrefix("pypy") {
                folders += ["site-packages", "dist-packages"].map {
                    "\(environment)/\(library)/\(python)/\($0)"
                }
            }
        }
        var seen: Set<String> = []
        return folders.filter { folder in
            names(folder).contains { $0.hasSuffix(".dist-info") }
                && seen.insert(URL(fileURLWithPath: folder).resolvingSymlinksInPath().path).inserted
        }
    }
}
