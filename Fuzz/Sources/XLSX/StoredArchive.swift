/// A zip archive whose parts are not folded, so that what is mutated is what is read.
func archive(_ parts: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    var archive: [UInt8] = []
    var directory: [UInt8] = []
    for (name, bytes) in parts {
        let traits = little(20, 2) + [0, 0, 0, 0, 0, 0, 33, 0]
        let sizes = little(checkSum(bytes), 4) + little(UInt32(bytes.count), 4) + little(UInt32(bytes.count), 4)
        let length = little(UInt32(name.utf8.count), 2)
        directory += [0x50, 0x4B, 1, 2] + little(20, 2) + traits + sizes + length
        directory += Array(repeating: 0, count: 12) + little(UInt32(archive.count), 4) + Array(name.utf8)
        archive += [0x50, 0x4B, 3, 4] + traits + sizes + length + [0, 0] + Array(name.utf8) + bytes
    }
    let count = little(UInt32(parts.count), 2)
    let place = little(UInt32(directory.count), 4) + little(UInt32(archive.count), 4)
    return archive + directory + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + count + count + place + [0, 0]
}

private func little(_ value: UInt32, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * UInt32($0))) }
}

private let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { sum, _ in sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
}

private func checkSum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(UInt32.max) { $0 >> 8 ^ table[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] }
}
