import PythonPackaging
import Testing

@Suite("licence expressions")
struct LicenseExpressionTests {
    @Test(arguments: [
        ("mit", "MIT"),
        ("MIT", "MIT"),
        ("mit or apache-2.0", "MIT OR Apache-2.0"),
        ("mit and (apache-2.0 or bsd-2-clause)", "MIT AND (Apache-2.0 OR BSD-2-Clause)"),
        ("((MIT))", "((MIT))"),
        ("( mit\tor\n isc )", "(MIT OR ISC)"),
        ("gpl-2.0+", "GPL-2.0+"),
        ("gpl-3.0-only with classpath-exception-2.0", "GPL-3.0-only WITH Classpath-exception-2.0"),
        ("LicenseRef-Public-Domain", "LicenseRef-Public-Domain"),
        ("licenseref-proprietary", "LicenseRef-proprietary"),
        ("LicenseRef-a.b-9 or mit", "LicenseRef-a.b-9 OR MIT"),
        ("LicenseRef-a OR LicenseRef-A", "LicenseRef-A OR LicenseRef-A"),
        ("(mit)and(isc)", "(MIT) AND (ISC)"),
        ("mit\u{a0}or\u{3000}isc", "MIT OR ISC"),
    ])
    func `letter case and space do not count`(text: String, normalized: String) throws {
        let expression = try LicenseExpression(text)
        #expect(expression.normalized == normalized)
        #expect(expression.description == normalized)
        #expect(expression.text == text)
        #expect(try LicenseExpression(normalized) == expression)
        #expect(try Set([LicenseExpression(normalized), expression]).count == 1)
    }

    @Test(arguments: [
        ("", "empty"),
        ("   ", "empty"),
        ("Use-it-after-midnight", "not a licence on the SPDX list"),
        ("+", "not a licence"),
        ("mit isc", "'AND' or 'OR' must stand before"),
        ("mit and", "must follow"),
        ("and mit", "no licence stands before"),
        ("mit or or isc", "no licence stands before"),
        ("(mit", "never closed"),
        ("mit)", "closes nothing"),
        ("()", "no licence stands before ')'"),
        ("(mit or )", "no licence stands before ')'"),
        ("mit (isc)", "'AND' or 'OR' must stand before '('"),
        ("(mit)(isc)", "'AND' or 'OR' must stand before '('"),
        ("(mit) isc", "'AND' or 'OR' must stand before"),
        ("mit with", "exception must follow"),
        ("mit with isc", "not an exception"),
        ("mit with and", "not an exception"),
        ("with mit", "directly after a licence"),
        ("MIT WITH Classpath-exception-2.0 WITH GCC-exception-3.1", "directly after a licence"),
        ("(MIT) WITH Classpath-exception-2.0", "directly after a licence"),
        ("Classpath-exception-2.0", "not a licence"),
        ("LicenseRef-", "after 'LicenseRef-'"),
        ("LicenseRef-Foo+", "after 'LicenseRef-'"),
        ("LicenseRef-a_b", "after 'LicenseRef-'"),
        ("not mit", "not a licence"),
    ])
    func `what breaks the grammar is refused with the reason`(text: String, reason: String) {
        let error = #expect(throws: LicenseExpression.Invalid.self) {
            try LicenseExpression(text)
        }
        #expect(error?.description.contains(reason) == true)
    }

    @Test func `parentheses are bounded`() throws {
        let depth = LicenseExpression.maximumDepth
        let open = String(repeating: "(", count: depth)
        let close = String(repeating: ")", count: depth)
        #expect(try LicenseExpression(open + "MIT" + close).normalized == open + "MIT" + close)
        #expect(throws: LicenseExpression.Invalid.self) {
            try LicenseExpression("(" + open + "MIT" + close + ")")
        }
    }

    @Test func `deprecated identifiers are named`() throws {
        let expression = try LicenseExpression("gpl-2.0 or mit with nokia-qt-exception-1.1")
        #expect(
            expression.deprecatedIdentifiers == ["GPL-2.0", "Nokia-Qt-exception-1.1"])
        #expect(try LicenseExpression("MIT").deprecatedIdentifiers.isEmpty)
    }
}
