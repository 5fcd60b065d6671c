import Foundation
import HTTPTypes
import PackageIndex
import Testing
import WebServer

@Suite struct `The document of the API` {
    @Test func `every address of the API has a contract, and every contract an address`() {
        let routes = Set(Route.all.filter(\.isOfAPI))
        let contracts = Contract.all.map(\.route)
        #expect(Set(contracts) == routes)
        #expect(contracts.count == routes.count)
    }

    @Test func `it names every address, method and value of the table`() throws {
        let document = try #require(
            JSONSerialization.jsonObject(with: Data(OpenAPIDocument.text(prefix: "/pip").utf8))
                as? [String: Any])
        #expect(document["openapi"] as? String == "3.1.0")
        #expect((document["servers"] as? [[String: String]])?.first?["url"] == "/pip")
        let paths = try #require(document["paths"] as? [String: [String: [String: Any]]])
        var operations = 0
        for contract in Contract.all {
            for method in contract.route.methods where method != .head {
                let operation = try #require(
                    paths["\(contract.route.pattern)"]?[method.rawValue.lowercased()])
                #expect(operation["operationId"] as? String == contract.route.name)
                operations += 1
            }
        }
        #expect(operations == paths.values.map(\.count).reduce(0, +))
    }

    @Test func `every reference in it leads somewhere`() throws {
        let text = OpenAPIDocument.text(prefix: "")
        let schemas = try #require(
            ((JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])?["components"]
                as? [String: Any])?["schemas"] as? [String: Any])
        for part in text.split(separator: "#/components/schemas/").dropFirst() {
            let name = String(part.prefix { $0 != "\"" })
            #expect(schemas[name] != nil, "\(name)")
        }
    }

    @Test func `every contract says that the index may not be reached under a name`() {
        for contract in Contract.all {
            #expect(contract.everyRefusal.contains(.hostUnknown), "\(contract.route)")
        }
    }

    @Test func `what a program changes needs a token in every contract`() {
        for contract in Contract.all where !contract.route.methods.contains(.get) {
            #expect(
                contract.everyRefusal.contains(.credentialsMissing), "\(contract.route)")
        }
    }
}
