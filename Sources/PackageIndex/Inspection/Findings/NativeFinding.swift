/// Something in native code that somebody may want to refuse: what policies and SARIF speak of.
package struct NativeFinding: Sendable, Equatable {
    /// The stable names, as settings and policies write them.
    package enum Name: String, Sendable, CaseIterable, Codable {
        case executableStack = "executable-stack"
        case writableCode = "writable-code"
        case textRelocations = "text-relocations"
        case unsafeSearchPath = "unsafe-search-path"
        case sanitizerRuntime = "sanitizer-runtime"
        case noASLR = "no-aslr"
        case noDEP = "no-dep"
        case notPositionIndependent = "not-position-independent"
        case writableRelocations = "writable-relocations"
        case noCanary = "no-canary"
        case notFortified = "not-fortified"
        case untruthfulTag = "untruthful-tag"
        case brokenABI3 = "abi3-violation"
        case staleSBOM = "sbom-difference"
        case unreadable = "unreadable-code"
        case otherWeakness = "other-weakness"
    }

    /// What was found.
    package var name: Name
    /// Whether the rubric lets nothing make up for it.
    package var isBlocking: Bool
    /// What was seen, in one sentence without a capital and a full stop.
    package var message: String
    /// What to do about it, where there is something to do.
    package var advice: String?
    /// The project, where it was found in a wheel.
    package var project: String?
    /// The wheel or the bare file.
    package var path: String
    /// The member of the wheel.
    package var member: String?

    /// The wheel or file, with the member inside.
    package var place: String { member.map { "\(path): \($0)" } ?? path }
}

extension NativeFinding.Name {
    /// The finding that a check of the rubric stands for where it is not passed.
    init(check: String) {
        self =
            switch check {
            case "nx_stack", "allow_stack_execution": .executableStack
            case "wx_segments": .writableCode
            case "textrel": .textRelocations
            case "rpath", "needed": .unsafeSearchPath
            case "sanitizers": .sanitizerRuntime
            case "aslr": .noASLR
            case "nx_compat": .noDEP
            case "pie": .notPositionIndependent
            case "relro", "data_const": .writableRelocations
            case "canary": .noCanary
            case "fortify": .notFortified
            default: .otherWeakness
            }
    }
}

extension AuditReport {
    /// Everything in the report that somebody may want to refuse.
    package var findings: [NativeFinding] {
        wheels.flatMap(\.findings)
            + files.flatMap { file in
                file.weaknesses.map { $0.finding(path: file.path, member: nil, project: nil) }
            }
    }
}

extension WheelReport {
    /// Everything in the wheel that somebody may want to refuse; others' libraries count for what
    /// the wheel ships, and never for its grade.
    package var findings: [NativeFinding] {
        var findings: [NativeFinding] = []
        func add(
            _ name: NativeFinding.Name, _ message: String, advice: String? = nil,
            member: String? = nil
        ) {
            findings.append(
                NativeFinding(
                    name: name, isBlocking: false, message: message, advice: advice,
                    project: project, path: path, member: member))
        }
        if !tags.truthful {
            add(
                .untruthfulTag, tags.why.joined(separator: "; "),
                advice: "build the wheel for the platform that its tag names, or repair it with "
                    + "auditwheel, delocate or delvewheel")
        }
        for error in errors { add(.unreadable, error) }
        for sbom in sboms {
            guard let error = sbom.error else { continue }
            add(
                .unreadable, "the SBOM \(sbom.path) was not compared, or not all of it: \(error)",
                advice: sbom.isOfUnknownForm ? "write the SBOM as CycloneDX or SPDX in JSON" : nil)
        }
        for difference in sbomDifferences {
            let found = difference.found.map { " \($0)" } ?? ""
            add(
                .staleSBOM,
                "\(difference.part) \(difference.name)\(found) is inside, and the SBOM "
                    + (difference.listed.isEmpty
                        ? "does not list it"
                        : "lists \(difference.listed.joined(separator: ", "))"),
                advice: "write the SBOM in the build that makes the wheel",
                member: difference.path)
        }
        for file in files {
            findings += file.weaknesses.map {
                $0.finding(path: path, member: file.path, project: project)
            }
            if !file.abi3.violations.isEmpty {
                let symbols = file.abi3.violations.prefix(5).map(\.symbol)
                add(
                    .brokenABI3,
                    "symbols outside of the stable ABI of Python \(file.abi3.claimed ?? "3"): "
                        + symbols.joined(separator: ", "),
                    advice: "compile with Py_LIMITED_API set to the version of the tag",
                    member: file.path)
            }
        }
        return findings
    }
}

extension NativeFileReport {
    /// A check that was not passed, or that the file could not be read.
    fileprivate struct Weakness {
        let name: NativeFinding.Name
        let isBlocking: Bool
        let message: String
        let advice: String?

        func finding(path: String, member: String?, project: String?) -> NativeFinding {
            NativeFinding(
                name: name, isBlocking: isBlocking, message: message, advice: advice,
                project: project, path: path, member: member)
        }
    }

    fileprivate var weaknesses: [Weakness] {
        let failed = checks.filter { [.fail, .partial, .blocking].contains($0.outcome) }
        return failed.map {
            Weakness(
                name: NativeFinding.Name(check: $0.check), isBlocking: $0.outcome == .blocking,
                message: $0.finding, advice: $0.advice)
        }
            + (error.map {
                [Weakness(name: .unreadable, isBlocking: false, message: $0, advice: nil)]
            } ?? [])
    }
}
