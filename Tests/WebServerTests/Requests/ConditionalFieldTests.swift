import Testing
import WebServer

@Suite struct `Fields about copies and codings` {
    @Test(
        arguments: [
            (nil, false), ("", false), ("\"abc\"", true), ("W/\"abc\"", true), ("*", true),
            ("\"x\", \"abc\"", true), ("\"x\",W/\"abc\" , \"y\"", true), ("abc", false),
            ("\"abcd\"", false), ("\"ab\"", false), ("w/\"abc\"", false), ("\"abc", false),
        ] as [(String?, Bool)])
    func `If-None-Match is compared weakly`(_ field: String?, _ expected: Bool) {
        #expect(EntityTag.isMatched("\"abc\"", by: field) == expected)
    }

    @Test(
        arguments: [
            (nil, false), ("", false), ("identity", false), ("gzip", true), ("GZIP", true),
            ("x-gzip", true), ("gzip, deflate", true), ("deflate, gzip;q=1.0, *;q=0.5", true),
            ("gzip;q=0", false), ("gzip; q=0.000", false), ("gzip;Q=0", false),
            ("gzip;q=0.001", true),
            ("gzip;q=nonsense", false), ("*", true), ("*;q=0", false), ("gzip;q=0, *", false),
            ("br, zstd", false), ("gzip, deflate, zstd", true), (", ,gzip", true), (";q=1", false),
        ] as [(String?, Bool)])
    func `gzip is used where it is welcome`(_ field: String?, _ expected: Bool) {
        #expect(AcceptEncoding.allowsGzip(field) == expected)
    }
}
