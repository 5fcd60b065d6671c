/// What a copy must know of one table; the catalogue of the database tells it.
struct TableLayout {
    let name: String
    let columns: [String]
    /// The columns of the primary key, in its order.
    let key: [String]

    init(of name: String, _ connection: any SQLConnection) throws {
        self.name = name
        let rows = try connection.rows(connection.dialect.tableColumns, name)
        columns = try rows.map { try $0.get("name") }
        key = try rows.map { (try $0.get("place") as Int, try $0.get("name") as String) }
            .filter { $0.0 > 0 }.sorted { $0.0 < $1.0 }.map(\.1)
    }

    /// All rows in the order of the primary key, in which rows that others refer to have mostly
    /// come first.
    var selection: String {
        let order = key.isEmpty ? "" : " ORDER BY \(Self.list(key))"
        return "SELECT \(Self.list(columns)) FROM \(Self.quoted(name))\(order)"
    }

    func insertion(of columns: [String]) -> String {
        let places = (1...max(1, columns.count)).map { "$\($0)" }.joined(separator: ", ")
        return "INSERT INTO \(Self.quoted(name)) (\(Self.list(columns))) VALUES (\(places))"
    }

    /// The highest number that the table has given to a row by itself; nil when it numbers none or
    /// has not yet.
    func lastIdentity(_ connection: any SQLConnection) throws -> Int64? {
        guard try connection.row(connection.dialect.identityColumn, name) != nil,
            let row = try connection.row(connection.dialect.lastIdentity, name)
        else { return nil }
        return try row.get("last")
    }

    /// Lets the table number its next row after this one and after all rows that it has.
    func advanceIdentity(beyond last: Int64?, _ connection: any SQLConnection) throws {
        guard let column = try connection.row(connection.dialect.identityColumn, name) else {
            return
        }
        let identity: String = try column.get("name")
        let highest = try connection.row(
            "SELECT max(\(Self.quoted(identity))) AS last FROM \(Self.quoted(name))")
        let present: Int64? = try highest?.get("last")
        guard let target = [last, present].compactMap(\.self).max() else { return }
        for statement in connection.dialect.identityAdvances {
            _ = try connection.rows(statement, name, target)
        }
    }

    static func quoted(_ name: String) -> String {
        "\""
            + name.split(separator: "\"", omittingEmptySubsequences: false)
            .joined(separator: "\"\"") + "\""
    }

    private static func list(_ names: [String]) -> String {
        names.map(quoted).joined(separator: ", ")
    }
}
