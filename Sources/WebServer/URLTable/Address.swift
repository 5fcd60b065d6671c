/// A request's path, taken apart and percent-decoded step by step.
///
/// A `+` stands for itself. An encoded slash, a NUL, an empty step or one of `.` and `..` make it
/// an address that nothing has.
struct Address {
    let steps: [String]
    let endsInSlash: Bool

    init?(_ path: String) {
        let bytes = Array(path.utf8)
        guard bytes.first == UInt8(ascii: "/"), bytes.count <= 4096 else { return nil }
        endsInSlash = bytes.last == UInt8(ascii: "/")
        let inner = bytes.dropFirst().dropLast(endsInSlash && bytes.count > 1 ? 1 : 0)
        guard !inner.isEmpty || bytes.count == 1 else { return nil }
        var steps: [String] = []
        if !inner.isEmpty {
            for step in inner.split(
                separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
            {
                let text = PercentEncoding.text(step) { $0 != UInt8(ascii: "/") && $0 != 0 }
                guard let text, !["", ".", ".."].contains(text) else { return nil }
                steps.append(text)
            }
        }
        self.steps = steps
    }
}
