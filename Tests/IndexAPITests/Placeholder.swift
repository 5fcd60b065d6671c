import Testing

@Test func placeholderIndexAPI() {}
