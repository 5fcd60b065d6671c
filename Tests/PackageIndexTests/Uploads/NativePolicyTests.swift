import CheeseboardTesting
import PackageIndex
import Testing

@Suite struct `Policies on native code` {
    private func publish(
        _ wheel: WheelBuilder, _ change: (inout IndexSettings) -> Void
    ) async throws -> UploadOutcome {
        var settings = IndexSettings()
        change(&settings)
        return try await TestIndex.with(settings: settings) { try await $0.publish(wheel.make()) }
    }

    private func refusal(
        _ wheel: WheelBuilder, _ change: (inout IndexSettings) -> Void
    ) async throws -> Refusal? {
        do {
            _ = try await publish(wheel, change)
            return nil
        } catch let refusal as Refusal {
            return refusal
        }
    }

    @Test func `ask nothing by default`() async throws {
        let wheel = WheelBuilder.native("brie", "1.0", SmallLibrary.elf(stackFlags: 7))
        #expect(try await publish(wheel) { _ in }.warnings.isEmpty)
    }

    @Test func `say what, where and how to mend it`() async throws {
        let wheel = WheelBuilder.native("brie", "1.0", SmallLibrary.elf(stackFlags: 7))
        let refusal = try #require(
            try await refusal(wheel) { $0.nativeRefusals = [.executableStack] })
        #expect(refusal.code == .nativeCodeRefused)
        #expect(refusal.message.contains("executable-stack in brie/cut.so"))
        #expect(refusal.help.contains("-Wl,-z,noexecstack"))
    }

    @Test func `name what they are set to and nothing else`() async throws {
        let wheel = WheelBuilder.native("brie", "1.0", SmallLibrary.elf(stackFlags: 7))
        #expect(try await refusal(wheel) { $0.nativeRefusals = [.writableCode] } == nil)
        let outcome = try await publish(wheel) { $0.nativeWarnings = [.executableStack] }
        #expect(outcome.warnings.map(\.code) == [.nativeCodeRefused])
        #expect(outcome.warnings.first?.message.contains("-Wl,-z,noexecstack") == true)
    }

    @Test func `refuse rather than warn where both are set`() async throws {
        let wheel = WheelBuilder.native("brie", "1.0", SmallLibrary.elf(stackFlags: 7))
        let refusal = try await refusal(wheel) {
            $0.nativeRefusals = [.executableStack]
            $0.nativeWarnings = [.executableStack]
        }
        #expect(refusal?.code == .nativeCodeRefused)
    }

    @Test func `count others' libraries for what the wheel ships`() async throws {
        let wheel = WheelBuilder.native(
            "brie", "1.0", SmallLibrary.elf(stackFlags: 7), path: "brie.libs/libx-0123abcd.so.1")
        let refusal = try await refusal(wheel) { $0.nativeRefusals = [.executableStack] }
        #expect(refusal?.message.contains("libx-0123abcd.so.1") == true)
    }

    @Test func `tell the first few of many findings and how many more there are`() async throws {
        var wheel = WheelBuilder.native("brie", "1.0", SmallLibrary.elf(stackFlags: 7))
        wheel.files = (0..<9).map { ("brie/cut\($0).so", SmallLibrary.elf(stackFlags: 7)) }
        let refusal = try #require(
            try await refusal(wheel) { $0.nativeRefusals = [.executableStack] })
        #expect(refusal.message.hasSuffix("And 4 more."))
        let outcome = try await publish(wheel) { $0.nativeWarnings = [.executableStack] }
        #expect(outcome.warnings.count == 6)
    }

    @Test func `refuse a wheel that takes too long to be looked into`() async throws {
        let wheel = WheelBuilder.native("brie", "1.0", SmallLibrary.elf(stackFlags: 7))
        let refusal = try await refusal(wheel) {
            $0.nativeRefusals = [.executableStack]
            $0.judgingTime = .seconds(-1)
        }
        #expect(refusal?.code == .archiveTooSlow)
    }
}
