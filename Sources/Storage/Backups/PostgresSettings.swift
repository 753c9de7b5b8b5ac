import CPostgres
import Foundation

/// What an address of a server says, taken apart: for programs that are given it piece by piece, and for other
/// databases on the same server.
struct PostgresSettings {
    private struct Setting {
        let keyword: String
        /// The variable of the environment by which libpq is told the same.
        let variable: String?
        let value: String
    }

    private let settings: [Setting]
    private let server: DatabaseAddress.Server

    /// - Throws: `StoreRefusal.cannotOpen` for an address that libpq cannot read.
    init(_ server: DatabaseAddress.Server) throws {
        guard let options = PQconninfoParse(server.connection, nil) else {
            throw StoreRefusal.cannotOpen(path: server.shown, reason: "the address cannot be read")
        }
        defer { PQconninfoFree(options) }
        var settings: [Setting] = []
        var place = options
        while let keyword = place.pointee.keyword {
            if let value = place.pointee.val, value.pointee != 0 {
                settings.append(
                    Setting(
                        keyword: String(cString: keyword), variable: place.pointee.envvar.map { String(cString: $0) },
                        value: String(cString: value)))
            }
            place += 1
        }
        self.settings = settings
        self.server = server
    }

    /// - Throws: `BackupRefused.noDatabaseNamed`.
    func database() throws -> String {
        let named = settings.first { $0.keyword == "dbname" }?.value
        guard let name = named ?? ProcessInfo.processInfo.environment["PGDATABASE"] else {
            throw BackupRefused.noDatabaseNamed
        }
        return name
    }

    /// For a child: the password among them, because what stands on its command line everybody may read.
    /// Messages are in English: some of them are looked for.
    var environment: [String: String] {
        var variables = ProcessInfo.processInfo.environment
        for setting in settings { if let variable = setting.variable { variables[variable] = setting.value } }
        variables["LC_ALL"] = "C.UTF-8"
        return variables
    }

    /// The rest, for the command line, with the name of a database. Nothing secret.
    func commandLine(database: String) -> String {
        let secrets = ["password", "sslpassword", "dbname"]
        let rest = settings.filter { $0.variable == nil && !secrets.contains($0.keyword) }
        return Self.text(rest.map { ($0.keyword, $0.value) } + [("dbname", database)])
    }

    /// Another database on the same server.
    func server(with database: String) -> DatabaseAddress.Server {
        let rest = settings.filter { $0.keyword != "dbname" }.map { ($0.keyword, $0.value) }
        return DatabaseAddress.Server(
            connection: Self.text(rest + [("dbname", database)]), connections: 2, shown: server.shown)
    }

    private static func text(_ settings: [(String, String)]) -> String {
        settings.map { keyword, value in
            let escaped = value.replacing("\\", with: "\\\\").replacing("'", with: "\\'")
            return "\(keyword)='\(escaped)'"
        }.joined(separator: " ")
    }
}
