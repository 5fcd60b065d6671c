import Foundation

/// A Python whose library for descriptions is a stand-in: it returns what it is given, and
/// misbehaves where the text says so.
///
/// What is given as reStructuredText never renders.
package enum StandInPython {
    /// An interpreter that finds the stand-in: a script that adds its folder to Python's path.
    package static func make(in folder: TemporaryFolder) throws -> String {
        let library = folder.path + "/library"
        let package = library + "/readme_renderer"
        try FileManager.default.createDirectory(
            atPath: package, withIntermediateDirectories: true)
        func write(_ path: String, _ text: String) throws {
            try text.write(toFile: path, atomically: true, encoding: .utf8)
        }
        try write(package + "/__init__.py", "")
        try write(
            package + "/txt.py",
            """
            import os, socket, time
            def render(raw):
                word, _, rest = raw.partition(" ")
                if word == "hang":
                    while True: pass
                if word == "sleep": time.sleep(3600)
                if word == "eat": return str(len(bytearray(4 << 30)))
                if word == "die": os.kill(os.getpid(), 9)
                if word == "nest": return render(raw)
                if word == "fail": raise ValueError("no")
                if word == "print": print("x" * 100000, flush=True)
                if word == "environment": return " ".join(sorted(os.environ))
                if word == "process": return str(os.getpid())
                if word == "large": return "x" * int(rest)
                if word == "write":
                    open(rest, "w").write("x")
                if word == "network":
                    s = socket.socket(); s.settimeout(2)
                    s.connect(("127.0.0.1", int(rest)))
                return f"<p>{raw}</p>"
            """)
        try write(package + "/rst.py", "def render(raw, stream=None):\n    stream.write('odd')\n")
        try write(
            package + "/markdown.py",
            "variants = {'GFM': 1}\ndef render(raw, variant):\n    return variant + raw\n")
        return try script(
            """
            # The worker is asked for as `python -I -c PROGRAM …`.
            shift 2
            program=$1
            shift
            exec python3 -I -c "import sys; sys.path.insert(0, '\(library)'); exec(sys.argv.pop(1))" "$program" "$@"
            """, in: folder)
    }

    /// What is started as Python, and does what a shell is told.
    package static func script(
        _ text: String, name: String = "python", in folder: TemporaryFolder
    ) throws -> String {
        let script = "\(folder.path)/\(name)"
        try "#!/bin/sh\n\(text)\n".write(toFile: script, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: script)
        return script
    }
}
