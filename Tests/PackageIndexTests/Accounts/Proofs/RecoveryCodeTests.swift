import PackageIndex
import Testing

@Suite struct `Recovery codes` {
    @Test func `a code has sixteen hexadecimal digits and never shows`() {
        let (one, other) = (RecoveryCode(), RecoveryCode())
        #expect(one != other && one.text.utf8.count == 16)
        #expect(one.text.allSatisfy { $0.isHexDigit && !$0.isUppercase })
        #expect("\(one)" == "(a recovery code)")
    }

    @Test func `spaces, hyphens and case do not count in what is typed`() {
        #expect(RecoveryCode(typed: " 0123-4567 89AB-cdef\n")?.text == "0123456789abcdef")
    }

    @Test(arguments: [
        "", "0123456789abcde", "0123456789abcdef0", "0123456789abcdeg", "٠123456789abcdef",
    ])
    func `what cannot be a code is none`(_ typed: String) {
        #expect(RecoveryCode(typed: typed) == nil)
    }
}
