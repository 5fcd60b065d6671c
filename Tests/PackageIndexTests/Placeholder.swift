import Testing

@Test func placeholderPackageIndex() {}
