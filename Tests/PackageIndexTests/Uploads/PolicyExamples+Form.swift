import CheeseboardTesting
import Foundation
import PackageIndex

extension PolicyExamples {
    static let form: [String: PolicyExamples] = [
        "form-action": PolicyExamples(
            good: [.wheel()],
            bad: [
                (.wheel(form: [":action": ["submit"]]), .actionGone),
                (.wheel(form: [":action": ["submit_pkg_info"]]), .actionGone),
                (.wheel(form: [":action": ["doc_upload"]]), .actionGone),
                (.wheel(form: [":action": ["eat"]]), .actionUnknown),
                (.wheel(form: [":action": []]), .actionUnknown),
            ]),
        "form-protocol": PolicyExamples(
            good: [.wheel(form: ["protocol_version": []])],
            bad: [(.wheel(form: ["protocol_version": ["2"]]), .protocolVersionUnknown)]),
        "form-identity": PolicyExamples(
            good: [.wheel(form: ["name": ["Brie"], "version": ["1"]])],
            bad: [
                (.wheel(form: ["name": []]), .fieldMissing),
                (.wheel(form: ["name": ["UNKNOWN"]]), .fieldMissing),
                (.wheel(form: ["name": ["-brie-"]]), .nameInvalid),
                (.wheel(form: ["name": ["br\0ie"]]), .nameInvalid),
                (.wheel(form: ["version": []]), .fieldMissing),
                (.wheel(form: ["version": ["one"]]), .versionInvalid),
            ]),
        "form-filetype": PolicyExamples(
            good: [.wheel(), .sdist(), .sdist(form: ["pyversion": []])],
            bad: [
                (.wheel(form: ["filetype": []]), .fieldMissing),
                (.wheel(form: ["filetype": ["bdist_egg"]]), .fieldInvalid),
                (.sdist(form: ["pyversion": ["py3"]]), .fieldInvalid),
            ]),
        "form-pyversion": PolicyExamples(
            good: [.wheel(form: ["pyversion": ["cp312"]]), .sdist()],
            bad: [
                (.wheel(form: ["pyversion": []]), .fieldMissing),
                (.wheel(form: ["pyversion": [""]]), .fieldMissing),
            ]),
        "form-digest": PolicyExamples(
            good: [.wheel()],
            bad: [(.wheel(form: ["sha256_digest": []]), .fieldMissing)]),
        "form-content-type": PolicyExamples(
            good: [.wheel(), .wheel().withContentType(nil)],
            bad: [(.wheel().withContentType("Image/png"), .contentTypeImage)]),
        "form-attestations": PolicyExamples(
            good: [
                .wheel(form: ["attestations": ["[]"]]),
                .wheel(form: ["attestations": [#"[{"version": 1}]"#]]),
            ],
            bad: [
                (.wheel(form: ["attestations": ["{}"]]), .attestationsInvalid),
                (.wheel(form: ["attestations": ["[1]"]]), .attestationsInvalid),
                (.wheel(form: ["attestations": ["no JSON"]]), .attestationsInvalid),
            ]),
        "form-fields-once": PolicyExamples(
            good: [
                .wheel(form: ["summary": ["Soft", "Soft"]]),
                .wheel(form: ["classifiers": ["Topic :: A", "Topic :: B"]]),
            ],
            bad: [
                (.wheel(form: ["summary": ["Soft", "Hard"]]), .fieldRepeated),
                (.wheel(form: ["name": ["brie", "camembert"]]), .fieldRepeated),
                (.wheel(form: ["md5_digest": ["00", "01"]]), .fieldRepeated),
            ]),
    ]
}
