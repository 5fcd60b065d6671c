import PackageIndex
import PythonPackaging
import WebServer

extension APIHandlers {
    static let fileActions: [Route: Action] = [.apiFiles: listFiles, .apiFile: showFile]

    @Sendable private static func listFiles(_ call: APICall) async throws -> APIAnswer {
        let files = try await call.listing().files.sorted { $0.filename < $1.filename }
        let rest = files.drop { $0.filename <= call.after ?? "" }
        let shown = rest.prefix(call.limit)
        return .page(
            shown.map { call.value(of: $0) },
            next: rest.count > shown.count ? shown.last?.filename : nil)
    }

    @Sendable private static func showFile(_ call: APICall) async throws -> APIAnswer {
        let listing = try await call.listing()
        let filename = call.value("filename")
        guard let file = listing.files.first(where: { $0.filename == filename }) else {
            throw Refusal(
                .fileUnknown,
                "The project '\(listing.project.name)' has no file '\(Shown.short(filename))'.")
        }
        return .content(call.value(of: file))
    }
}

extension APICall {
    /// A file as the API shows it.
    func value(of file: PublishedFile) -> JSONValue {
        [
            "filename": .string(file.filename),
            "version": .string(file.version),
            "kind": .string(file.kind.rawValue),
            "python_tag": .string(file.pythonTag),
            "requires_python": .string(file.requiresPython),
            "byte_count": .integer(file.byteCount),
            "sha256": .string(file.sha256),
            "blake2b_256": .string(file.blake2b),
            "metadata_sha256": .string(file.metadataSHA256),
            "is_yanked": .boolean(file.isYanked),
            "yanked_reason": .string(file.yankedReason),
            "uploaded_at": .time(file.uploadedAt),
            "url": .string(FileAddress.path(of: file, under: context.origin.prefix + "/files")),
        ]
    }
}
