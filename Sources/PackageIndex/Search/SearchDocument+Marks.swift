import PythonPackaging

extension SearchDocument {
    /// The minor releases of Python that can be searched for; those that no project mentions any
    /// more are no help, and those to come are in use long before their day.
    static let pythonReleases = (6...16).map { "3.\($0)" }

    /// What a release's metadata lets a project be narrowed down by.
    static func marks(of metadata: ReleaseMetadata) -> Set<SearchMark> {
        var marks: Set<SearchMark> = []
        for classifier in metadata.classifiers.prefix(SearchMark.mostOfOne) {
            // What stands below a classifier is found under it too.
            let steps = classifier.split(separator: " :: ", omittingEmptySubsequences: true)
            guard classifier.utf8.count <= SearchMark.longestValue, !steps.isEmpty,
                classifier.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F })
            else { continue }
            for count in min(2, steps.count)...steps.count {
                marks.insert(
                    SearchMark(.classifier, steps.prefix(count).joined(separator: " :: ")))
            }
        }
        for license in licenses(of: metadata) { marks.insert(SearchMark(.license, license)) }
        for release in pythons(admittedBy: metadata.requiresPython) {
            marks.insert(SearchMark(.python, release))
        }
        return marks
    }

    /// The minor releases of which Requires-Python admits at least one patch release.
    static func pythons(admittedBy requiresPython: String?) -> [String] {
        guard let requiresPython else { return pythonReleases }
        guard let requirement = PythonRequirement(requiresPython) else { return [] }
        return pythonReleases.filter(requirement.admits)
    }

    /// The licence identifiers: of the expression, of a field of old that is one, or of classifiers.
    static func licenses(of metadata: ReleaseMetadata) -> Set<String> {
        let expression =
            metadata.licenseExpression
            ?? metadata.license.flatMap { text in
                text.utf8.count <= 200 ? (try? LicenseExpression(text))?.normalized : nil
            }
        if let expression {
            let words = expression.split { $0 == " " || $0 == "(" || $0 == ")" }
            let names = words.filter { !["AND", "OR", "WITH"].contains($0) }
            return Set(names.prefix(SearchMark.mostOfOne).map(String.init))
        }
        return Set(metadata.classifiers.compactMap { LicenseClassifiers.identifiers[$0] })
    }
}

/// The classifiers that name a licence without leaving its version open, by their SPDX identifier.
private enum LicenseClassifiers {
    static let identifiers: [String: String] = Dictionary(
        uniqueKeysWithValues: [
            ("MIT License", "MIT"), ("MIT No Attribution License (MIT-0)", "MIT-0"),
            ("ISC License (ISCL)", "ISC"), ("Mozilla Public License 2.0 (MPL 2.0)", "MPL-2.0"),
            ("GNU General Public License v2 (GPLv2)", "GPL-2.0-only"),
            ("GNU General Public License v2 or later (GPLv2+)", "GPL-2.0-or-later"),
            ("GNU General Public License v3 (GPLv3)", "GPL-3.0-only"),
            ("GNU General Public License v3 or later (GPLv3+)", "GPL-3.0-or-later"),
            ("GNU Lesser General Public License v3 (LGPLv3)", "LGPL-3.0-only"),
            ("GNU Lesser General Public License v3 or later (LGPLv3+)", "LGPL-3.0-or-later"),
            ("GNU Lesser General Public License v2 or later (LGPLv2+)", "LGPL-2.0-or-later"),
            ("GNU Affero General Public License v3", "AGPL-3.0-only"),
            ("GNU Affero General Public License v3 or later (AGPLv3+)", "AGPL-3.0-or-later"),
            ("Eclipse Public License 2.0 (EPL-2.0)", "EPL-2.0"),
            ("European Union Public Licence 1.2 (EUPL 1.2)", "EUPL-1.2"),
            ("The Unlicense (Unlicense)", "Unlicense"), ("zlib/libpng License", "Zlib"),
            ("Boost Software License 1.0 (BSL-1.0)", "BSL-1.0"),
            ("BSD License", "BSD-3-Clause"), ("Apache Software License", "Apache-2.0"),
            ("Universal Permissive License (UPL)", "UPL-1.0"),
            ("Blue Oak Model License (BlueOak-1.0.0)", "BlueOak-1.0.0"),
        ].map { ("License :: OSI Approved :: \($0.0)", $0.1) })
}
