import ArgumentParser
import PackageIndex

extension ProjectCommand {
    struct SetVisibility: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "visibility",
            abstract: "Open a project to all readers, or close it to all but its people.")

        @OptionGroup var options: DataOptions
        @Argument(help: "The project's name.") var name: String
        @Argument(help: "Whom it is there for: public or private.") var visibility: Visibility

        func run() async throws {
            let name = try PackageArguments.name(name)
            try await options.withIndex {
                try await $0.changeVisibility(of: name, to: visibility, by: .machineOwner)
            }
        }
    }

    struct SetRole: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "role", abstract: "Change what somebody is to a project.",
            discussion: """
                Somebody who has a role gets the other one at once. Somebody who has none is \
                invited, and has it once they accept.
                """)

        /// A role, or that there is to be none.
        enum Wish: String, CaseIterable, ExpressibleByArgument {
            case owner, maintainer, reader
            case nothing = "none"

            var given: ProjectRole? { ProjectRole(rawValue: rawValue) }
        }

        @OptionGroup var options: DataOptions
        @Argument(help: "The project's name.") var name: String
        @Argument(help: "The user's name.") var user: String
        @Argument(help: "What they are to be: owner, maintainer, reader or none.") var role: Wish

        func run() async throws {
            let name = try PackageArguments.name(name)
            try await options.withIndex { index in
                guard let given = role.given else {
                    try await index.removeCollaborator(user, from: name, by: .machineOwner)
                    return
                }
                do {
                    try await index.changeRole(of: user, in: name, to: given, by: .machineOwner)
                } catch let refusal as Refusal where refusal.code == .roleUnknown {
                    try await index.inviteCollaborator(
                        user, to: name, as: given, by: .machineOwner)
                    Terminal.say("\(user) is invited and has the role once they accept.")
                }
            }
        }
    }
}

extension Visibility: ExpressibleByArgument {}
