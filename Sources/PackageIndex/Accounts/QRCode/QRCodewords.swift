/// The bytes of a QR code in the order in which they are drawn: data and error correction.
enum QRCodewords {
    /// Lays the data out in blocks, adds each block's correction, and interleaves all (§7.4–7.6).
    static func interleaved(_ bytes: [UInt8], _ version: QRVersion) -> [UInt8] {
        let data = padded(bytes, version)
        let divisor = ReedSolomon.divisor(degree: version.correctionCount)
        let shortLength = version.codewordCount / version.blockCount - version.correctionCount
        let shortCount = version.blockCount - version.codewordCount % version.blockCount
        var blocks: [(data: ArraySlice<UInt8>, correction: [UInt8])] = []
        var rest = data[...]
        for number in 0..<version.blockCount {
            let block = rest.prefix(number < shortCount ? shortLength : shortLength + 1)
            rest = rest.dropFirst(block.count)
            blocks.append((block, ReedSolomon.remainder(of: block, by: divisor)))
        }
        var result: [UInt8] = []
        for place in 0...shortLength {
            for block in blocks where place < block.data.count {
                result.append(block.data[block.data.startIndex + place])
            }
        }
        for place in 0..<version.correctionCount {
            for block in blocks { result.append(block.correction[place]) }
        }
        return result
    }

    /// Byte mode, the length, the bytes, an end, and the two padding bytes in turn.
    private static func padded(_ bytes: [UInt8], _ version: QRVersion) -> [UInt8] {
        var bits: [Bool] = []
        func add(_ value: Int, _ count: Int) {
            for place in (0..<count).reversed() { bits.append(value >> place & 1 == 1) }
        }
        add(0b0100, 4)
        add(bytes.count, version.lengthBits)
        for byte in bytes { add(Int(byte), 8) }
        add(0, min(4, 8 * version.dataCount - bits.count))
        add(0, (8 - bits.count % 8) % 8)
        var words = stride(from: 0, to: bits.count, by: 8).map { start in
            bits[start..<start + 8].reduce(UInt8(0)) { $0 << 1 | ($1 ? 1 : 0) }
        }
        var isFirst = true
        while words.count < version.dataCount {
            words.append(isFirst ? 0xEC : 0x11)
            isFirst.toggle()
        }
        return words
    }
}

/// Error correction over the field of 256 elements with the polynomial 0x11D.
enum ReedSolomon {
    /// The coefficients of the generator without its leading one, highest first.
    static func divisor(degree: Int) -> [UInt8] {
        var result = [UInt8](repeating: 0, count: degree)
        result[degree - 1] = 1
        var root: UInt8 = 1
        for _ in 0..<degree {
            for place in result.indices {
                result[place] = product(result[place], root)
                if place + 1 < degree { result[place] ^= result[place + 1] }
            }
            root = product(root, 2)
        }
        return result
    }

    static func remainder(of data: ArraySlice<UInt8>, by divisor: [UInt8]) -> [UInt8] {
        var result = [UInt8](repeating: 0, count: divisor.count)
        for byte in data {
            let factor = byte ^ result.removeFirst()
            result.append(0)
            for place in result.indices { result[place] ^= product(divisor[place], factor) }
        }
        return result
    }

    private static func product(_ left: UInt8, _ right: UInt8) -> UInt8 {
        var result: UInt8 = 0
        for place in (0..<8).reversed() {
            result = (result << 1) ^ (result >> 7 == 1 ? 0x1D : 0)
            if right >> place & 1 == 1 { result ^= left }
        }
        return result
    }
}
