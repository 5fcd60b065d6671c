import PackageIndex
import PythonPackaging
import WebServer

extension APIHandlers {
    static let projectActions: [Route: Action] = [
        .apiProjects: listProjects, .apiProject: showProject,
    ]

    @Sendable private static func listProjects(_ call: APICall) async throws -> APIAnswer {
        let projects = try await call.index.projects(
            after: call.after ?? "", limit: call.limit + 1, for: call.context.principal)
        let shown = projects.prefix(call.limit)
        return .page(
            shown.map { .object(members(of: $0)) },
            next: projects.count > shown.count ? shown.last?.normalizedName : nil)
    }

    @Sendable private static func showProject(_ call: APICall) async throws -> APIAnswer {
        let name = try call.projectName()
        let listing = try await call.listing()
        let people = try await call.index.people(
            of: name.normalized, for: call.context.principal)
        let latest = listing.latestVersion.flatMap { canonical in
            listing.versions.first { (try? Version($0))?.canonical == canonical }
        }
        return .content(
            .object(
                members(of: listing.project) + [
                    .init("latest_version", .string(latest)),
                    .init("versions", .strings(listing.versions)),
                    .init(
                        "people",
                        .array(
                            people.map { person in
                                [
                                    "user": .string(person.user),
                                    "role": .string(person.role.rawValue),
                                ]
                            })),
                ]))
    }

    /// The members that every project has, shown alone or in a list.
    static func members(of project: Project) -> [JSONValue.Member] {
        [
            .init("name", .string(project.name)),
            .init("normalized_name", .string(project.normalizedName)),
            .init("visibility", project.isPublic ? "public" : "private"),
            .init("status", .string(project.status.rawValue)),
            .init("status_reason", .string(project.statusReason)),
            .init("successor", .string(project.successor)),
            .init("total_bytes", .integer(project.totalBytes)),
            .init("created_at", .time(project.createdAt)),
            .init("last_serial", .integer(Int(project.lastSerial))),
        ]
    }
}

extension APICall {
    /// The project that the address names with everything it offers, if the caller may see it.
    func listing() async throws -> ProjectListing {
        let name = try projectName()
        guard
            let listing = try await index.projectListing(
                name.normalized, for: context.principal)
        else { throw Refusal(.projectUnknown, "There is no project '\(name)'.") }
        return listing
    }
}
