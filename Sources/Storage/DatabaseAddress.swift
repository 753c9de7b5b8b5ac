import CPostgres
import Foundation

/// Where a database is: a file of SQLite, or a PostgreSQL server.
///
/// `tiru.sqlite` · `postgres://office@db.example/tiru` · `postgres:///tiru?host=/run/postgresql&connections=16`
public enum DatabaseAddress: Sendable, Equatable, CustomStringConvertible {
    case file(String)
    case server(Server)

    /// A server, with the settings that libpq reads in an address and one of ours: `connections`, how many are
    /// held open at most (1…100, usually 8).
    public struct Server: Sendable, Equatable, CustomStringConvertible, CustomReflectable {
        /// What libpq is given, time-outs included. Holds the password, so it is shown to nobody.
        let connection: String
        let connections: Int
        /// Without the password.
        let shown: String

        public var description: String { shown }
        public var customMirror: Mirror { Mirror(self, children: ["address": shown]) }
    }

    /// - Returns: `nil` for an address of a server that cannot be read.
    public init?(_ text: String) {
        guard text.hasPrefix("postgres://") || text.hasPrefix("postgresql://") else {
            self = .file(text)
            return
        }
        guard let server = Server(text) else { return nil }
        self = .server(server)
    }

    public var description: String {
        switch self {
        case .file(let path): path
        case .server(let server): server.shown
        }
    }

    /// Whether there may be something to open: a file that is there, or any server.
    public var mayHoldFacts: Bool {
        switch self {
        case .file(let path): FileManager.default.fileExists(atPath: path)
        case .server: true
        }
    }
}

extension DatabaseAddress.Server {
    /// Where a setting is not in the address: a server that hangs is a server that is gone, and says so within seconds.
    private static let usual = [
        ("connect_timeout", "5"), ("keepalives_idle", "10"), ("keepalives_interval", "5"), ("keepalives_count", "3"),
        ("tcp_user_timeout", "15000"), ("application_name", "tiru"), ("client_encoding", "UTF8"),
    ]

    init?(_ text: String) {
        let halves = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        var settings: [(String, String)] = []
        var connections = 8
        for pair in halves.count > 1 ? halves[1].split(separator: "&") : [] {
            let sides = pair.split(separator: "=", maxSplits: 1).map(String.init)
            guard sides.count == 2 else { return nil }
            guard sides[0] == "connections" else {
                settings.append((sides[0], sides[1]))
                continue
            }
            guard let number = Int(sides[1]), (1...100).contains(number) else { return nil }
            connections = number
        }
        settings += Self.usual.filter { name, _ in !settings.contains { $0.0 == name } }
        connection = halves[0] + "?" + settings.map { "\($0)=\($1)" }.joined(separator: "&")
        self.connections = connections
        guard let parts = Self.parts(of: connection) else { return nil }
        // A password with an unescaped @ in it would end up in the name of the host.
        guard parts["host"]?.contains("@") != true else { return nil }
        shown = parts["password"] == nil && parts["sslpassword"] == nil ? text : Self.address(without: parts)
    }

    /// The settings as libpq understands them; `nil` for what it cannot read, whose reason would quote the password.
    private static func parts(of address: String) -> [String: String]? {
        guard let options = PQconninfoParse(address, nil) else { return nil }
        defer { PQconninfoFree(options) }
        var parts: [String: String] = [:]
        var option = options
        while let keyword = option.pointee.keyword {
            if let value = option.pointee.val { parts[String(cString: keyword)] = String(cString: value) }
            option += 1
        }
        return parts
    }

    /// An address put together again from what may be shown.
    private static func address(without parts: [String: String]) -> String {
        let user = parts["user"].map { "\($0):•••@" } ?? ""
        let port = parts["port"].map { ":\($0)" } ?? ""
        return "postgres://\(user)\(parts["host"] ?? "")\(port)/\(parts["dbname"] ?? "")"
    }
}
