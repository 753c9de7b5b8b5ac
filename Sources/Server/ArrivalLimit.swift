import NIOCore
import NIOHTTPTypes
import Web

/// Closes a connection whose request takes too long to arrive.
///
/// The idle time-out ends who sends nothing. This ends who sends a byte now and then, to hold a connection for as long
/// as possible: the clock starts when a request is waited for and stops when its last byte is there.
final class ArrivalLimit: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart

    private let limit: TimeAmount
    /// A file may take as long as a slow line needs.
    private let fileTime = TimeAmount.minutes(60)
    private var alarm: Scheduled<Void>?

    init(_ limit: TimeAmount) { self.limit = limit }

    func handlerAdded(context: ChannelHandlerContext) {
        if context.channel.isActive { start(context) }
    }

    func channelActive(context: ChannelHandlerContext) {
        start(context)
        context.fireChannelActive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head): start(context, after: fileLimit(of: head) == nil ? limit : fileTime)
        case .body: break
        // Until the next head the idle time-out watches; the answer may take its time.
        case .end: alarm?.cancel()
        }
        context.fireChannelRead(data)
    }

    func channelInactive(context: ChannelHandlerContext) {
        alarm?.cancel()
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) { alarm?.cancel() }

    private func start(_ context: ChannelHandlerContext, after time: TimeAmount? = nil) {
        alarm?.cancel()
        let channel = context.channel
        alarm = context.eventLoop.scheduleTask(in: time ?? limit) { channel.close(promise: nil) }
    }
}
