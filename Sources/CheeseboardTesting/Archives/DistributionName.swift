/// The spelling of names in file names.
package enum DistributionName {
    /// The name in lower case, with each run of `-`, `_` and `.` as one `_`.
    package static func escaped(_ name: String) -> String {
        name.lowercased().split { "-_.".contains($0) }.joined(separator: "_")
    }
}
