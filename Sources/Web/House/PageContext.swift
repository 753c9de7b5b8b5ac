public import Hummingbird
import NIOCore

/// What is known of a request before any page looks at it.
public struct PageContext: RequestContext {
    public var coreContext: CoreRequestContextStorage
    /// Where the connection comes from; empty where that cannot be known.
    public let peer: String
    /// Where the request comes from: the peer, or whom a proxy of ours names.
    public var address: String
    /// Who has signed in; `nil` for everybody else.
    public var visitor: Visitor?

    public init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        peer = source.channel.remoteAddress?.ipAddress ?? ""
        address = peer
    }
}
