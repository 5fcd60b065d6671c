enum PlaceholderIndexAPI {}
