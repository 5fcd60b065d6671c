/// The square of modules while a QR code is being drawn.
struct QRGrid {
    let version: QRVersion
    let size: Int
    private(set) var modules: [Bool]
    /// Which modules belong to patterns and take neither codewords nor masks.
    private var isPattern: [Bool]

    init(_ version: QRVersion) {
        self.version = version
        size = version.size
        modules = Array(repeating: false, count: size * size)
        isPattern = modules
    }

    var penalty: Int { QRPenalty(modules, size: size).total }

    private mutating func set(_ column: Int, _ row: Int, _ isDark: Bool) {
        modules[row * size + column] = isDark
        isPattern[row * size + column] = true
    }

    /// Finders, alignment, timing, version, and room for the format (§6.3).
    mutating func drawPatterns() {
        for place in 0..<size {
            set(6, place, place % 2 == 0)
            set(place, 6, place % 2 == 0)
        }
        for (column, row) in [(3, 3), (size - 4, 3), (3, size - 4)] { drawFinder(column, row) }
        let middles = version.alignments
        let (first, last) = (middles.first, middles.last)
        for row in middles {
            for column in middles {
                let isAtFinder =
                    (column == first && row == first) || (column == first && row == last)
                    || (column == last && row == first)
                if !isAtFinder { drawAlignment(column, row) }
            }
        }
        drawFormat(mask: 0)
        drawVersion()
    }

    private mutating func drawFinder(_ column: Int, _ row: Int) {
        for down in -4...4 {
            for right in -4...4 {
                let (x, y) = (column + right, row + down)
                guard (0..<size).contains(x), (0..<size).contains(y) else { continue }
                let distance = max(abs(right), abs(down))
                set(x, y, distance != 2 && distance != 4)
            }
        }
    }

    private mutating func drawAlignment(_ column: Int, _ row: Int) {
        for down in -2...2 {
            for right in -2...2 {
                set(column + right, row + down, max(abs(right), abs(down)) != 1)
            }
        }
    }

    /// Level M and the mask, guarded by a BCH code, twice (§7.9).
    private mutating func drawFormat(mask: Int) {
        var remainder = mask
        for _ in 0..<10 { remainder = (remainder << 1) ^ ((remainder >> 9) * 0x537) }
        let bits = (mask << 10 | remainder) ^ 0x5412
        func bit(_ place: Int) -> Bool { bits >> place & 1 == 1 }
        for place in 0...5 { set(8, place, bit(place)) }
        set(8, 7, bit(6))
        set(8, 8, bit(7))
        set(7, 8, bit(8))
        for place in 9..<15 { set(14 - place, 8, bit(place)) }
        for place in 0..<8 { set(size - 1 - place, 8, bit(place)) }
        for place in 8..<15 { set(8, size - 15 + place, bit(place)) }
        set(8, size - 8, true)
    }

    /// The version, guarded by a Golay code, twice (§7.10).
    private mutating func drawVersion() {
        guard version.number >= 7 else { return }
        var remainder = version.number
        for _ in 0..<12 { remainder = (remainder << 1) ^ ((remainder >> 11) * 0x1F25) }
        let bits = version.number << 12 | remainder
        for place in 0..<18 {
            let isDark = bits >> place & 1 == 1
            let (far, near) = (size - 11 + place % 3, place / 3)
            set(far, near, isDark)
            set(near, far, isDark)
        }
    }

    /// Puts the codewords where no pattern is, in pairs of columns up and down (§7.7.3).
    mutating func draw(_ codewords: [UInt8]) {
        var place = 0
        var right = size - 1
        while right >= 1 {
            if right == 6 { right = 5 }
            let isUpward = (right + 1) & 2 == 0
            for step in 0..<size {
                for column in [right, right - 1] {
                    let row = isUpward ? size - 1 - step : step
                    guard !isPattern[row * size + column], place < codewords.count * 8 else {
                        continue
                    }
                    modules[row * size + column] =
                        codewords[place >> 3] >> (7 - place & 7) & 1 == 1
                    place += 1
                }
            }
            right -= 2
        }
    }

    /// Turns over the modules that a mask names and notes which mask it was (§7.8.2).
    mutating func apply(mask: Int) {
        for row in 0..<size {
            for column in 0..<size where !isPattern[row * size + column] {
                let isTurned =
                    switch mask {
                    case 0: (column + row) % 2 == 0
                    case 1: row % 2 == 0
                    case 2: column % 3 == 0
                    case 3: (column + row) % 3 == 0
                    case 4: (column / 3 + row / 2) % 2 == 0
                    case 5: column * row % 2 + column * row % 3 == 0
                    case 6: (column * row % 2 + column * row % 3) % 2 == 0
                    default: ((column + row) % 2 + column * row % 3) % 2 == 0
                    }
                if isTurned { modules[row * size + column].toggle() }
            }
        }
        drawFormat(mask: mask)
    }
}
