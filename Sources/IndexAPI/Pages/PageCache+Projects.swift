import PackageIndex

extension PageCache {
    /// A project's page for a reader, from the cache or from `render`; nil where the reader sees no
    /// such project.
    ///
    /// A kept page of a public project serves everyone and one of a private project its reader, but
    /// what a token allows is asked each time.
    func page(
        of project: String, _ form: PageForm, for reader: Principal?, in index: Index,
        render: () async throws -> (text: String, project: Project)?
    ) async throws -> IndexPage? {
        let audience = reader.map { Audience.user($0.user.id) } ?? .everyone
        let page = try await page(.init(subject: project, form: form, audience: audience)) {
            try await render().map { text, project in
                IndexPage(
                    text, serial: project.lastSerial, project: project,
                    audience: project.audience(of: reader))
            }
        }
        guard let page, let shown = page.project, try index.mayRead(reader, shown) else {
            return nil
        }
        return page
    }
}
