enum PlaceholderWebsite {}
