import Testing
import Website

@Suite struct `Where descriptions are cut` {
    @Test func `is measured once for each text, and forgotten where there are many`() {
        let cuts = DescriptionCuts(most: 2)
        for (text, found, known) in [
            ("one", 1, 1), ("two", 2, 2), ("one", 3, 1), ("two", 4, 2), ("three", 5, 5),
            ("three", 6, 5), ("one", 7, 7),
        ] {
            let bytes = cuts.bytes(of: text) { found }
            #expect(bytes == known, "\(text) \(found)")
        }
        #expect(cuts.measurements == 4)
    }
}
