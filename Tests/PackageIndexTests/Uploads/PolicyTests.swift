import CheeseboardTesting
import Outbound
import PackageIndex
import PythonPackaging
import Testing

@Suite struct `Upload policies` {
    @Test(arguments: UploadPolicies.all.map(\.name))
    func `every policy refuses its bad examples where it is on, and no good ones`(
        _ name: String
    ) async throws {
        let policy = try #require(UploadPolicies.all.first { $0.name == name })
        let examples = try #require(
            PolicyExamples.all[name], "a policy needs a good and a bad example")
        try #require(!examples.good.isEmpty && !examples.bad.isEmpty)
        for profile in Profile.allCases where policy.profiles.contains(profile) {
            for (number, sample) in examples.good.enumerated() {
                await #expect(throws: Never.self, "good example \(number) in \(profile)") {
                    let outcome = try await publish(sample, examples, in: profile)
                    #expect(outcome.warnings.isEmpty)
                }
            }
            for (number, (sample, code)) in examples.bad.enumerated() {
                let refusal = try await refusal(of: sample, examples, in: profile)
                #expect(refusal == code, "bad example \(number) in \(profile)")
            }
        }
    }

    @Test(arguments: UploadPolicies.all.filter { $0.profiles.count == 1 }.map(\.name))
    func `a policy of one profile lets the other one's uploads pass`(_ name: String) async throws {
        // The other half of such a policy refuses where it only warns.
        guard !name.hasSuffix("-warning") else { return }
        let policy = try #require(UploadPolicies.all.first { $0.name == name })
        let examples = try #require(PolicyExamples.all[name])
        for profile in Profile.allCases where !policy.profiles.contains(profile) {
            for (number, (sample, _)) in examples.bad.enumerated() {
                await #expect(throws: Never.self, "bad example \(number) in \(profile)") {
                    _ = try await publish(sample, examples, in: profile)
                }
            }
        }
    }

    @Test func `a field that its metadata is too old for is read all the same`() async throws {
        try await TestIndex.with { test in
            let outcome = try await test.publish(
                .wheel(
                    metadata: """
                        Metadata-Version: 2.1
                        Name: brie
                        Version: 1.0
                        License-Expression: mit
                        Import-Name: brie

                        """, form: ["license_expression": ["MIT"]]))
            #expect(
                outcome.warnings.map(\.message) == [
                    "License-Expression came with Metadata-Version 2.4, but the file's metadata "
                        + "says that it is 2.1.",
                    "Import-Name came with Metadata-Version 2.5, but the file's metadata says that "
                        + "it is 2.1.",
                ])
            let detail = try await test.index.releaseDetail(
                of: "brie", version: try Version("1.0"), for: nil)
            #expect(detail?.metadata.licenseExpression == "MIT")
        }
    }

    @Test func `examples are for policies that exist`() {
        let names = Set(UploadPolicies.all.map(\.name))
        #expect(names.count == UploadPolicies.all.count)
        #expect(Set(PolicyExamples.all.keys).subtracting(names).isEmpty)
    }

    @Test func `a refused upload leaves nothing behind`() async throws {
        try await TestIndex.with { test in
            for sample in [Sample.wheel(form: ["name": []]), .wheel { $0.omitted = ["RECORD"] }] {
                await #expect(throws: Refusal.self) { try await test.publish(sample) }
            }
            let files = try test.folder.files(in: "staging") + test.folder.files(in: "blobs")
            #expect(files.isEmpty)
            #expect(try await test.index.lastSerial() == 0)
            #expect(try await test.index.projectListing("brie", for: nil) == nil)
        }
    }

    /// The code of the refusal, or of the warning where the policy only warns.
    private func refusal(
        of sample: Sample, _ examples: PolicyExamples, in profile: Profile
    ) async throws -> RefusalCode? {
        do {
            return try await publish(sample, examples, in: profile).warnings.first?.code
        } catch let refusal as Refusal {
            #expect(!refusal.message.isEmpty && !refusal.help.isEmpty)
            return refusal.code
        }
    }

    private func publish(
        _ sample: Sample, _ examples: PolicyExamples, in profile: Profile
    ) async throws -> UploadOutcome {
        var settings = IndexSettings()
        settings.profile = profile
        examples.settings(&settings)
        let folder = try TemporaryFolder()
        let renderer =
            examples.rendersDescriptions
            ? DescriptionRenderer(python: try StandInPython.make(in: folder)) : nil
        do {
            let outcome = try await TestIndex.with(
                settings: settings, descriptionRenderer: renderer
            ) { test in
                try await examples.before(test)
                return try await test.publish(sample)
            }
            await renderer?.close()
            return outcome
        } catch {
            await renderer?.close()
            throw error
        }
    }
}
