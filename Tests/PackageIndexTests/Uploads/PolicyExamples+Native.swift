import CheeseboardTesting
import PackageIndex

extension PolicyExamples {
    private static func wheel(
        _ file: [UInt8], tag: String = "cp312-cp312-manylinux_2_28_x86_64"
    ) -> Sample {
        .wheel {
            $0.tag = tag
            $0.files.append(("brie/cut.so", file))
        }
    }

    private static let good = [
        wheel(SmallLibrary.elf()), wheel(Array("no library at all".utf8)), .wheel(), .sdist(),
    ]

    /// A stack that is executable, and a library for Linux in a wheel for every machine.
    private static let bad: [(sample: Sample, code: RefusalCode)] = [
        (wheel(SmallLibrary.elf(stackFlags: 7)), .nativeCodeRefused),
        (wheel(SmallLibrary.elf(), tag: "py3-none-any"), .nativeCodeRefused),
    ]

    static let native: [String: PolicyExamples] = [
        "native-code": PolicyExamples(good: good, bad: bad) {
            $0.nativeRefusals = [.executableStack, .untruthfulTag]
        },
        "native-code-warning": PolicyExamples(good: good, bad: bad) {
            $0.nativeWarnings = [.executableStack, .untruthfulTag]
        },
    ]
}
