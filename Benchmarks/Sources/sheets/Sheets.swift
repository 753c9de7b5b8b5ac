import Exchange
import Foundation

/// Reads a list, or writes one, and says how long it took. `Benchmarks/sheets.py` makes the files and compares.
///
///     sheets read FILE
///     sheets write ROWS FILE
@main
struct Sheets {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        switch (arguments.first, arguments.count) {
        case ("read", 2): try read(arguments[2])
        case ("write", 3): try write(rows: Int(arguments[2]) ?? 0, to: arguments[3])
        default: print("sheets read FILE | sheets write ROWS FILE")
        }
    }

    private static func read(_ path: String) throws {
        let start = ContinuousClock.now
        let file = try SheetFile(at: URL(filePath: path))
        var (rows, cells, letters) = (0, 0, 0)
        for sheet in file.sheets.indices {
            try file.forEachRow(of: sheet) { row in
                rows += 1
                cells += row.cells.count
                for case .text(let text) in row.cells { letters += text.utf8.count }
            }
        }
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        print("rows=\(rows) cells=\(cells) letters=\(letters) seconds=\(seconds) memory=\(memory())")
    }

    /// The most that was held at once, in MB, as the system counts it; 0 where it does not say.
    private static func memory() -> Int {
        // What cannot be read was not said.
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return (line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) } ?? 0) / 1024
    }

    private static func write(rows: Int, to path: String) throws {
        let start = ContinuousClock.now
        FileManager.default.createFile(atPath: path, contents: nil)
        let handle = try FileHandle(forWritingTo: URL(filePath: path))
        var first: Double?
        var size = 0
        let list = (0..<rows).lazy.map { cells(of: $0) }
        let columns = (0..<27).map { XLSXWriter.Column("kolom \($0 + 1)") }
        try XLSXWriter.write("IKM", columns: columns, rows: list) { bytes in
            try handle.write(contentsOf: Data(bytes))
            if first == nil { first = (ContinuousClock.now - start) / .seconds(1) }
            size += bytes.count
        }
        try handle.close()
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        print("first=\(first ?? 0) seconds=\(seconds) bytes=\(size) memory=\(memory())")
    }

    /// The 27 cells of a row: twelve texts, a date, the rest figures.
    private static func cells(of row: Int) -> [SheetCell] {
        let texts = (0..<12).map { SheetCell.text("teks \($0) dari baris \(row &* 7919 % 100_003)") }
        let figures = (0..<14).map { SheetCell.number(Double(row &* ($0 + 3) % 1_000_003) * ($0 < 7 ? 1 : 0.25)) }
        return texts + [.date(Double(40_000 + row % 5000))] + figures
    }
}
