import PackageIndex
import Testing

@Suite struct `Authenticator codes` {
    static let secret = AuthenticatorSecret(bytes: Array("12345678901234567890".utf8))

    /// RFC 6238, appendix B: the last six of its eight digits.
    @Test(arguments: [
        (59, "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"),
        (1_234_567_890, "005924"), (2_000_000_000, "279037"), (20_000_000_000, "353130"),
    ])
    func `codes are those of RFC 6238`(_ seconds: Int64, _ code: String) {
        let moment = Timestamp(seconds: seconds)
        let step = AuthenticatorSecret.step(at: moment)
        #expect(Self.secret.code(at: step) == code)
        #expect(Self.secret.judge(code, at: moment, lastStep: 0) == .right(step: step))
    }

    /// RFC 4648, section 10.
    @Test(arguments: [
        ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"),
        ("fooba", "MZXW6YTB"), ("foobar", "MZXW6YTBOI"),
    ])
    func `secrets are shown in base32`(_ text: String, _ encoded: String) {
        #expect(AuthenticatorSecret(bytes: Array(text.utf8)).text == encoded)
    }

    @Test func `one step to either side is right, ten are a wrong clock, more are wrong`() {
        let now = Timestamp(seconds: 1_780_315_215)
        let step = AuthenticatorSecret.step(at: now)
        for distance in Int64(-12)...12 {
            let code = Self.secret.code(at: step + distance)
            let expected: CodeJudgement =
                switch abs(distance) {
                case 0...1: .right(step: step + distance)
                case 2...10: .clockOff(seconds: Int(distance) * 30)
                default: .wrong
                }
            #expect(Self.secret.judge(code, at: now, lastStep: 0) == expected, "\(distance)")
        }
    }

    @Test func `a code works once, and none before it works again`() {
        let now = Timestamp(seconds: 1_780_315_215)
        let step = AuthenticatorSecret.step(at: now)
        let (before, code, after) = (
            Self.secret.code(at: step - 1), Self.secret.code(at: step),
            Self.secret.code(at: step + 1)
        )
        #expect(Self.secret.judge(code, at: now, lastStep: step) == .used)
        #expect(Self.secret.judge(before, at: now, lastStep: step) == .used)
        #expect(Self.secret.judge(after, at: now, lastStep: step) == .right(step: step + 1))
    }

    @Test func `white space in a code does not count, anything else does`() {
        let now = Timestamp(seconds: 1_780_315_215)
        let step = AuthenticatorSecret.step(at: now)
        let code = Self.secret.code(at: step)
        let spaced = " \(code.prefix(3)) \(code.suffix(3))\t\n"
        #expect(Self.secret.judge(spaced, at: now, lastStep: 0) == .right(step: step))
        for wrong in ["", "0", code + "0", "x" + code, String(code.dropLast()), "١٢٣٤٥٦"] {
            #expect(Self.secret.judge(wrong, at: now, lastStep: 0) == .wrong)
        }
    }

    @Test func `the address for apps names the site, the user and the secret`() {
        let address = Self.secret.address(account: "alice & bob", issuer: "index.example:8080")
        #expect(
            address == "otpauth://totp/index.example%3A8080:alice%20%26%20bob"
                + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=index.example%3A8080"
                + "&algorithm=SHA1&digits=6&period=30")
    }

    @Test func `a secret has 160 bits, is new each time, and never shows`() {
        let (one, other) = (AuthenticatorSecret(), AuthenticatorSecret())
        #expect(one.bytes.count == 20 && one != other)
        #expect("\(one)" == "(an authenticator's secret)")
    }
}
