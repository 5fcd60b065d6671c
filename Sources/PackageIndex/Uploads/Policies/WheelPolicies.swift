import PythonPackaging

/// What a wheel's own files must say.
enum WheelPolicies {
    static let all: [UploadPolicy] = [
        UploadPolicy(
            "wheel-description", .content,
            "WHEEL can be read, and its format is version 1."
        ) { examination in
            guard let wheel = try examination.content().wheel else { return }
            do {
                let description = try WheelDescription(parsing: wheel.description)
                guard description.wheelVersion.major == 1 else {
                    throw Refusal(
                        .layoutInvalid,
                        "The wheel's format is version \(description.wheelVersion), which no "
                            + "installer reads.")
                }
            } catch let invalid as WheelDescription.Invalid {
                throw Refusal(
                    .layoutInvalid,
                    "\(wheel.folder)/WHEEL is invalid: \(Shown.short(invalid.message, limit: 200))")
            }
        },
        UploadPolicy(
            "record-complete", .content,
            "RECORD is there and lists exactly the wheel's members."
        ) { examination in
            guard let (record, content, folder) = try record(of: examination) else { return }
            let own = ownFiles(in: folder)
            var unlisted = Set(content.members.map(\.path)).subtracting(own)
            var listed: Set<String> = []
            for entry in record.entries {
                let path = entry.path.replacing("\\", with: "/")
                guard listed.insert(path).inserted else {
                    throw Refusal(
                        .recordInvalid, "\(folder)/RECORD lists '\(Shown.short(path))' twice.")
                }
                guard content.member(at: path) != nil || own.contains(path) else {
                    throw Refusal(
                        .recordInvalid,
                        "\(folder)/RECORD lists '\(Shown.short(path))', which is not in the wheel.")
                }
                unlisted.remove(path)
            }
            if let path = unlisted.min() {
                throw Refusal(
                    .recordInvalid,
                    "The wheel holds '\(Shown.short(path))', which \(folder)/RECORD does not list.")
            }
        },
        UploadPolicy(
            "record-hashes", .content, in: [.pypi],
            "Every member has the SHA-256 (or better) and the size that RECORD says. In `private` "
                + "a wrong one is a warning."
        ) { examination in
            if let wrong = try firstWrongHash(in: examination) {
                throw Refusal(.recordHashMismatch, wrong)
            }
        },
        UploadPolicy(
            "record-hashes-warning", .content, in: [.private],
            "A member that differs from what RECORD says is warned about, not refused."
        ) { examination in
            if let wrong = try firstWrongHash(in: examination) {
                examination.warn(.recordHashMismatch, wrong)
            }
        },
        UploadPolicy(
            "entry-points", .content, "entry_points.txt, where there is one, can be read."
        ) { examination in
            guard let wheel = try examination.content().wheel, let text = wheel.entryPoints else {
                return
            }
            do throws(EntryPoints.Invalid) {
                _ = try EntryPoints(parsing: text)
            } catch {
                throw Refusal(
                    .entryPointsInvalid,
                    "\(wheel.folder)/entry_points.txt is invalid: "
                        + Shown.short(error.message, limit: 200))
            }
        },
    ]

    private static func record(
        of examination: UploadExamination
    ) throws -> (WheelRecord, DistributionContent, folder: String)? {
        let content = try examination.content()
        guard let wheel = content.wheel else { return nil }
        guard let record = wheel.record else {
            throw Refusal(
                .recordInvalid,
                "Wheel '\(examination.filename)' does not contain the required RECORD file: "
                    + "\(wheel.folder)/RECORD")
        }
        do throws(WheelRecord.Invalid) {
            return (try record.get(), content, wheel.folder)
        } catch {
            throw Refusal(
                .recordInvalid,
                "\(wheel.folder)/RECORD is invalid at line \(error.line): "
                    + Shown.short(error.message, limit: 200))
        }
    }

    private static func firstWrongHash(in examination: UploadExamination) throws -> String? {
        guard let (record, content, folder) = try record(of: examination) else { return nil }
        let own = ownFiles(in: folder)
        for entry in record.entries {
            let path = entry.path.replacing("\\", with: "/")
            guard !own.contains(path), let member = content.member(at: path) else { continue }
            if let size = entry.size, size != UInt64(member.size) {
                return
                    "\(folder)/RECORD says that '\(Shown.short(path))' has \(size) bytes; it has "
                    + "\(member.size)."
            }
            guard let algorithm = entry.algorithm, let digest = entry.digest else {
                return "\(folder)/RECORD gives no hash for '\(Shown.short(path))'."
            }
            guard algorithm == member.digest?.algorithm.rawValue else {
                return "\(folder)/RECORD hashes '\(Shown.short(path))' by "
                    + "\(Shown.short(algorithm)); it takes sha256, sha384 or sha512."
            }
            guard digest == member.digest?.bytes else {
                return "\(folder)/RECORD gives another hash for '\(Shown.short(path))' than its "
                    + "bytes have."
            }
        }
        return nil
    }

    /// RECORD and its signatures, which RECORD cannot hash and need not list.
    private static func ownFiles(in folder: String) -> Set<String> {
        ["\(folder)/RECORD", "\(folder)/RECORD.jws", "\(folder)/RECORD.p7s"]
    }
}
