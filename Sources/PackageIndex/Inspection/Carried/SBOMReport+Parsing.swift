import Foundation

extension SBOMReport {
    /// Why nothing is read of an SBOM: it is written in a form that is not known here.
    private enum UnknownForm: String {
        case markup = "it is XML, which is not read"
        case otherJSON = "it is neither CycloneDX nor SPDX"
        case brokenJSON = "it is no JSON of a form that is known"
        case otherText = "it is neither JSON nor the tags and values of SPDX"
    }

    /// Whether it could be read if it were written in another form.
    var isOfUnknownForm: Bool { error.flatMap(UnknownForm.init(rawValue:)) != nil }

    /// Reads an SBOM: CycloneDX or SPDX in JSON, or SPDX as tags and values; what cannot be read becomes
    /// the report's error.
    ///
    /// - Parameters:
    ///   - bytes: The file.
    ///   - path: Where it lies in the wheel.
    ///   - limit: The most components that are kept.
    package init(_ bytes: [UInt8], path: String, limit: Int) {
        self.init(path: path, format: nil, specification: nil, components: [])
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let start = bytes.starts(with: mark) ? mark.count : 0
        let blanks = Set(" \t\r\n".utf8)
        switch bytes[start...].first(where: { !blanks.contains($0) }) {
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            takeJSON(Data(bytes[start...]), limit: limit)
        case UInt8(ascii: "<"):
            error = UnknownForm.markup.rawValue
        default:
            takeTagsAndValues(bytes[start...], limit: limit)
        }
    }

    private mutating func takeJSON(_ data: Data, limit: Int) {
        let decoder = JSONDecoder()
        do {
            let head = try decoder.decode(Head.self, from: data)
            if head.bomFormat == "CycloneDX" {
                format = "cyclonedx"
                specification = head.specVersion
                let listed = try decoder.decode(CycloneDX.self, from: data).components ?? []
                keep(Self.flat(listed, limit: limit), limit: limit)
            } else if let version = head.spdxVersion {
                format = "spdx"
                specification = version
                keep(try decoder.decode(SPDX.self, from: data).components, limit: limit)
            } else if let context = try? decoder.decode(SPDX3Document.Context.self, from: data) {
                format = "spdx"
                specification = "SPDX-\(context.version)"
                let document = try decoder.decode(SPDX3Document.self, from: data)
                keep(document.components, limit: limit)
            } else {
                error = UnknownForm.otherJSON.rawValue
            }
        } catch {
            self.error = UnknownForm.brokenJSON.rawValue
        }
    }

    private mutating func takeTagsAndValues(_ bytes: ArraySlice<UInt8>, limit: Int) {
        let document = SPDXTagsAndValues(bytes, limit: limit)
        guard let version = document.version else {
            error = UnknownForm.otherText.rawValue
            return
        }
        format = "spdx"
        specification = version
        keep(document.components, limit: limit)
        if document.isCutShort { error = "a text in it has no end" }
    }

    private mutating func keep(_ found: [Component], limit: Int) {
        components = found.prefix(limit).map(Self.shortened)
        if found.count > limit { error = "only the first \(limit) components were read" }
    }

    /// The most bytes of a name and a version that are kept.
    private static let mostNameBytes = 256
    /// The longest package URL that is kept: a part of one would name something else.
    private static let mostLocatorBytes = 1024

    private static func shortened(_ component: Component) -> Component {
        func short(_ text: String) -> String {
            text.utf8.count <= mostNameBytes
                ? text : String(decoding: text.utf8.prefix(mostNameBytes), as: UTF8.self)
        }
        return Component(
            name: short(component.name), version: stated(component.version).map(short),
            purl: stated(component.purl).flatMap { $0.utf8.count <= mostLocatorBytes ? $0 : nil })
    }

    /// A text that says something: SPDX's `NOASSERTION` and `NONE` stand where there is nothing to say.
    private static func stated(_ text: String?) -> String? {
        text.flatMap { ["", "NOASSERTION", "NONE"].contains($0) ? nil : $0 }
    }

    /// A component with those that are nested in it, in the order of the file.
    private static func flat(_ components: [CycloneDX.Listed], limit: Int) -> [Component] {
        var found: [Component] = []
        var rest = Array(components.reversed())
        while let next = rest.popLast(), found.count <= limit {
            if let name = next.name {
                found.append(Component(name: name, version: next.version, purl: next.purl))
            }
            rest += (next.components ?? []).reversed()
        }
        return found
    }

    private struct Head: Decodable {
        let bomFormat: String?
        let specVersion: String?
        let spdxVersion: String?
    }

    private struct CycloneDX: Decodable {
        struct Listed: Decodable {
            let name: String?
            let version: String?
            let purl: String?
            let components: [Listed]?
        }

        let components: [Listed]?
    }

    private struct SPDX: Decodable {
        struct Package: Decodable {
            struct Reference: Decodable {
                let referenceType: String?
                let referenceLocator: String?
            }

            let name: String?
            let versionInfo: String?
            let externalRefs: [Reference]?
        }

        let packages: [Package]?

        var components: [Component] {
            (packages ?? []).compactMap { package in
                guard let name = package.name else { return nil }
                let purl = package.externalRefs?.first { $0.referenceType == "purl" }
                return Component(
                    name: name, version: package.versionInfo, purl: purl?.referenceLocator)
            }
        }
    }
}
