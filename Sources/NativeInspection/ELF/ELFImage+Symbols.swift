extension ELFImage {
    /// Notes the names of every symbol table, and says why where the one that counts is not whole.
    ///
    /// That is the loader's. The full table, which only linkers and debuggers read, may be missing
    /// from a file that has the other, and so may names in it; a static program has no other, or one
    /// without a name beside it where it can be loaded anywhere.
    func noteSymbols(in contents: inout SliceContents) throws(NativeInspectionError) {
        var tally = contents.symbols
        let dynamic = try FilePart { () throws(NativeInspectionError) in
            try note(readDynamicSymbols(), in: &tally)
        }
        let full = try FilePart { () throws(NativeInspectionError) in
            try note(readFullSymbols(), in: &tally)
        }
        contents.symbols = tally
        contents.tableProblem = dynamic.value == false ? full.problem : dynamic.problem
        contents.importProblem = contents.tableProblem
    }

    /// Notes the names of a table; false where there is none, neither table nor name.
    private func note(
        _ table: ELFSymbolTable?, in tally: inout SymbolTally
    ) throws(NativeInspectionError) -> Bool {
        guard let table else { return false }
        let before = tally.count
        try table.note(in: &tally, reader)
        return tally.count > before
    }

    private func readDynamicSymbols() throws(NativeInspectionError) -> ELFSymbolTable? {
        guard let dynamic = try dynamic.required(), let address = dynamic[.symbolTable],
            let strings = try dynamicStrings.required()?.all()
        else { return nil }
        let size = ELFSymbolTable.entrySize(header.layout)
        guard dynamic[.symbolEntryBytes] ?? UInt64(size) == UInt64(size) else {
            throw .invalid(
                "dynamic symbols of \(dynamic[.symbolEntryBytes] ?? 0) bytes, not \(size)")
        }
        let count = try ELFSymbolCount(image: self, dynamic: dynamic).count()
        let range = try addresses.range(of: "the dynamic symbols", from: address)
        return ELFSymbolTable(
            kind: .dynamic, offset: UInt64(range.lowerBound), count: count, strings: strings,
            layout: header.layout)
    }

    private func readFullSymbols() throws(NativeInspectionError) -> ELFSymbolTable? {
        guard let section = knownSections.first(where: { $0.type == 2 }) else { return nil }
        guard knownSections.indices.contains(section.link) else {
            throw .invalid("the symbol table names section \(section.link) for its strings")
        }
        let strings = ELFStrings(try bytes(of: knownSections[section.link]))
        guard let range = section.fileRange(within: reader.byteCount) else {
            throw .invalid("the symbol table lies beyond the end of the file")
        }
        return ELFSymbolTable(
            kind: .full, offset: section.offset,
            count: range.count / ELFSymbolTable.entrySize(header.layout), strings: strings,
            layout: header.layout, isObject: header.type == .relocatable)
    }
}
