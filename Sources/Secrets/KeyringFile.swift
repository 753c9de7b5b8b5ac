import Foundation

/// The key file: one line for each key, `number date key` with one blank between them, the key in base64.
extension Keyring {
    /// Makes the key file of a new installation, with key number 1, for its owner only.
    ///
    /// - Parameters:
    ///   - path: where no file is yet; its folder exists.
    ///   - now: seconds since 1970, of which the date is noted.
    /// - Throws: `.exists`, `.missing` when there is no such folder, `.system`.
    public static func create(at path: String, now: Int) throws(KeyringError) -> Keyring {
        let key = Key(number: 1, created: date(now), memory: .random())
        // Under another name first, so that nobody ever reads half a file, and no broken-off start leaves one.
        let draft = "\(path).\(getpid()).draft"
        unlink(draft)
        try PrivateFile.create(draft) { () throws(KeyringError) in
            PrivateFile.Contents(bytes: text(of: [key]), owner: geteuid(), group: getegid())
        }
        try PrivateFile.publish(draft, as: path)
        return try ring([key])
    }

    /// The keys of a file.
    /// - Throws: any `KeyringError` but `.exists`, `.unfinishedRotation` and `.noNumberLeft`.
    public static func read(from path: String) throws(KeyringError) -> Keyring {
        var contents = try PrivateFile.read(path)
        defer { Sodium.wipe(&contents.bytes) }
        return try ring(KeyLines.read(contents.bytes))
    }

    /// Adds a new key to the file, which becomes current. The old keys stay. The file is replaced as a whole: whoever
    /// reads it meanwhile sees the old one or the new one, and a loss of power leaves one of them.
    ///
    /// The file is read again here, so that a key somebody else added since is not lost.
    ///
    /// - Returns: the new keyring, of which running servers know nothing until they read the file.
    /// - Throws: `.unfinishedRotation`, `.noNumberLeft`, and as `read(from:)`.
    public static func rotate(at path: String, now: Int) throws(KeyringError) -> Keyring {
        let newPath = path + ".new"
        do {
            try PrivateFile.create(newPath) { () throws(KeyringError) in
                var contents = try PrivateFile.read(path)
                let keys = try ring(KeyLines.read(contents.bytes)).adding(now: now).keys
                Sodium.wipe(&contents.bytes)
                contents.bytes = text(of: keys)
                return contents
            }
        } catch .exists {
            throw .unfinishedRotation
        }
        try PrivateFile.rename(newPath, to: path)
        return try read(from: path)
    }

    /// With a new key, in memory only.
    func adding(now: Int) throws(KeyringError) -> Keyring {
        guard current < UInt32.max else { throw .noNumberLeft }
        let key = Key(number: UInt32(current) + 1, created: Self.date(now), memory: .random())
        return try Self.ring(keys + [key])
    }

    private static func ring(_ keys: [Key]) throws(KeyringError) -> Keyring {
        guard let ring = Keyring(keys) else { throw .empty }
        return ring
    }

    private static func text(of keys: [Key]) -> [UInt8] {
        var text: [UInt8] = []
        for key in keys {
            let letters = key.memory.read { Base64.letters(of: $0, count: KeyMemory.length, .standard) }
            text += Array("\(key.number) \(key.created) ".utf8) + letters + [UInt8(ascii: "\n")]
        }
        return text
    }

    private static func date(_ seconds: Int) -> String {
        Date(timeIntervalSince1970: Double(seconds)).formatted(.iso8601.year().month().day())
    }
}

/// Reading the lines of a key file.
private enum KeyLines {
    static func read(_ bytes: [UInt8]) throws(KeyringError) -> [Keyring.Key] {
        guard !bytes.isEmpty else { throw .empty }
        var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let unfinished = lines.removeLast()
        var keys: [Keyring.Key] = []
        for (index, line) in lines.enumerated() {
            let key = try key(line, line: index + 1)
            guard !keys.contains(where: { $0.number == key.number }) else {
                throw .damaged(line: index + 1, .duplicate)
            }
            keys.append(key)
        }
        guard unfinished.isEmpty else { throw .damaged(line: lines.count + 1, .unfinished) }
        return keys
    }

    private static func key(_ letters: ArraySlice<UInt8>, line: Int) throws(KeyringError) -> Keyring.Key {
        let fields = letters.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
        guard fields.count == 3 else { throw .damaged(line: line, .fields) }
        let texts = fields.prefix(2).map { String(decoding: $0, as: UTF8.self) }
        guard let number = UInt32(texts[0]), number > 0, String(number) == texts[0] else {
            throw .damaged(line: line, .number)
        }
        guard isDate(texts[1]) else { throw .damaged(line: line, .date) }
        let memory = try KeyMemory { (room) throws(KeyringError) in
            guard Base64.read(Array(fields[2]), .standard, into: room, count: KeyMemory.length) else {
                throw .damaged(line: line, .key)
            }
        }
        return Keyring.Key(number: number, created: texts[1], memory: memory)
    }

    private static func isDate(_ text: String) -> Bool {
        guard let match = text.wholeMatch(of: #/[0-9]{4}-([0-9]{2})-([0-9]{2})/#),
            let month = Int(match.output.1), let day = Int(match.output.2)
        else { return false }
        return (1...12).contains(month) && (1...31).contains(day)
    }
}
