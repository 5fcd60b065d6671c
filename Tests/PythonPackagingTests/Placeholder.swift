import Testing

@Test func placeholderPythonPackaging() {}
