/// Bytes that are read by place; what lies outside is `nil`, never a fault.
struct ByteReader: Equatable {
    let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    func byte(_ place: Int) -> Int? { bytes.indices.contains(place) ? Int(bytes[place]) : nil }

    func big16(_ place: Int) -> Int? { number(place, count: 2) }
    func big32(_ place: Int) -> Int? { number(place, count: 4) }
    func little16(_ place: Int) -> Int? { number(place, count: 2, isLittle: true) }
    func little24(_ place: Int) -> Int? { number(place, count: 3, isLittle: true) }
    func little32(_ place: Int) -> Int? { number(place, count: 4, isLittle: true) }

    private func number(_ place: Int, count: Int, isLittle: Bool = false) -> Int? {
        guard place >= 0, place <= bytes.count - count else { return nil }
        let part = bytes[place..<place + count]
        return isLittle ? part.reversed().reduce(0) { $0 << 8 | Int($1) } : part.reduce(0) { $0 << 8 | Int($1) }
    }

    func starts(with beginning: [UInt8]) -> Bool { bytes.starts(with: beginning) }

    func says(_ text: String, at place: Int) -> Bool {
        place >= 0 && place <= bytes.count - text.utf8.count && bytes[place...].starts(with: text.utf8)
    }

    /// As far as it is there.
    func part(from start: Int, to end: Int) -> ByteReader {
        let start = min(max(start, 0), bytes.count)
        return ByteReader(Array(bytes[start..<min(max(end, start), bytes.count)]))
    }
}
