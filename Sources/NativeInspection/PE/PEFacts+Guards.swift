/// What checks jumps, returns and frames while the code runs.
extension PEFacts {
    /// Three marks together: every C runtime that is linked in sets `CF_INSTRUMENTED` alone.
    var guardCF: Fact {
        guard has(Flag.guardCF) else { return fact(false, "GUARD_CF") }
        return configuration.fact { configuration in
            let flags = configuration?.guardFlags ?? 0
            let count = configuration?.guardFunctionCount ?? 0
            let needed =
                PELoadConfiguration.Guard.instrumented | PELoadConfiguration.Guard.functionTable
            return Fact(
                flags & needed == needed && count > 0 ? .present : .absent, tier: .header,
                evidence: "\(self.flags): GUARD_CF; GuardFlags \(hexadecimal(flags)), "
                    + "\(count) functions")
        }
    }

    var guardExtras: Fact {
        configuration.fact { configuration in
            guard let flags = configuration?.guardFlags else {
                return Fact(.absent, tier: .header, evidence: "no GuardFlags")
            }
            return Fact(
                .list(configuration?.extras ?? []), tier: .header,
                evidence: "GuardFlags \(hexadecimal(flags))")
        }
    }

    /// Not the table of exception continuations, which some tools take for it.
    var cetCompat: Fact {
        guard header.machine == .winAMD64 || header.machine == .win32 else { return .notApplicable }
        return debug.fact { debug in
            guard let flags = debug.extendedCharacteristics else {
                return Fact(
                    .absent, tier: .header,
                    evidence: "no EX_DLLCHARACTERISTICS in the debug directory")
            }
            return Fact(
                flags & 0x1 != 0 ? .present : .absent, tier: .header,
                evidence: "EX_DLLCHARACTERISTICS \(hexadecimal(flags))",
                names: flags & 0x40 != 0 ? ["also": ["forward-cfi"]] : [:])
        }
    }

    var securityCookie: Fact {
        configuration.fact { configuration in
            guard let configuration, let cookie = configuration.securityCookie else {
                return Fact(
                    .absent, tier: .header, evidence: "no load configuration with a SecurityCookie")
            }
            let place =
                "SecurityCookie \(hexadecimal(cookie)) of the load configuration "
                + "at \(hexadecimal(configuration.offset))"
            let isUnused =
                (configuration.guardFlags ?? 0) & PELoadConfiguration.Guard.cookieUnused != 0
            guard cookie != 0, !isUnused else {
                return Fact(
                    .absent, tier: .header,
                    evidence: place + (isUnused ? ", marked as unused" : ""))
            }
            return Fact(
                .present, tier: .header,
                evidence: place + ": the C runtime has one, which does not tell that this code "
                    + "was compiled with /GS")
        }
    }

    var safeSEH: Fact {
        guard header.machine == .win32 else { return .notApplicable }
        guard !has(Flag.noSEH) else { return fact(true, "NO_SEH") }
        return configuration.fact { configuration in
            let count = configuration?.handlerCount ?? 0
            let table = configuration?.handlerTable ?? 0
            return Fact(
                table != 0 && count > 0 ? .present : .absent, tier: .header,
                evidence: "SEHandlerTable \(hexadecimal(table)) of \(count) handlers")
        }
    }
}
