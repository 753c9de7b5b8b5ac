import Foundation
import Hummingbird
import NIOCore
import Secrets

/// A file that was sent with a form, kept until the answer is made.
struct SentFile: Sendable {
    /// As its owner calls it, without folders.
    let name: String
    let size: Int
    /// 64 hexadecimal digits.
    let sha256: String
    /// Without a name on the disk.
    let handle: FileHandle

    /// Its bytes from the beginning, a piece after the other.
    func pieces(of length: Int) throws -> @Sendable () throws -> [UInt8]? {
        try handle.seek(toOffset: 0)
        return {
            guard let data = try handle.read(upToCount: length), !data.isEmpty else { return nil }
            return [UInt8](data)
        }
    }
}

/// A form that carries one file (`multipart/form-data`), read as it arrives: the file goes to the disk, not to memory.
/// - Source: RFC 7578
struct MultipartForm {
    private(set) var fields: [String: String] = [:]
    private(set) var file: SentFile?

    /// Longest field besides the file, in bytes; and the head of a part.
    private static let fieldLimit = 16 << 10

    /// - Parameter mayKeep: asked with the fields that came first, before a byte of the file is kept.
    /// - Throws: `RequestRefusal.unsupportedForm`; whatever `mayKeep` throws.
    static func read(
        _ request: Request, limit: Int, mayKeep: ([String: String]) throws -> Void
    ) async throws -> MultipartForm {
        guard let boundary = boundary(request.headers[.contentType] ?? "") else { throw RequestRefusal.unsupportedForm }
        var form = MultipartForm()
        var parts = MultipartParts(boundary: boundary)
        var count = 0
        var open: OpenPart?
        for try await buffer in request.body {
            count += buffer.readableBytes
            guard count <= limit else { throw RequestRefusal.tooLarge(limit: limit) }
            try parts.feed(Array(buffer.readableBytesView)) { event in
                switch event {
                case .begin(let head):
                    if head.fileName != nil { try mayKeep(form.fields) }
                    open = try OpenPart(head, isSecondFile: form.file != nil)
                case .bytes(let bytes): try open?.add(bytes, limit: fieldLimit)
                case .end:
                    if let file = open?.finished() { form.file = file }
                    if let field = open?.field { form.fields[field.name] = field.value }
                    open = nil
                }
            }
        }
        guard parts.isComplete else { throw RequestRefusal.unsupportedForm }
        return form
    }

    private static func boundary(_ contentType: String) -> String? {
        guard contentType.lowercased().hasPrefix("multipart/form-data"),
            let range = contentType.range(of: "boundary=")
        else { return nil }
        let text = contentType[range.upperBound...].prefix { $0 != ";" }.trimmingCharacters(in: .whitespaces)
        let bare = text.trimmingCharacters(in: CharacterSet(charactersIn: "\""))
        return (1...70).contains(bare.utf8.count) ? bare : nil
    }

    /// A part while it arrives.
    private struct OpenPart {
        private let head: MultipartParts.Head
        private var text: [UInt8] = []
        private var target: FileHandle?
        private var hash = SHA256()
        private var size = 0

        init(_ head: MultipartParts.Head, isSecondFile: Bool) throws {
            self.head = head
            guard head.fileName != nil else { return }
            guard !isSecondFile else { throw RequestRefusal.unsupportedForm }
            target = try NamelessFile.open()
        }

        mutating func add(_ bytes: ArraySlice<UInt8>, limit: Int) throws {
            guard let target else {
                text += bytes
                guard text.count <= limit else { throw RequestRefusal.tooLarge(limit: limit) }
                return
            }
            size += bytes.count
            bytes.withUnsafeBytes { hash.add($0) }
            try target.write(contentsOf: Data(bytes))
        }

        func finished() -> SentFile? {
            guard let target, let name = head.fileName else { return nil }
            return SentFile(name: name, size: size, sha256: hash.hex, handle: target)
        }

        var field: (name: String, value: String)? {
            head.fileName == nil ? (head.name, String(decoding: text, as: UTF8.self)) : nil
        }
    }
}

/// Cuts the body of a form into its parts, however it was cut on the way.
struct MultipartParts {
    struct Head {
        let name: String
        /// `nil` for a part that is no file.
        let fileName: String?
    }

    enum Event {
        case begin(Head)
        case bytes(ArraySlice<UInt8>)
        case end
    }

    private enum State { case before, head, body, after }

    private let delimiter: [UInt8]
    private var state = State.before
    private var waiting: [UInt8] = []

    /// Whether the closing mark has come.
    var isComplete: Bool { state == .after }

    init(boundary: String) {
        delimiter = Array("\r\n--\(boundary)".utf8)
        // The first mark may stand at the very beginning.
        waiting = [0x0D, 0x0A]
    }

    /// - Throws: `RequestRefusal.unsupportedForm` for what is no form.
    mutating func feed(_ bytes: [UInt8], _ tell: (Event) throws -> Void) throws {
        waiting += bytes
        while try step(tell) {}
    }

    /// - Returns: whether another step may be possible with what is waiting.
    private mutating func step(_ tell: (Event) throws -> Void) throws -> Bool {
        switch state {
        case .before, .body:
            guard let place = find(delimiter, in: waiting) else {
                // What may be the beginning of a mark waits for the rest of it.
                let sure = max(0, waiting.count - delimiter.count - 4)
                if sure > 0 { try give(sure, tell) }
                return false
            }
            guard waiting.count >= place + delimiter.count + 2 else { return false }
            try give(place, tell)
            if state == .body { try tell(.end) }
            let next = Array(waiting[delimiter.count..<delimiter.count + 2])
            waiting.removeFirst(delimiter.count + 2)
            if next == Array("--".utf8) {
                state = .after
            } else if next == [0x0D, 0x0A] {
                state = .head
            } else {
                throw RequestRefusal.unsupportedForm
            }
            return true
        case .head:
            guard let end = find([0x0D, 0x0A, 0x0D, 0x0A], in: waiting) else {
                guard waiting.count < 8 << 10 else { throw RequestRefusal.unsupportedForm }
                return false
            }
            try tell(.begin(try Self.head(String(decoding: waiting[..<end], as: UTF8.self))))
            waiting.removeFirst(end + 4)
            state = .body
            return true
        case .after:
            waiting.removeAll()
            return false
        }
    }

    private mutating func give(_ count: Int, _ tell: (Event) throws -> Void) throws {
        if count > 0, state == .body { try tell(.bytes(waiting[..<count])) }
        waiting.removeFirst(count)
    }

    private func find(_ mark: [UInt8], in bytes: [UInt8]) -> Int? {
        guard bytes.count >= mark.count else { return nil }
        return bytes.withUnsafeBufferPointer { bytes in
            var place = 0
            while place <= bytes.count - mark.count {
                if bytes[place] == mark[0], mark.indices.allSatisfy({ bytes[place + $0] == mark[$0] }) { return place }
                place += 1
            }
            return nil
        }
    }

    private static func head(_ text: String) throws -> Head {
        let line = text.split(whereSeparator: \.isNewline).first { $0.lowercased().hasPrefix("content-disposition:") }
        guard let line, let name = parameter("name", of: String(line)) else { throw RequestRefusal.unsupportedForm }
        let fileName = parameter("filename", of: String(line)).map { name in
            String((name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? "").prefix(200))
                .filter { !Fields.holdsControl(String($0)) }
        }
        return Head(name: name, fileName: fileName)
    }

    /// `name="…"`; a quotation mark inside is written `%22`, as browsers do. A semicolon between the marks parts nothing.
    private static func parameter(_ name: String, of line: String) -> String? {
        var isInside = false
        let parts = line.split { sign in
            if sign == "\"" { isInside.toggle() }
            return sign == ";" && !isInside
        }
        for part in parts.dropFirst() {
            let sides = part.split(separator: "=", maxSplits: 1)
            guard sides.count == 2, sides[0].trimmingCharacters(in: .whitespaces).lowercased() == name else { continue }
            return sides[1].trimmingCharacters(in: CharacterSet(charactersIn: " \"")).replacing("%22", with: "\"")
        }
        return nil
    }
}
