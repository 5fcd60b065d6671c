import Crypto

/// A builder of wheels: right in every detail unless told otherwise, and the same bytes on each
/// run.
package struct WheelBuilder {
    /// The project's name as METADATA spells it.
    package var name: String
    /// The version.
    package var version: String
    /// The build tag.
    package var build: String?
    /// The tags as the file name has them; sets are written with dots.
    package var tag = "py3-none-any"
    /// What METADATA says.
    package var metadata: MetadataBuilder
    /// METADATA as it stands, in the place of what ``metadata`` makes.
    package var metadataText: String?
    /// The WHEEL file, in the place of the one that fits the tags.
    package var wheelText: String?
    /// The RECORD file, in the place of the one that fits the files.
    package var recordText: String?
    /// The entry_points.txt file.
    package var entryPoints: String?
    /// The files besides those in `.dist-info`, by path.
    package var files: [(path: String, content: [UInt8])]
    /// Files in `.dist-info` besides the usual ones, by path inside of it.
    package var distInfoFiles: [(path: String, content: [UInt8])] = []
    /// Names of usual files in `.dist-info` to be left out.
    package var omitted: Set<String> = []
    /// How the contents are compressed.
    package var method = ZipWriter.Method.deflated

    /// A wheel of a project with one module.
    package init(name: String, version: String) {
        self.name = name
        self.version = version
        metadata = MetadataBuilder(name: name, version: version)
        let module = DistributionName.escaped(name)
        files = [
            ("\(module)/__init__.py", Array("__version__ = \"\(version)\"\n".utf8))
        ]
    }

    /// The first two parts of the file name.
    package var stem: String { "\(DistributionName.escaped(name))-\(version)" }

    /// The file name that fits name, version and tags.
    package var filename: String {
        ([stem] + (build.map { [$0] } ?? []) + [tag]).joined(separator: "-") + ".whl"
    }

    /// The wheel.
    package func make() -> (filename: String, bytes: [UInt8]) {
        (filename, writer().bytes())
    }

    /// The wheel before it is written, for tests that spoil it.
    package func writer() -> ZipWriter {
        let members = self.members()
        var writer = ZipWriter()
        for (path, content) in members { writer.add(path, content, method) }
        if !omitted.contains("RECORD") {
            writer.add("\(stem).dist-info/RECORD", recordText ?? record(of: members), method)
        }
        return writer
    }

    private func members() -> [(path: String, content: [UInt8])] {
        var texts = [
            ("METADATA", metadataText ?? metadata.text), ("WHEEL", wheelText ?? defaultWheelText),
        ]
        if let entryPoints { texts.append(("entry_points.txt", entryPoints)) }
        let usual = texts.filter { !omitted.contains($0.0) }.map { ($0.0, Array($0.1.utf8)) }
        return files + (usual + distInfoFiles).map { ("\(stem).dist-info/\($0.0)", $0.1) }
    }

    private var defaultWheelText: String {
        let isPure = tag.hasSuffix("-any")
        var lines = [
            "Wheel-Version: 1.0", "Generator: cheeseboard-testing",
            "Root-Is-Purelib: \(isPure ? "true" : "false")",
        ]
        let sets = tag.split(separator: "-").map { $0.split(separator: ".") }
        if sets.count == 3 {
            for python in sets[0] {
                for abi in sets[1] {
                    for platform in sets[2] { lines.append("Tag: \(python)-\(abi)-\(platform)") }
                }
            }
        }
        if let build { lines.append("Build: \(build)") }
        return lines.joined(separator: "\n") + "\n"
    }

    private func record(of members: [(path: String, content: [UInt8])]) -> String {
        var lines = members.map { path, content in
            "\(Self.csv(path)),sha256=\(Self.digest(content)),\(content.count)"
        }
        lines.append("\(stem).dist-info/RECORD,,")
        return lines.joined(separator: "\n") + "\n"
    }

    private static func csv(_ field: String) -> String {
        guard field.contains(where: { $0 == "," || $0 == "\"" }) else { return field }
        return "\"" + field.replacing("\"", with: "\"\"") + "\""
    }

    /// The SHA-256 in URL-safe base 64 without padding, as RECORD has it.
    private static func digest(_ content: [UInt8]) -> String {
        let alphabet = Array(
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
        var text: [UInt8] = []
        var bits: UInt32 = 0
        var count = 0
        for byte in SHA256.hash(data: content) {
            bits = bits << 8 | UInt32(byte)
            count += 8
            while count >= 6 {
                count -= 6
                text.append(alphabet[Int(bits >> UInt32(count) & 63)])
            }
        }
        if count > 0 { text.append(alphabet[Int(bits << UInt32(6 - count) & 63)]) }
        return String(decoding: text, as: UTF8.self)
    }
}
