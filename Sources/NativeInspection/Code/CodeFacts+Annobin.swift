extension CodeFacts {
    /// A fact as the compiler's own notes have it, where annobin's plugin speaks for most of the code;
    /// else as it is.
    ///
    /// Most of the noted code decides that a protection is there. That it is not has to be noted of all
    /// of it, with no trace in the code that says otherwise: notes may leave half of the code out.
    func settled(_ fact: Fact, by annobin: Fact, _ attribute: String, as meaning: (String) -> Bool?)
        -> Fact
    {
        guard annobin.value == .present, fact.value != .notApplicable,
            let values = annobin.names[attribute], let main = values.first,
            let isPresent = meaning(main)
        else { return fact }
        guard isPresent || (values.count == 1 && fact.value != .present) else { return fact }
        var settled = fact
        settled.value = isPresent ? .present : .absent
        settled.tier = .header
        settled.evidence =
            "the compiler noted \(attribute) \(main) (\(annobin.evidence ?? ""))"
            + (fact.evidence.map { "; \($0)" } ?? "")
        return settled
    }

    /// Sets what the notes settle of the facts that code tells.
    func settleByAnnobin(_ facts: inout FactTable) {
        let annobin = facts[.annobin]
        // `explicit` protects only functions that ask for it, which need not be any.
        facts[.canary] = settled(facts[.canary], by: annobin, "stack_protector") { value in
            switch value {
            case "on", "all", "strong": true
            case "off": false
            default: nil
            }
        }
        facts[.fortify] = settled(facts[.fortify], by: annobin, "FORTIFY") { value in
            switch value {
            case "1", "2", "3": true
            case "0": false
            default: nil
            }
        }
        facts[.stackClash] = settled(facts[.stackClash], by: annobin, "stack_clash") { value in
            switch value {
            case "yes": true
            case "no": false
            default: nil
            }
        }
    }
}
