/// Walks the names that a PE file exports.
enum PEExports {
    static func walk<Source>(_ image: inout PEImage<Source>, into tally: inout SymbolTally)
        throws(NativeInspectionError)
    {
        guard let place = image.header[.exports] else { return }
        let directory = try image.table("the export directory", at: place.address, count: 40)
        let count = try directory.word32(at: 24)
        let first = try directory.word32(at: 32)
        guard count <= image.reader.limits.symbols else {
            throw .invalid("\(count) exports are more than \(image.reader.limits.symbols)")
        }
        guard count > 0 else { return }
        let addresses = try image.table("the export names", at: first, count: 4 * count)
        var texts = PEImage<Source>.Window()
        for index in 0..<count {
            let address = try addresses.word32(at: 4 * index)
            try image.note(nameAt: address, as: .exported, into: &tally, &texts)
        }
    }
}
