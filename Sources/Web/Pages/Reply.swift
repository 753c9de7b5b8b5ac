import HTTPTypes
public import Hummingbird

/// What goes back: bytes of a kind, with a status.
struct Reply: Sendable {
    var status = 200
    let contentType: String
    let bytes: ByteBuffer
    let byteCount: Int

    init(contentType: String, bytes: [UInt8]) {
        self.contentType = contentType
        self.bytes = ByteBuffer(bytes: bytes)
        byteCount = bytes.count
    }

    static func html(_ bytes: [UInt8]) -> Reply {
        Reply(contentType: "text/html; charset=utf-8", bytes: bytes)
    }

    /// - Source: RFC 9457
    static func problem(_ bytes: [UInt8]) -> Reply {
        Reply(contentType: "application/problem+json", bytes: bytes)
    }

    /// - Parameter maxAge: seconds a browser may keep it without asking; `nil` for none.
    func response(maxAge: Int? = nil) -> Response {
        var headers = HTTPFields()
        headers[.contentType] = contentType
        headers[.cacheControl] = maxAge.map { "public, max-age=\($0)" } ?? "no-cache"
        return Response(
            status: HTTPResponse.Status(code: status), headers: headers,
            body: ResponseBody(byteBuffer: bytes))
    }
}

/// The response for a fault of ours.
public func faultResponse(_ id: String, in language: Language) -> Response {
    var reply = Reply.html(faultPage(id, in: language))
    reply.status = 500
    return reply.response()
}
