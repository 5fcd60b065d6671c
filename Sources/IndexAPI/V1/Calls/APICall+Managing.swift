import PackageIndex
import PythonPackaging
import WebServer

extension APICall {
    /// Who asks for a change, and from where.
    func requester() throws -> Requester {
        Requester(try principal(), from: context.trace)
    }

    /// A project that the body names; nil where it names none.
    func project(in member: String) throws -> ProjectName? {
        try text(member).map { try ProjectName($0) }
    }
}
