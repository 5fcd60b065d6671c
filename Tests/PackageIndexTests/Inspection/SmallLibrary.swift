import CheeseboardTesting

/// The smallest shared libraries that reports tell something of.
enum SmallLibrary {
    /// A shared library for x86-64 of the ELF header and one program header, that of the stack.
    ///
    /// Layout: System V ABI, figures 4-3 and 5-1; PT_GNU_STACK is 0x6474e551, and its flags are 6 for
    /// a stack that is not executable and 7 for one that is.
    static func elf(stackFlags: UInt8 = 6, padding: [UInt8] = []) -> [UInt8] {
        let identification: [UInt8] = [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1] + number(0, 9)
        let header =
            number(3, 2) + number(62, 2) + number(1, 4) + number(0, 8) + number(64, 8)
            + number(0, 8) + number(0, 4) + number(64, 2) + number(56, 2) + number(1, 2)
            + number(64, 2) + number(0, 2) + number(0, 2)
        let stack =
            number(0x6474_E551, 4) + [stackFlags, 0, 0, 0] + [UInt8](repeating: 0, count: 48)
        return identification + header + stack + padding
    }

    /// The same with a section `.dep-v0` that holds no list of crates.
    static func damagedCrates() -> [UInt8] {
        func section(name: Int, type: Int, offset: Int, size: Int) -> [UInt8] {
            number(name, 4) + number(type, 4) + number(0, 16) + number(offset, 8)
                + number(size, 8) + number(0, 8) + number(1, 8) + number(0, 8)
        }
        let start = elf().count
        let crates = Array("no zlib!".utf8)
        let names = Array("\0.dep-v0\0.shstrtab\0".utf8)
        let sections =
            section(name: 0, type: 0, offset: 0, size: 0)
            + section(name: 1, type: 1, offset: start, size: crates.count)
            + section(name: 9, type: 3, offset: start + crates.count, size: names.count)
        var file = elf(padding: crates + names + sections)
        // Where the sections begin, how many they are, and which has their names.
        file.replaceSubrange(40..<48, with: number(start + crates.count + names.count, 8))
        file.replaceSubrange(60..<64, with: number(3, 2) + number(2, 2))
        return file
    }

    /// The bytes of a number, the lowest first.
    private static func number(_ value: Int, _ bytes: Int) -> [UInt8] {
        (0..<bytes).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }

    /// The same with the path that rustc 1.83.0 leaves in panic messages; the first digits of the
    /// commit are those that `rustc --version` of that release prints.
    static func rust() -> [UInt8] {
        let commit = "90b35a623" + String(repeating: "0", count: 31)
        return elf(padding: Array("\0/rustc/\(commit)/library/core/src/str.rs\0".utf8))
    }
}

extension WheelBuilder {
    /// A wheel for Linux with one native file.
    static func native(
        _ name: String, _ version: String, _ file: [UInt8], path: String? = nil
    ) -> WheelBuilder {
        var wheel = WheelBuilder(name: name, version: version)
        wheel.tag = "cp312-cp312-manylinux_2_28_x86_64"
        wheel.files = [(path ?? "\(name)/cut.so", file)]
        return wheel
    }
}
