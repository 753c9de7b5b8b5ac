import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOEmbedded
import NIOHTTPTypes
import Synchronization
import Testing

@testable import Server
@testable import Web

/// Slow clients, busy clients, and large ones, with a clock that is moved by hand.
struct AttackLimits {
    private func channel() throws -> EmbeddedChannel {
        let channel = EmbeddedChannel(handler: ArrivalLimit(.seconds(30)))
        try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 9)).wait()
        return channel
    }

    private let head = HTTPRequestPart.head(
        HTTPRequest(method: .post, scheme: "http", authority: "tiru.test", path: "/sign-in"))

    @Test func `who connects and sends no whole head is cut off after thirty seconds`() throws {
        let channel = try channel()
        channel.embeddedEventLoop.advanceTime(by: .seconds(29))
        #expect(channel.isActive)
        channel.embeddedEventLoop.advanceTime(by: .seconds(2))
        #expect(!channel.isActive)
    }

    @Test func `a body that trickles is cut off thirty seconds after its head, however busily it trickles`() throws {
        let channel = try channel()
        channel.embeddedEventLoop.advanceTime(by: .seconds(20))
        try channel.writeInbound(head)
        for _ in 0..<29 {
            channel.embeddedEventLoop.advanceTime(by: .seconds(1))
            try channel.writeInbound(HTTPRequestPart.body(ByteBuffer(string: "a")))
        }
        #expect(channel.isActive)
        channel.embeddedEventLoop.advanceTime(by: .seconds(1))
        #expect(!channel.isActive)
    }

    @Test func `who has sent a whole request is not cut off while the answer is made, and the next begins anew`() throws
    {
        let channel = try channel()
        try channel.writeInbound(head)
        try channel.writeInbound(HTTPRequestPart.end(nil))
        channel.embeddedEventLoop.advanceTime(by: .seconds(300))
        #expect(channel.isActive)
        try channel.writeInbound(head)
        channel.embeddedEventLoop.advanceTime(by: .seconds(31))
        #expect(!channel.isActive)
    }

    @Test func `an address gets ten seconds' worth at once, then its rate; another is not held back`() {
        let time = Mutex(0.0)
        let limit = RateLimit(rate: 5, isBehindProxy: false, seconds: { time.withLock { $0 } })
        #expect((0..<60).filter { _ in limit.take("203.0.113.9") }.count == 50)
        #expect(limit.take("203.0.113.10"))
        time.withLock { $0 += 2 }
        #expect((0..<60).filter { _ in limit.take("203.0.113.9") }.count == 10)
        // A clock that only goes forward is asked; one that went back would lend nothing.
        time.withLock { $0 -= 1 }
        #expect(!limit.take("203.0.113.9"))
    }

    @Test(
        arguments: [
            ("203.0.113.9", "203.0.113.9"), ("2001:db8::1", "2001:db8:0:0::/64"), ("::1", "0:0:0:0::/64"),
            ("2001:DB8:1:2:3:4:5:6", "2001:db8:1:2::/64"), ("::ffff:203.0.113.9", "203.0.113.9"), ("", ""),
            ("nobody:", "nobody:"), ("[2001:db8::1]:80", "[2001:db8::1]:80"),
        ])
    func `an address is counted by its network`(address: String, counted: String) {
        #expect(network(of: address) == counted)
    }

    @Test func `a million addresses do not fill the memory`() {
        let time = Mutex(0.0)
        let limit = RateLimit(rate: 5, isBehindProxy: true, seconds: { time.withLock { $0 } })
        for number in 0..<60_000 {
            _ = limit.take("2001:db8::\(number)")
            time.withLock { $0 += 0.0001 }
        }
        #expect(limit.remembered <= RateLimit.mostAddresses)
    }

    @Test func `two hundred may wait at the door, and whoever comes then is turned away`() async throws {
        let door = Turnstile(most: 3)
        let (held, release) = AsyncStream.makeStream(of: Void.self)
        let (began, begin) = AsyncStream.makeStream(of: Void.self)
        let first = Task {
            try await door.pass {
                begin.yield()
                for await _ in held { break }
                return 1
            }
        }
        for await _ in began { break }
        let others = (0..<5).map { number in Task { try await door.pass { number } } }
        // Those who find no room are answered at once; as many as there is room for wait.
        var turnedAway = 0
        for other in others.suffix(3) where try await other.value == nil { turnedAway += 1 }
        release.yield()
        #expect(try await first.value == 1)
        #expect(turnedAway == 3)
    }

    @Test func `a body that is too large, or whose length nobody says, is refused before it is read`() async throws {
        let office = try await Office()
        let form = HTTPField(name: .contentType, value: "application/x-www-form-urlencoded")
        for (length, status) in [("1048577", 413), ("99999999999999", 413), ("9223372036854775807", 413)] {
            let answer = try await office.raw(
                .post, "/sign-in", HTTPFields([form, HTTPField(name: .contentLength, value: length)]))
            #expect(answer.status == status && answer.headers["connection"] == "close", "\(length)")
        }
        for coding in ["chunked", "gzip, chunked", "identity", "xchunked", ""] {
            let answer = try await office.raw(
                .post, "/sign-in", HTTPFields([form, HTTPField(name: .transferEncoding, value: coding)]))
            #expect(answer.status == 411 && answer.headers["connection"] == "close", "\(coding)")
        }
        let large = try await office.raw(
            .post, "/sign-in", HTTPFields([form]), body: String(repeating: "a", count: 10 << 20))
        #expect(large.status == 413)
        let many = (0..<10_000).map { "a\($0)=" }.joined(separator: "&")
        #expect(try await office.raw(.post, "/sign-in", HTTPFields([form]), body: many).status < 500)
    }
}
