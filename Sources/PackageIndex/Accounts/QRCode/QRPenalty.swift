/// What readers dislike in a QR code: runs, blocks, false finders and one colour too much
/// (§7.8.3).
struct QRPenalty {
    private let modules: [Bool]
    private let size: Int

    init(_ modules: [Bool], size: Int) {
        self.modules = modules
        self.size = size
    }

    var total: Int {
        var total = blocks + balance
        for number in 0..<size {
            let row = Array(modules[number * size..<(number + 1) * size])
            let column = (0..<size).map { modules[$0 * size + number] }
            total += Self.runs(row) + Self.falseFinders(row)
            total += Self.runs(column) + Self.falseFinders(column)
        }
        return total
    }

    /// Five of one colour in a row cost 3, each one more 1.
    private static func runs(_ line: [Bool]) -> Int {
        var penalty = 0
        var length = 0
        for place in line.indices {
            length = place > 0 && line[place] == line[place - 1] ? length + 1 : 1
            if length == 5 { penalty += 3 } else if length > 5 { penalty += 1 }
        }
        return penalty
    }

    /// A finder's 1:1:3:1:1 with four light modules before or behind it costs 40.
    private static func falseFinders(_ line: [Bool]) -> Int {
        let finder = [true, false, true, true, true, false, true]
        // Outside of the code it is light.
        let light = [Bool](repeating: false, count: 4)
        let wide = light + line + light
        var penalty = 0
        for start in 4...(wide.count - 11) where Array(wide[start..<start + 7]) == finder {
            if !wide[start - 4..<start].contains(true) { penalty += 40 }
            if !wide[start + 7..<start + 11].contains(true) { penalty += 40 }
        }
        return penalty
    }

    /// Every two by two of one colour costs 3.
    private var blocks: Int {
        var penalty = 0
        for row in 0..<size - 1 {
            for column in 0..<size - 1 {
                let corner = row * size + column
                let colour = modules[corner]
                if colour == modules[corner + 1], colour == modules[corner + size],
                    colour == modules[corner + size + 1]
                {
                    penalty += 3
                }
            }
        }
        return penalty
    }

    /// Each five in a hundred away from half dark costs 10.
    private var balance: Int {
        let dark = modules.count(where: \.self)
        let all = modules.count
        return abs(dark * 20 - all * 10) / all * 10
    }
}
