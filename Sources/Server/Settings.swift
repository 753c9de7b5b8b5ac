import NIOCore

/// How the program serves.
public struct Settings: Sendable {
    public var host = "127.0.0.1"
    public var port = 8080
    /// The address under which browsers reach us, such as `https://tiru.example.go.id`; `nil` where it is the one we
    /// listen on. One that begins with `https` makes cookies travel through TLS only.
    public var publicAddress: String?
    /// Whether a proxy of ours stands before us and says in `X-Forwarded-For` where a request comes from. Anybody could
    /// write that header, so it is believed only when this is set.
    public var isBehindProxy = false
    /// Requests a second that one address may make, on average; 0 for as many as it likes.
    public var ratePerAddress = 50.0
    /// `nil` where the server makes no backups by itself.
    public var backups: BackupSettings?

    public init() {}

    var isSecure: Bool { publicAddress?.hasPrefix("https://") == true }

    /// A connection on which nothing arrives for so long is closed.
    static let idleTimeout = TimeAmount.seconds(30)
    /// A request whose head or body takes longer than this to arrive is given up, however busily it trickles.
    static let arrivalLimit = TimeAmount.seconds(30)
    /// The largest body a request may carry, in bytes.
    static let bodyLimit = 1 << 20
}
