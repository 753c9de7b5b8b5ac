import HTTPTypes
public import Hummingbird

/// What goes back: bytes of a kind, with a status.
struct Reply: Sendable {
    /// Sends a reply that is made meanwhile.
    typealias Stream = @Sendable (inout ReplySink) async throws -> Void

    var status = 200
    let contentType: String
    let bytes: ByteBuffer
    let byteCount: Int
    /// Where the browser goes next; `nil` for a page that is shown.
    var location: String?
    var cookies: [String] = []
    /// The name under which a browser keeps it; `nil` for what is shown.
    var fileName: String?
    /// Whether it is for the eyes of one person: then nothing on the way may keep it.
    var isPrivate = false
    /// What changes when the bytes do, 64 hexadecimal digits or fewer; a browser that keeps a reply under it asks whether it
    /// still holds. `nil` for what is sent anew every time.
    var mark: String?
    /// What makes the bytes of a reply of any length; `nil` for one that is there.
    private let stream: Stream?

    init(contentType: String, bytes: [UInt8]) {
        self.contentType = contentType
        self.bytes = ByteBuffer(bytes: bytes)
        byteCount = bytes.count
        stream = nil
    }

    /// A table as a workbook.
    static func workbook(_ table: PageTable) -> Reply {
        Reply(contentType: EnterpriseExport.workbookType) { sink in try await table.writeWorkbook(to: &sink) }
    }

    /// A reply that is made while it is sent.
    init(contentType: String, stream: @escaping Stream) {
        self.contentType = contentType
        bytes = ByteBuffer()
        byteCount = 0
        self.stream = stream
    }

    static func html(_ bytes: [UInt8]) -> Reply {
        Reply(contentType: "text/html; charset=utf-8", bytes: bytes)
    }

    /// A page for one person.
    static func own(_ bytes: [UInt8], status: Int = 200) -> Reply {
        var reply = html(bytes)
        reply.status = status
        reply.isPrivate = true
        return reply
    }

    /// - Source: RFC 9457
    static func problem(_ bytes: [UInt8]) -> Reply {
        Reply(contentType: "application/problem+json", bytes: bytes)
    }

    /// After a form was taken, so that going back or reloading does not send it again.
    /// - Source: RFC 9110, section 15.4.4
    static func seeOther(_ address: String, cookies: [String] = []) -> Reply {
        var reply = Reply(contentType: "text/plain; charset=utf-8", bytes: [])
        reply.status = 303
        reply.location = address
        reply.cookies = cookies
        reply.isPrivate = true
        return reply
    }

    /// - Parameter maxAge: seconds a browser may keep it without asking; `nil` for none.
    func response(maxAge: Int? = nil) -> Response {
        var headers = HTTPFields()
        headers[.contentType] = contentType
        headers[.cacheControl] = cacheControl(maxAge)
        headers[.eTag] = mark.map { "\"\($0)\"" }
        headers[.location] = location
        for cookie in cookies { headers.append(HTTPField(name: .setCookie, value: cookie)) }
        if let fileName { headers[.contentDisposition] = "attachment; filename=\"\(fileName)\"" }
        return Response(status: HTTPResponse.Status(code: status), headers: headers, body: body)
    }

    private func cacheControl(_ maxAge: Int?) -> String {
        // What has a mark is kept by the one who may see it, and asked for each time: the right to see it may end.
        if isPrivate { return mark == nil ? "no-store" : "private, no-cache" }
        return maxAge.map { "public, max-age=\($0)" } ?? "no-cache"
    }

    private var body: ResponseBody {
        guard let stream else { return ResponseBody(byteBuffer: bytes) }
        return ResponseBody { writer in
            var sink = ReplySink(writer)
            try await stream(&sink)
            try await sink.finish()
        }
    }
}

/// The response for a fault of ours.
public func faultResponse(_ id: String, in language: Language) -> Response {
    var reply = Reply.html(faultPage(id, in: language))
    reply.status = 500
    reply.isPrivate = true
    return reply.response()
}
