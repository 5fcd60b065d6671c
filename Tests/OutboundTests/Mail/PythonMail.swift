import Foundation

/// A mail as Python's `email` package reads it.
struct PythonMail: Decodable {
    let subject: String
    let sender: String
    let senderName: String
    let types: [String]
    let defects: [String]
    let text: String
    let html: String

    private static let program = """
        import email, email.policy, json, sys
        mail = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.SMTP)
        parts = list(mail.walk())
        defects = [repr(d) for p in parts for d in p.defects]
        defects += [repr(d) for p in parts for v in p.values() for d in getattr(v, "defects", ())]
        who = mail["from"].addresses[0]
        body = lambda kind: mail.get_body((kind,)).get_content().replace("\\r\\n", "\\n")
        json.dump({
            "subject": mail["subject"], "sender": who.addr_spec, "senderName": who.display_name,
            "types": [p.get_content_type() for p in parts], "defects": defects,
            "text": body("plain"), "html": body("html"),
        }, sys.stdout)
        """

    static func read(_ bytes: [UInt8]) throws -> PythonMail {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", "-c", program]
        let input = Pipe()
        let output = Pipe()
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        input.fileHandleForWriting.write(Data(bytes))
        try input.fileHandleForWriting.close()
        let answer = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return try JSONDecoder().decode(PythonMail.self, from: answer)
    }
}
