/// A QR code (ISO/IEC 18004): some bytes in byte mode, with error correction of level M.
package struct QRCode: Sendable, Hashable {
    /// How many modules a side has; 4 to 40 times four and 17 more.
    package let size: Int
    /// The mask that was laid over the codewords, 0 to 7.
    package let mask: Int

    private let modules: [Bool]

    /// The smallest code that holds the bytes, with the mask that readers like best.
    ///
    /// Nil for more than 2,331 bytes. A test may ask for a mask.
    package init?(_ bytes: [UInt8], mask wanted: Int? = nil) {
        guard let version = QRVersion.smallest(for: bytes.count) else { return nil }
        var grid = QRGrid(version)
        grid.drawPatterns()
        grid.draw(QRCodewords.interleaved(bytes, version))
        let candidates = (wanted.map { [$0] } ?? Array(0..<8)).map { mask in
            var masked = grid
            masked.apply(mask: mask)
            return (grid: masked, mask: mask)
        }
        // A test's mask is alone and needs no judgement.
        let best =
            candidates.count == 1
            ? candidates.first : candidates.min { $0.grid.penalty < $1.grid.penalty }
        guard let best else { return nil }
        size = best.grid.size
        mask = best.mask
        modules = best.grid.modules
    }

    /// The code of a text in UTF-8.
    package init?(_ text: String) {
        self.init(Array(text.utf8))
    }

    /// Whether the module at a column and a row, counted from the upper left corner, is dark.
    package func isDark(column: Int, row: Int) -> Bool { modules[row * size + column] }

    /// How badly readers would like it with this mask; less is better (§7.8.3).
    package var penalty: Int { QRPenalty(modules, size: size).total }
}
