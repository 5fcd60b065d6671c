import Testing

@Test func placeholderBlobStorage() {}
