import HTTPTypes
public import Hummingbird
import Secrets

/// The two cookies of ours: of the session, and of the door before there is a session.
public struct Cookies: Sendable {
    /// The session's token as text.
    public let session: String?
    let door: String?

    public init(_ request: Request) {
        let cookies = request.cookies
        session = cookies[Self.sessionName]?.value
        door = cookies[Self.doorName]?.value
    }

    static let sessionName = "tiru-session"
    static let doorName = "tiru-door"

    /// A cookie that no script reads and no other site's form sends.
    /// - Parameter seconds: how long the browser keeps it; `nil` until it is closed.
    static func cookie(_ name: String, _ value: String, isSecure: Bool, seconds: Int? = nil) -> String {
        let age = seconds.map { "; Max-Age=\($0)" } ?? ""
        return "\(name)=\(value); Path=/; HttpOnly; SameSite=Lax\(age)" + (isSecure ? "; Secure" : "")
    }

    static func session(_ token: SecretToken, isSecure: Bool) -> String {
        cookie(sessionName, token.text, isSecure: isSecure)
    }

    static func noSession(isSecure: Bool) -> String {
        cookie(sessionName, "", isSecure: isSecure, seconds: 0)
    }
}
