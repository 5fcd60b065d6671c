import PackageIndex
import Testing

@Suite struct GeneratedDocumentTests {
    @Test func `POLICIES lists exactly the upload policies`() throws {
        #expect(try GeneratedDocument.policies.stored() == GeneratedDocument.policies.text)
    }

    @Test func `REFUSALS lists exactly the refusal codes`() throws {
        #expect(try GeneratedDocument.refusals.stored() == GeneratedDocument.refusals.text)
    }

    @Test func `policies run in the order of what they need to know`() {
        for profile in Profile.allCases {
            let on = UploadPolicies.all.filter { $0.profiles.contains(profile) }
            #expect(on.map(\.stage) == on.map(\.stage).sorted())
        }
        #expect(UploadPolicies.all.allSatisfy { !$0.profiles.isEmpty && $0.summary.hasSuffix(".") })
    }
}
