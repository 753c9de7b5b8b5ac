import Register

// What is said of the books of events, in both languages.

extension IndonesianCommand {
    var noBooks: String { "belum ada buku kejadian" }
    var intact: String { "utuh" }
    func fault(_ fault: BookFault) -> String {
        let line = "baris \(fault.number)"
        return switch fault.kind {
        case .gap: "\(line) hilang, atau nomornya diubah"
        case .broken: "\(line) tidak menyambung baris sebelumnya"
        case .changed: "isi \(line) diubah"
        case .cutOff: "berakhir lain dari yang tercatat, mulai \(line)"
        }
    }
    func notedLine(isThere: Bool) -> String {
        isThere ? "masih pada tempatnya" : "tidak ada lagi: buku diganti atau dipotong sejak dicatat"
    }
    func notANotedLine(_ text: String) -> String {
        "“\(text.prefix(100))” bukan baris catatan: daerah, nomor dan hash, seperti 51.03:17:9f86…"
    }
}

extension EnglishCommand {
    var noBooks: String { "no books of events yet" }
    var intact: String { "intact" }
    func fault(_ fault: BookFault) -> String {
        let line = "line \(fault.number)"
        return switch fault.kind {
        case .gap: "\(line) is missing, or its number was changed"
        case .broken: "\(line) does not follow the line before it"
        case .changed: "what \(line) says was changed"
        case .cutOff: "ends otherwise than was written down, from \(line) on"
        }
    }
    func notedLine(isThere: Bool) -> String {
        isThere ? "still in its place" : "not there any more: the book was replaced or cut since it was noted"
    }
    func notANotedLine(_ text: String) -> String {
        "“\(text.prefix(100))” is not a noted line: office, number and hash, like 51.03:17:9f86…"
    }
}
