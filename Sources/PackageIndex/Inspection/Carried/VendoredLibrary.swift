import Foundation

/// What a library is that was copied into a wheel.
enum VendoredLibrary {
    /// The name without what repairing tools and versions add: `libgfortran` for
    /// `x.libs/libgfortran-83c28eba.so.5.0.0`.
    static func name(ofFile path: String) -> String {
        var name = path.split(separator: "/").last.map(String.init) ?? path
        for ending in [".so", ".dylib", ".dll"] {
            guard let range = name.range(of: ending, options: .caseInsensitive) else { continue }
            name = String(name[..<range.lowerBound])
            break
        }
        // A library that was repaired with another wheel before has two: scipy's libgfortran.
        while let dash = name.lastIndex(of: "-") {
            let digits = name[name.index(after: dash)...]
            guard [8, 32].contains(digits.count), digits.allSatisfy(\.isHexDigit) else { break }
            name = String(name[..<dash])
        }
        // delocate leaves versions in the name: libfreetype.6.
        while let dot = name.lastIndex(of: "."), name[dot...].dropFirst().allSatisfy(\.isNumber) {
            name = String(name[..<dot])
        }
        return name
    }

    /// The version, by the best source there is: an SBOM, the packager's note, a string inside.
    ///
    /// The number in a file name is the ABI's, which is another one.
    static func version(of file: NativeFileReport, in sboms: SBOMComparison) -> String? {
        let name = name(ofFile: file.path)
        if let version = sboms.component(ofLibrary: name)?.version { return version }
        for slice in file.slices {
            guard let note = slice.fact("package_note").word,
                let fields = try? JSONDecoder().decode(PackageNote.self, from: Data(note.utf8)),
                let version = fields.version
            else { continue }
            return version
        }
        return file.carried.libraries.first { isWhole($0.name, ofFileNamed: name) }?.version
    }

    /// Whether a library that a file holds is the one that the whole file is, and not one of those
    /// that are linked into it: OpenSSL is `libcrypto`, and the zlib in `libzstd` is not.
    static func isWhole(_ library: String, ofFileNamed name: String) -> Bool {
        let part = SBOMComparison.stem(library)
        let whole = SBOMComparison.stem(name)
        guard part.utf8.count > 2, whole.utf8.count > 2 else { return part == whole }
        return part == whole || whole.hasPrefix(part) || part.hasPrefix(whole)
            || part.utf8.count > 3 && whole.contains(part)
    }

    /// The fields of systemd's "package metadata for ELF" that matter here.
    private struct PackageNote: Decodable {
        let version: String?
    }
}
