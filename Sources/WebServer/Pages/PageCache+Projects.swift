package import PackageIndex

extension PageCache {
    /// A project's page for a reader, from the cache or from what `read` finds; nil where the reader
    /// sees no such project.
    ///
    /// A kept page of a public project serves everyone and one of a private project its reader, but
    /// what a token allows is asked each time.
    package func page(
        of project: String, _ form: PageForm, for reader: Principal?, in index: Index,
        read: () async throws -> ProjectPage?
    ) async throws -> IndexPage? {
        let audience = reader.map { Audience.user($0.user.id) } ?? .everyone
        let page = try await page(.init(subject: project, form: form, audience: audience)) {
            guard let page = try await read() else { return nil }
            let shown = page.project.audience(of: reader)
            return try await threads.run { page.render(for: shown) }
        }
        guard let page, let shown = page.project, try index.mayRead(reader, shown) else {
            return nil
        }
        return page
    }
}
