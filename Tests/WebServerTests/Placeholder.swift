import Testing

@Test func placeholderWebServer() {}
