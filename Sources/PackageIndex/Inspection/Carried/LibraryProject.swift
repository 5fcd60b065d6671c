/// The projects behind libraries whose file, package or crate has another name.
///
/// File names by Debian's and AlmaLinux's packages of the projects (`libkrb5-3`, `krb5-libs`); names
/// are as ``SBOMComparison`` compares them: lower case, without punctuation and a leading `lib`.
enum LibraryProject {
    /// The one name of all that a project ships; the name itself where no other is known.
    static func name(of stem: String) -> String { names[stem] ?? stem }

    private static let names: [String: String] = {
        var names: [String: String] = [:]
        for (project, others) in table {
            for other in others.split(separator: " ") { names[String(other)] = project }
        }
        return names
    }()

    private static let table: KeyValuePairs<String, String> = [
        "krb5": "krb5libs gssapikrb5 k5crypto krb5support gssrpcmt kadm5cltmit kadm5srvmit",
        "lcms2": "lcms littlecms littlecms2",
        "openjpeg": "openjp2 openjpeg2",
        "openssl": "opensslsrc opensslibs openssllibs crypto ssl",
        "awslc": "awslcsys awslcfipssys",
        "boringssl": "boringsys boringsys2",
        "jemalloc": "jemallocsys tikvjemallocsys",
        "mimalloc": "mimallocsys",
        "zlib": "z libz zsys",
        "zstd": "zstdsys",
        "bzip2": "bz2 bzip2libs bzip2sys",
        "xz": "lzma xzlibs lzmasys",
        "sqlite": "sqlite3 sqlite3sys sqlitelibs",
        "libgit2": "git2 git2sys",
        "libssh2": "ssh2 ssh2sys",
        "gcc": "gccs gomp gfortran quadmath stdc++ atomic gcclibs libgcc",
        "jpegturbo": "jpeg turbojpeg",
        "brotli": "brotlicommon brotlidec brotlienc",
        "webp": "webpdecoder webpdemux webpmux sharpyuv",
        "openldap": "ldap ldapr lber",
        "cyrussasl": "sasl2 cyrussasllib",
        "postgresql": "pq libpq postgresqllibs",
        "e2fsprogs": "comerr libcomerr",
        "keyutils": "keyutilslibs",
        "numactl": "numa numactllibs",
    ]
}
