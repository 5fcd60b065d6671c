import PythonPackaging

extension Conform {
    /// `v` → `normalized`.
    @Sendable static func version(_ question: ConformQuestion) throws -> Answer {
        ["normalized": .text(try Version(question.text("v")).normalized)]
    }

    /// `a`, `b` → `order`: -1, 0 or 1.
    @Sendable static func compare(_ question: ConformQuestion) throws -> Answer {
        let left = try Version(question.text("a"))
        let right = try Version(question.text("b"))
        return ["order": .integer(left < right ? -1 : left == right ? 0 : 1)]
    }

    /// `v` → all that can be asked of a version; numbers as text, since they may be of any length.
    @Sendable static func versionParts(_ question: ConformQuestion) throws -> Answer {
        let version = try Version(question.text("v"))
        return [
            "canonical": .text(version.canonical),
            "public": .text(version.publicVersion),
            "base": .text(version.baseVersion),
            "epoch": .text(version.epoch.description),
            "release": JSONValue(version.release.map(\.description)),
            "pre": version.prerelease.map {
                JSONValue([$0.stage.rawValue, $0.number.description])
            } ?? .null,
            "post": JSONValue(version.postrelease?.description),
            "dev": JSONValue(version.development?.description),
            "local": JSONValue(version.local),
            "prerelease": .bool(version.isPrerelease),
            "postrelease": .bool(version.isPostrelease),
            "devrelease": .bool(version.isDevelopmentRelease),
        ]
    }

    /// `n` → `normalized`; a name that breaks the rule for names is refused.
    @Sendable static func name(_ question: ConformQuestion) throws -> Answer {
        ["normalized": .text(try ProjectName(question.text("n")).normalized)]
    }

    /// `n` → the normal form of any text, and whether the text is a name in that form already.
    @Sendable static func nameCheck(_ question: ConformQuestion) throws -> Answer {
        let text = try question.text("n")
        return [
            "folded": .text(ProjectName.normalize(text)),
            "isNormalized": .bool(ProjectName.isNormalized(text)),
        ]
    }
}
