enum PlaceholderWebServer {}
