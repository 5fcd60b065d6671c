import ArgumentParser

@main
struct Cheeseboard: AsyncParsableCommand {}
