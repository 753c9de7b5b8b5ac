import Exchange
import Foundation
import Hummingbird
import Logging
import NIOEmbedded
import Server
import Storage
import Testing
import Web

/// The whole application over the product's own figures, asked in process: no sockets.
actor Site {
    static let shared = Site()

    struct Answer: Sendable {
        let status: Int
        let contentType: String
        let headers: [String: String]
        let body: String
        /// The body as it came.
        let bytes: [UInt8]

        /// A paragraph with a form, a list or a table in it: browsers end the paragraph before it. Checked of every page that
        /// any test asks for.
        var brokenParagraph: String? {
            guard contentType.hasPrefix("text/html") else { return nil }
            let pieces = body.split(separator: "<p", omittingEmptySubsequences: false).dropFirst()
            return pieces.lazy.filter { $0.first == ">" || $0.first == " " }
                .compactMap { text in text.range(of: "</p>").map { String(text[..<$0.lowerBound]) } }
                .first { text in ["<form", "<div", "<ul", "<ol", "<table", "<fieldset"].contains { text.contains($0) } }
        }
    }

    private var application: Task<any HTTPResponder<PageContext>, any Error>?

    /// The answer to one request.
    static func ask(
        _ path: String, method: HTTPRequest.Method = .get, headers: HTTPFields = [:]
    ) async throws -> Answer {
        try await ask(try await shared.responder(), path, method: method, headers: headers)
    }

    /// The answer of an application to one request.
    static func ask(
        _ responder: any HTTPResponder<PageContext>, _ path: String, method: HTTPRequest.Method = .get,
        headers: HTTPFields = [:], body: String = "", bytes: [UInt8]? = nil, logger: Logger = silent
    ) async throws -> Answer {
        let head = HTTPRequest(
            method: method, scheme: "http", authority: "tiru.test", path: path, headerFields: headers)
        let request = Request(
            head: head, body: RequestBody(buffer: bytes.map { ByteBuffer(bytes: $0) } ?? ByteBuffer(string: body)))
        let context = PageContext(
            source: ApplicationRequestContextSource(channel: EmbeddedChannel(), logger: logger))
        let response = try await responder.respond(to: request, context: context)
        let written = Written()
        try await response.body.write(written.writer())
        let fields = response.headers.map { ($0.name.canonicalName, $0.value) }
        let answer = Answer(
            status: response.status.code, contentType: response.headers[.contentType] ?? "",
            headers: Dictionary(fields, uniquingKeysWith: { first, _ in first }), body: await written.text,
            bytes: await written.bytes)
        #expect(answer.brokenParagraph == nil, "\(path): a paragraph holds what ends it")
        return answer
    }

    private func responder() async throws -> any HTTPResponder<PageContext> {
        let task = application ?? Task { try await Self.build() }
        application = task
        return try await task.value
    }

    /// Logs nothing.
    static let silent: Logger = {
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        return logger
    }()

    private static func build() async throws -> any HTTPResponder<PageContext> {
        let file = FileManager.default.temporaryDirectory.appending(path: "tiru-web-\(UUID().uuidString).sqlite")
        let store = try await Preparation(database: .file(file.path), facts: repository.appending(path: "Data"))
            .run(at: Date(timeIntervalSince1970: 0)) { _ in }
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        let keys = file.path + ".keys"
        let (opened, keyring) = try await Doorway(keys: keys).open(store, at: Date(timeIntervalSince1970: 0))
        let house = House(store: opened, keyring: keyring)
        return buildRouter(Settings(), house, logger: logger).buildResponder()
    }
}

/// The root of the repository.
let repository = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// Collects what a response writes.
private actor Written {
    private var buffer = ByteBuffer()

    var text: String { String(buffer: buffer) }
    var bytes: [UInt8] { Array(buffer.readableBytesView) }

    func add(_ bytes: ByteBuffer) {
        var bytes = bytes
        buffer.writeBuffer(&bytes)
    }

    nonisolated func writer() -> Writer { Writer(written: self) }

    struct Writer: ResponseBodyWriter {
        let written: Written

        mutating func write(_ buffer: ByteBuffer) async throws { await written.add(buffer) }
        consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
    }
}
