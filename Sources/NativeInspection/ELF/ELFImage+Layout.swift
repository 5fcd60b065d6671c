extension ELFImage {
    /// The parts of the file that are executed, in order and not overlapping.
    ///
    /// In a linked file the segments tell, which no section table can contradict.
    var codeRanges: [Range<Int>] {
        let ranges: [Range<Int>] =
            if isLinked {
                segments.filter { $0.kind == .load && $0.isExecutable }
                    .compactMap { $0.fileRange(within: reader.byteCount) }
            } else {
                knownSections.filter(\.isExecutable)
                    .compactMap { $0.fileRange(within: reader.byteCount) }
            }
        var merged: [Range<Int>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) where !range.isEmpty {
            if let last = merged.last, range.lowerBound <= last.upperBound {
                merged[merged.count - 1] =
                    last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                merged.append(range)
            }
        }
        return merged
    }

    /// The named sections that have bytes in the file.
    var namedRanges: [SliceContents.Section] {
        knownSections.compactMap { section in
            guard !section.name.isEmpty,
                let range = section.fileRange(within: reader.byteCount), !range.isEmpty
            else { return nil }
            return SliceContents.Section(name: section.name, range: range)
        }
    }
}
