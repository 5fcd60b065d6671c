import Foundation

/// The SBOM of a wheel or of a native file as CycloneDX 1.6: what the binaries show, and what the
/// wheel's own SBOMs add.
///
/// Specification: ECMA-424, <https://cyclonedx.org/docs/1.6/json/>.
package struct CycloneDXDocument: Encodable {
    private let bomFormat = "CycloneDX"
    private let specVersion = "1.6"
    private let version = 1
    private let metadata: Metadata
    private let components: [Component]

    private struct Metadata: Encodable {
        let component: Component
    }

    private struct Hash: Encodable {
        let alg: String
        let content: String
    }

    private struct Property: Encodable {
        let name: String
        let value: String
    }

    private struct Component: Encodable {
        let type: String
        let name: String
        let version: String?
        let purl: String?
        let bomRef: String
        var hashes: [Hash]?
        var properties: [Property]

        enum CodingKeys: String, CodingKey {
            case type, name, version, purl, hashes, properties
            case bomRef = "bom-ref"
        }
    }

    /// The SBOM of a wheel.
    package init(_ wheel: WheelReport) {
        let purl = "pkg:pypi/\(wheel.project)@\(Self.escaped(wheel.version))"
        metadata = Metadata(
            component: Component(
                type: "library", name: wheel.project, version: wheel.version, purl: purl,
                bomRef: purl, hashes: Self.hashes(wheel.sha256),
                properties: [Property(name: "cheeseboard:filename", value: wheel.filename)]))
        let listed = wheel.sboms.flatMap { sbom in
            sbom.components.map { component in
                Self.part(
                    "library", component.name, component.version, component.purl,
                    [Property(name: "cheeseboard:listed-in", value: sbom.path)])
            }
        }
        let known = SBOMComparison(wheel.sboms)
        let found = wheel.files.flatMap { Self.parts(of: $0, listed: known) }
        // Some SBOMs list what they are about, which is told above.
        components = Self.merged(found + listed, without: purl)
    }

    /// The SBOM of a native file that is in no wheel.
    package init(_ file: NativeFileReport) {
        metadata = Metadata(
            component: Component(
                type: "file", name: file.path.split(separator: "/").last.map(String.init) ?? "",
                version: nil, purl: nil, bomRef: file.path, hashes: Self.hashes(file.sha256),
                properties: []))
        // The file itself is what the SBOM is about, whatever folder it lies in.
        let parts = Self.parts(of: file, listed: SBOMComparison([]))
        components = Self.merged(parts, without: file.path)
    }

    /// Each component once, with all that is known of it.
    private static func merged(_ parts: [Component], without about: String) -> [Component] {
        var components: [Component] = []
        var places: [String: Int] = [:]
        for part in parts where part.bomRef != about {
            if let index = places[part.bomRef] {
                components[index].properties += part.properties
                if components[index].hashes == nil { components[index].hashes = part.hashes }
            } else {
                places[part.bomRef] = components.count
                components.append(part)
            }
        }
        return components
    }

    /// The document as JSON, the same bytes for the same report.
    package func encoded(pretty: Bool = true) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        if pretty { encoder.outputFormatting.insert(.prettyPrinted) }
        return Array(try encoder.encode(self))
    }

    private static func parts(of file: NativeFileReport, listed: SBOMComparison) -> [Component] {
        func seen(_ how: String) -> [Property] {
            [
                Property(name: "cheeseboard:found-in", value: file.path),
                Property(name: "cheeseboard:evidence", value: how),
            ]
        }
        let crates = file.carried.crates.map { crate in
            part(
                "library", crate.name, crate.version, purl("cargo", crate),
                seen(file.carried.crateSource?.rawValue ?? ""))
        }
        let modules = file.carried.modules.map {
            part("library", $0.name, $0.version, purl("golang", $0), seen("go-build-information"))
        }
        let name = VendoredLibrary.name(ofFile: file.path)
        let listing = file.origin == .vendored ? listed.component(ofLibrary: name) : nil
        // Distributions mend libraries under the version that their strings go on telling.
        let libraries = file.carried.libraries.filter {
            listing == nil || !VendoredLibrary.isWhole($0.name, ofFileNamed: name)
        }.map {
            part("library", $0.name, $0.version, nil, seen("string"))
        }
        guard file.origin == .vendored else { return crates + modules + libraries }
        var vendored = Component(
            type: "library", name: name, version: file.libraryVersion, purl: listing?.purl,
            bomRef: file.path, hashes: hashes(file.sha256), properties: seen("vendored-file"))
        vendored.properties.append(
            Property(name: "cheeseboard:grade", value: file.grade?.rawValue ?? "none"))
        return [vendored] + crates + modules + libraries
    }

    private static func part(
        _ type: String, _ name: String, _ version: String?, _ purl: String?,
        _ properties: [Property]
    ) -> Component {
        Component(
            type: type, name: name, version: version, purl: purl,
            bomRef: purl ?? "\(name)@\(version ?? "")", properties: properties)
    }

    /// A package URL; slashes in a Go module's path stand for its namespace.
    private static func purl(_ type: String, _ part: CarriedReport.Part) -> String {
        let name = part.name.split(separator: "/").map { escaped(String($0)) }.joined(
            separator: "/")
        return "pkg:\(type)/\(name)" + (part.version.map { "@" + escaped($0) } ?? "")
    }

    private static func escaped(_ text: String) -> String {
        text.utf8.map { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
                String(Unicode.Scalar(byte))
            default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }.joined()
    }

    private static func hashes(_ sha256: String?) -> [Hash]? {
        sha256.map { [Hash(alg: "SHA-256", content: $0)] }
    }
}
