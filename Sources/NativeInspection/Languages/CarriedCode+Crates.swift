extension CarriedCode {
    /// Crates that compile C of their own; most names that end in `-sys` only bind to some.
    ///
    /// Each has the C sources in its package, or fetches them, and compiles them in its `build.rs`.
    public static let cratesOfC: Set<String> = [
        "aws-lc-fips-sys", "aws-lc-sys", "blake3", "boring-sys", "boring-sys2", "bzip2-sys",
        "jemalloc-sys", "libgit2-sys", "libmimalloc-sys", "librdkafka-sys", "librocksdb-sys",
        "libsqlite3-sys", "libssh2-sys", "libz-sys", "lzma-sys", "onig_sys", "openssl-src", "psm",
        "ring", "tikv-jemalloc-sys", "zstd-sys",
    ]
}
