import PackageIndex
import Testing

@Suite struct `Names of checks` {
    @Test func `are short over a column and whole in a list`() {
        #expect(CheckName("high_entropy_va").full == "high-entropy ASLR")
        #expect(CheckName("high_entropy_va").column == "HEVA")
    }

    @Test func `are the check's word where it is not known`() {
        #expect(CheckName("new_check").full == "new check")
        #expect(CheckName("new_check").column == "new_check")
    }
}
