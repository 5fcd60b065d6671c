package import PackageIndex
package import PythonPackaging

extension IndexRequestContext {
    /// Who asks for a change, with where they came from; refused where nobody is known.
    package func requester() throws -> Requester {
        guard let principal else {
            throw Refusal(.credentialsMissing, "Nobody is signed in.")
        }
        return Requester(principal, from: trace)
    }

    /// The project that the address names; what cannot be a name is none that exists.
    package func projectName() throws -> ProjectName {
        let text = values["name"] ?? ""
        do { return try ProjectName(text) } catch {
            throw Refusal(.projectUnknown, "There is no project '\(Shown.short(text))'.")
        }
    }

    /// The version that the address names; what cannot be one is none that exists.
    package func version() throws -> Version {
        let text = values["version"] ?? ""
        do { return try Version(text) } catch {
            throw Refusal(.releaseUnknown, "There is no release '\(Shown.short(text))'.")
        }
    }
}
