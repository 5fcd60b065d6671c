enum PlaceholderPackageIndex {}
