enum PlaceholderCheeseboardTesting {}
