import Testing

@Test func placeholderWebsite() {}
