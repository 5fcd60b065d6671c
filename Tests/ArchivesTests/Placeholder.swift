import Testing

@Test func placeholderArchives() {}
