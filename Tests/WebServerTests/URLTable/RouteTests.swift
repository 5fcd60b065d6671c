import CheeseboardTesting
import HTTPTypes
import PackageIndex
import Testing
import WebServer

@Suite struct `The URL table` {
    @Test func `every route has a handler in the wired server`() async throws {
        try await TestIndex.with { test in
            let server = try TestServer(test)
            for route in Route.all {
                #expect(server.handlers[route] != nil, "\(route) has no handler")
            }
            #expect(server.handlers.count == Route.all.count)
        }
    }

    @Test func `every route is found at its own address`() {
        for route in Route.all {
            for method in route.methods {
                let match = RouteMatch.find(example(of: route), method)
                guard case .found(let found, _) = match else {
                    Issue.record("\(route) is not found: \(match)")
                    continue
                }
                #expect(found == route)
            }
        }
    }

    @Test(arguments: [
        ("/", "front []"), ("/simple/", "projectList []"), ("/simple", "lacksSlash projectList"),
        ("/simple/brie/", "project [name=brie]"), ("/simple/brie", "lacksSlash project"),
        ("/simple/Foo%5fBar/", "project [name=Foo_Bar]"),
        ("/+simple/", "plainProjectList []"), ("/%2Bsimple/", "plainProjectList []"),
        ("/%20simple/", "unknown"), ("/+simple/brie/", "plainProject [name=brie]"),
        ("/legacy", "uploadHint []"), ("/legacy/", "uploadHint []"),
        ("/legacy/+simple/", "plainProjectListBesideUpload []"),
        ("/legacy/+simple/brie/", "plainProjectBesideUpload [name=brie]"),
        ("/legacy/+simple/brie", "lacksSlash plainProjectBesideUpload"),
        ("/pypi/brie/json", "projectJSON [name=brie]"),
        ("/pypi/brie/json/", "projectJSON [name=brie]"),
        ("/pypi/brie/1.0/json", "releaseJSON [name=brie, version=1.0]"),
        ("/pypi/brie/1.0+a/json", "releaseJSON [name=brie, version=1.0+a]"),
        ("/pypi/brie/1.0%2Ba/json", "releaseJSON [name=brie, version=1.0+a]"),
        ("/pypi/json/json", "projectJSON [name=json]"),
        ("/files/ab/a-1+b-py3-none-any.whl", "file [filename=a-1+b-py3-none-any.whl, sha256=ab]"),
        ("/files/ab/a-1%2bb-py3-none-any.whl", "file [filename=a-1+b-py3-none-any.whl, sha256=ab]"),
        ("/files/ab/caf%C3%A9.whl", "file [filename=café.whl, sha256=ab]"),
        ("/files/ab/x.whl/", "unknown"), ("/files/ab/", "unknown"),
        ("/static/style.css/", "unknown"),
        ("/_health", "health []"), ("/_health/", "health []"),
        ("/setup/abc", "firstAdministratorForm [secret=abc]"),
        ("/nothing", "unknown"), ("", "unknown"), ("simple/", "unknown"), ("*", "unknown"),
        // Steps that could mean another place.
        ("//", "unknown"), ("/simple//", "unknown"), ("//simple/", "unknown"),
        ("/simple/../", "unknown"), ("/simple/%2e%2E/", "unknown"), ("/simple/./", "unknown"),
        ("/simple/..", "unknown"), ("/files/ab/a%2Fb", "unknown"), ("/files/ab/a%2fb", "unknown"),
        ("/files/ab/a%00b", "unknown"),
        ("/files/ab/%5C..%5Cb", "file [filename=\\..\\b, sha256=ab]"),
        ("/simple/.../", "project [name=...]"),
        // Escapes that are none.
        ("/simple/a%/", "unknown"), ("/simple/a%4/", "unknown"), ("/simple/a%zz/", "unknown"),
        ("/simple/a%4g/", "unknown"), ("/simple/%/", "unknown"), ("/simple/%ff/", "unknown"),
        ("/simple/%c0%af/", "unknown"), ("/simple/a%4a/", "project [name=aJ]"),
        ("/simple/%2541/", "project [name=%41]"),
    ])
    func `an address is taken apart step by step`(_ path: String, _ expected: String) {
        #expect(shown(RouteMatch.find(path, .get)) == expected)
        #expect(shown(RouteMatch.find(path, .head)) == expected)
    }

    @Test func `an address of more than four kilobytes is nobody's`() {
        let name = String(repeating: "a", count: 4086)
        #expect(shown(RouteMatch.find("/simple/\(name)/", .get)) != "unknown")
        #expect(shown(RouteMatch.find("/simple/\(name)aa/", .get)) == "unknown")
    }

    @Test(arguments: [
        ("/simple/", "POST", "GET, HEAD"), ("/simple/brie/", "POST", "GET, HEAD"),
        ("/simple/brie", "POST", "GET, HEAD"), ("/simple", "PUT", "GET, HEAD"),
        ("/+simple/brie/", "POST", "GET, HEAD"), ("/legacy/+simple/", "DELETE", "GET, HEAD"),
        ("/legacy/", "PUT", "POST, GET, HEAD"), ("/", "DELETE", "POST, GET, HEAD"),
        ("/files/ab/x.whl", "POST", "GET, HEAD"), ("/setup/x", "PUT", "GET, HEAD, POST"),
        ("/pypi/brie/json", "OPTIONS", "GET, HEAD"),
    ])
    func `another method is refused with those that an address takes`(
        _ path: String, _ method: String, _ allowed: String
    ) throws {
        let method = try #require(HTTPRequest.Method(method))
        guard case .otherMethods(let methods, _) = RouteMatch.find(path, method) else {
            Issue.record("\(method) \(path): \(RouteMatch.find(path, method))")
            return
        }
        #expect(methods.map(\.rawValue).joined(separator: ", ") == allowed)
    }

    @Test func `a pattern shows as it is written down`() {
        #expect("\(Route.project.pattern)" == "/simple/{name}/")
        #expect("\(Route.projectJSON.pattern)" == "/pypi/{name}/json/?")
        #expect("\(Route.front.pattern)" == "/")
        #expect(Set(Route.all.map(\.pattern)).count < Route.all.count)
    }

    /// An address that fits a route's pattern.
    private func example(of route: Route) -> String {
        "\(route.pattern)".replacing("/?", with: "/").split(separator: "{").map { part in
            part.contains("}") ? "x" + part.drop { $0 != "}" }.dropFirst() : String(part)
        }.joined()
    }

    private func shown(_ match: RouteMatch) -> String {
        switch match {
        case .found(let route, let values):
            let values = values.sorted { $0.key < $1.key }.map { "\($0)=\($1)" }
            return "\(route) [\(values.joined(separator: ", "))]"
        case .lacksSlash(let route): return "lacksSlash \(route)"
        case .otherMethods(_, let route): return "otherMethods \(route)"
        case .unknown: return "unknown"
        }
    }
}
