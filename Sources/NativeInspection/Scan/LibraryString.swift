/// A string by which a C library names itself and, mostly, its version.
///
/// Only strings that the library itself holds are here: its bare name stands in clients too.
struct LibraryString: Sendable {
    /// What follows the literal where it is genuine.
    enum Form: Sendable {
        /// A version.
        case version
        /// A version, then the given text.
        case versionThen(StaticString)
        /// A version, then a day, a month and a year: `OpenSSL 3.0.1 14 Dec 2021`.
        case versionThenDate
        /// Nothing: the version stands before the literal.
        case versionBefore
        /// The literal alone tells the version.
        case known(String)
        /// Nothing; the version is not told.
        case nameOnly
    }

    let name: String
    let literal: String
    let form: Form

    static let all: [LibraryString] = [
        LibraryString(name: "openssl", literal: "OpenSSL ", form: .versionThenDate),
        LibraryString(name: "libressl", literal: "LibreSSL ", form: .version),
        LibraryString(name: "boringssl", literal: "OpenSSL 1.1.1 (compatible; Bo", form: .nameOnly),
        LibraryString(name: "zlib", literal: "inflate ", form: .versionThen(" Copyright")),
        LibraryString(name: "zlib", literal: "deflate ", form: .versionThen(" Copyright")),
        LibraryString(name: "zlib-ng", literal: ".zlib-ng", form: .versionBefore),
        LibraryString(name: "libpng", literal: "libpng version ", form: .version),
        LibraryString(name: "libjpeg-turbo", literal: "libjpeg-turbo version ", form: .version),
        LibraryString(name: "libtiff", literal: "LIBTIFF, Version ", form: .version),
        LibraryString(name: "libcurl", literal: "libcurl/", form: .version),
        LibraryString(name: "openblas", literal: "OpenBLAS ", form: .version),
        LibraryString(name: "hdf5", literal: "HDF5 library version ", form: .version),
        LibraryString(name: "expat", literal: "expat_", form: .version),
        LibraryString(name: "bzip2", literal: "1.0.8, 13-Jul-2019", form: .known("1.0.8")),
        LibraryString(name: "bzip2", literal: "1.0.6, 6-Sept-2010", form: .known("1.0.6")),
        LibraryString(name: "ffmpeg", literal: "FFmpeg version ", form: .version),
        LibraryString(name: "lua", literal: "$LuaVersion: Lua ", form: .version),
        LibraryString(name: "jemalloc", literal: "<jemalloc>: ", form: .nameOnly),
        LibraryString(name: "mimalloc", literal: "mimalloc: ", form: .nameOnly),
        LibraryString(name: "boringssl", literal: "BoringSSL", form: .nameOnly),
        // What its list of key methods says of itself; its clients write of "AWS-LC" too.
        LibraryString(name: "aws-lc", literal: "AWS-LC KEM method", form: .nameOnly),
    ]
}
