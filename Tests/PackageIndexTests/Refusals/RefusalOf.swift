import PackageIndex

/// The code of the refusal that an action ends in, nil where it ends well.
func code<T>(_ action: () async throws -> T) async throws -> RefusalCode? {
    do {
        _ = try await action()
        return nil
    } catch let refusal as Refusal {
        return refusal.code
    }
}
