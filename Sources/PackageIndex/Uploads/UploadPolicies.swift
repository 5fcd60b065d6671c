/// Every policy, in the order in which an upload meets them.
package enum UploadPolicies {
    /// The whole list.
    package static let all: [UploadPolicy] =
        FormPolicies.all + FormFieldPolicies.all + FilenamePolicies.all + FilePolicies.all
        + PublicationPolicies.all
        + ArchivePolicies.all + WheelPolicies.all + MetadataPolicies.all
        + FieldAgreementPolicies.all + PublicMetadataPolicies.all
        + NativePolicies.all + [DescriptionPolicy.renders]

    /// The policies of a stage that are on in a profile.
    static func of(_ stage: UploadPolicy.Stage, in profile: Profile) -> [UploadPolicy] {
        all.filter { $0.stage == stage && $0.profiles.contains(profile) }
    }
}
