import CheeseboardTesting
import Foundation

/// Builds a distribution for each line of JSON on standard input, into the folder that the one
/// argument names, and prints its file name.
@main
enum DistributionBuilder {
    static func main() throws {
        guard CommandLine.arguments.count == 2 else {
            complain("usage: distribution-builder FOLDER < ORDERS")
            exit(64)
        }
        let folder = URL(fileURLWithPath: CommandLine.arguments[1], isDirectory: true)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        while let line = readLine() {
            do {
                let order = try decoder.decode(DistributionOrder.self, from: Data(line.utf8))
                let (filename, bytes) = order.make()
                try Data(bytes).write(to: folder.appendingPathComponent(filename))
                print(filename)
            } catch {
                complain("\(error), in the order \(line)")
                exit(65)
            }
        }
    }

    private static func complain(_ message: String) {
        FileHandle.standardError.write(Data("\(message)\n".utf8))
    }
}
