import PackageIndex
import WebServer

/// How many releases there were in each year, as an SVG drawing whose colours the style sheet gives.
enum YearPlot {
    private static let width = 640
    private static let height = 120
    private static let foot = 18

    /// The drawing; nil where there is too little to draw.
    static func svg(of releases: [ReleaseSummary], until year: Int) -> String? {
        guard releases.count > 2, let first = releases.map(\.publishedAt.year).min(),
            first < year, year - first < 40
        else { return nil }
        var counts = [Int](repeating: 0, count: year - first + 1)
        for release in releases {
            let place = release.publishedAt.year - first
            if counts.indices.contains(place) { counts[place] += 1 }
        }
        let most = max(counts.max() ?? 1, 1)
        let step = Double(width) / Double(counts.count)
        var drawing = ""
        for (place, count) in counts.enumerated() {
            let left = Double(place) * step
            let middle = text(left + step / 2)
            let tall = Double(height - foot - 16) * Double(count) / Double(most)
            let top = Double(height - foot) - tall
            if count > 0 {
                drawing +=
                    #"<rect class="bar-fill" x="\#(text(left + step * 0.2))" y="\#(text(top))" "#
                    + #"width="\#(text(step * 0.6))" height="\#(text(tall))" rx="2"/>"#
                    + #"<text x="\#(middle)" y="\#(text(top - 4))" text-anchor="middle">\#(count)</text>"#
            }
            if counts.count <= 16 || place % 3 == 0 {
                drawing +=
                    #"<text x="\#(middle)" y="\#(height - 3)" text-anchor="middle">\#(first + place)</text>"#
            }
        }
        let label = "Releases per year, from \(first) to \(year)"
        return
            #"<svg class="plot" viewBox="0 0 \#(width) \#(height)" role="img" aria-label="\#(label)">"#
            + #"<line class="axis" x1="0" x2="\#(width)" y1="\#(height - foot)" y2="\#(height - foot)"/>"#
            + drawing + "</svg>"
    }

    private static func text(_ number: Double) -> String {
        let tenths = Int((number * 10).rounded())
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(abs(tenths % 10))"
    }
}
