import ArgumentParser
import Foundation

/// A password for an account, which never stands on the command line.
struct PasswordInput: ParsableArguments {
    @Flag(help: "Read the password from standard input; one final newline is dropped.")
    var passwordStdin = false

    /// The password, once the flag has said that it comes.
    func read() throws -> String {
        guard passwordStdin else {
            throw CommandFailed(
                "give the password on standard input with --password-stdin; on the command "
                    + "line everyone on this machine could read it.")
        }
        let input = FileHandle.standardInput.readDataToEndOfFile()
        guard var password = String(validating: input, as: UTF8.self) else {
            throw CommandFailed("the password on standard input is not UTF-8.")
        }
        if password.hasSuffix("\n") { password.removeLast() }
        return password
    }
}
