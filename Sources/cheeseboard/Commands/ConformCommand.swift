import ArgumentParser

/// Answers questions about the packaging rules, so that they can be compared.
struct ConformCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "conform",
        abstract: "Answer questions about the packaging rules, one JSON line each.",
        discussion: """
            Reads lines such as {"op":"version","v":"1.0-1"} on standard input and writes one \
            flushed line for each, so that the rules can be compared with other implementations.
            """)

    func run() throws {
        while let line = readLine() { Terminal.say(Conform.answer(line)) }
    }
}
