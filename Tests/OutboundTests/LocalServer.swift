import Foundation

/// A small server of Python's on this machine, for one test; it ends when nobody holds it, and with
/// the process that started it.
final class LocalServer {
    /// Its port.
    let port: Int
    private let process: Process
    /// Never written to: the server ends when its other end is closed, however that comes about.
    private let input = Pipe()

    private init(_ program: String, _ arguments: [String]) throws {
        process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", "-u", "-c", Self.end + program] + arguments
        let output = Pipe()
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        port = Int(line.filter(\.isNumber)) ?? 0
    }

    deinit { process.terminate() }

    private static let end = """
        import os, sys, threading
        threading.Thread(target=lambda: (sys.stdin.read(), os._exit(0)), daemon=True).start()

        """

    /// A mail server in the clear; a mail whose recipient begins with a code gets that answer.
    static func mail() throws -> LocalServer {
        try LocalServer(
            """
            import socketserver
            class Mail(socketserver.StreamRequestHandler):
                def say(self, text): self.wfile.write(text.encode() + b"\\r\\n")
                def handle(self):
                    self.say("220 mail.example")
                    answer = "250 OK"
                    for line in self.rfile:
                        word = line[:4].upper()
                        if word == b"EHLO": self.say("250 mail.example")
                        elif word == b"RCPT":
                            code = line.split(b"<")[1][:3].decode()
                            early = code[0] in "45" and line.split(b"<")[1][3:4] == b"r"
                            answer = f"{code} no" if code[0] in "45" else "250 OK"
                            self.say(answer if early else "250 OK")
                        elif word == b"DATA":
                            self.say("354 go on")
                            while self.rfile.readline() != b".\\r\\n": pass
                            self.say(answer)
                        elif word == b"QUIT":
                            self.say("221 bye"); return
                        else: self.say("250 OK")
            server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Mail)
            print(server.server_address[1]); server.serve_forever()
            """, [])
    }

    /// A web server: `/page`, `/away` that leads there, `/port/NNN` that leads to another port,
    /// `/loop`, `/large` and `/status/NNN`.
    static func web() throws -> LocalServer {
        try LocalServer(
            """
            import http.server
            class Web(http.server.BaseHTTPRequestHandler):
                def log_message(self, *a): pass
                def do_GET(self):
                    to = {"/away": "/page", "/loop": "/loop", "/out": "ftp://index.example/"}
                    if self.path.startswith("/port/"):
                        to[self.path] = f"http://127.0.0.1:{self.path[6:]}/page"
                    if self.path in to:
                        self.send_response(302); self.send_header("Location", to[self.path])
                        self.send_header("Content-Length", "0"); self.end_headers(); return
                    code = int(self.path.rpartition("/")[2]) if "/status/" in self.path else 200
                    body = b"x" * (3 << 20) if self.path == "/large" else b"<p>ripe"
                    self.send_response(code)
                    self.send_header("Content-Type", "text/html")
                    self.send_header("Content-Length", str(len(body))); self.end_headers()
                    try: self.wfile.write(body)
                    except OSError: pass
            server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Web)
            print(server.server_address[1]); server.serve_forever()
            """, [])
    }
}
