/// A writer of tar files, good ones and, header by header, bad ones.
package struct TarWriter {
    /// How names that do not fit into a header are written.
    package enum Style: Sendable {
        /// As pax records.
        case pax
        /// As GNU's long names.
        case gnu
    }

    /// How names that do not fit into a header are written.
    package var style: Style
    /// The file so far, without its end.
    package var body: [UInt8] = []
    /// What ends the file: two empty blocks.
    package var end = [UInt8](repeating: 0, count: 1024)

    /// A writer without members.
    package init(style: Style = .pax) {
        self.style = style
    }

    /// Adds a file.
    package mutating func addFile(_ path: String, _ content: [UInt8], mode: Int = 0o644) {
        add(TarEntry(path, "0", mode: mode), content)
    }

    /// Adds a file with text.
    package mutating func addFile(_ path: String, _ text: String) {
        addFile(path, Array(text.utf8))
    }

    /// Adds a folder.
    package mutating func addDirectory(_ path: String) {
        add(TarEntry(path.hasSuffix("/") ? path : path + "/", "5", mode: 0o755))
    }

    /// Adds a symbolic link.
    package mutating func addSymbolicLink(_ path: String, to target: String) {
        add(TarEntry(path, "2", linkName: target))
    }

    /// Adds a hard link.
    package mutating func addHardLink(_ path: String, to target: String) {
        add(TarEntry(path, "1", linkName: target))
    }

    /// Adds a header, extended headers for what does not fit into it, and a content.
    package mutating func add(_ entry: TarEntry, _ content: [UInt8] = []) {
        var entry = entry
        entry.isGNU = entry.isGNU || style == .gnu
        var records: [(String, [UInt8])] = []
        if entry.name.count > 100 {
            records.append(("path", entry.name))
            if style == .gnu { addLongName(entry.name, "L") }
        }
        if entry.linkName.count > 100 {
            records.append(("linkpath", entry.linkName))
            if style == .gnu { addLongName(entry.linkName, "K") }
        }
        if style == .pax, !records.isEmpty { addRecords(records) }
        body += entry.header(contentSize: content.count) + Self.padded(content)
    }

    /// Adds a pax header (`x`, or `g` for all members).
    package mutating func addRecords(_ records: [(String, [UInt8])], type: Character = "x") {
        let content = records.flatMap { Self.record($0.0, $0.1) }
        body += TarEntry("././@PaxHeader", type).header(contentSize: content.count)
        body += Self.padded(content)
    }

    /// Adds a GNU long name (`L`) or long link target (`K`).
    package mutating func addLongName(_ name: [UInt8], _ type: Character) {
        var entry = TarEntry("././@LongLink", type)
        entry.isGNU = true
        body += entry.header(contentSize: name.count + 1) + Self.padded(name + [0])
    }

    /// The file.
    package func bytes() -> [UInt8] { body + end }

    /// The file, compressed with gzip.
    package func gzipped() -> [UInt8] { Deflater.deflate(bytes(), .gzip) }

    /// A pax record: its own length, key and value.
    package static func record(_ key: String, _ value: [UInt8]) -> [UInt8] {
        let rest = Array(" \(key)=".utf8) + value + Array("\n".utf8)
        var length = rest.count
        while length != rest.count + String(length).utf8.count {
            length = rest.count + String(length).utf8.count
        }
        return Array(String(length).utf8) + rest
    }

    /// A content, filled up to whole blocks of 512 bytes.
    package static func padded(_ content: [UInt8]) -> [UInt8] {
        content + [UInt8](repeating: 0, count: (512 - content.count % 512) % 512)
    }
}
