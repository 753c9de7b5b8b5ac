import Compare
import Exchange

extension IndonesianCommand {
    var computing: String { "menghitung" }
    func cannotRead(_ file: String) -> String { "\(file) tidak dapat dibaca; periksa nama dan letaknya" }
    func notAColumn(_ text: String) -> String {
        "“\(text)” bukan kolom; tulis nama kolom, jumlah (urea+phosphate), atau nama baru (pupuk=urea+phosphate)"
    }
    func figuresRefused(_ file: String) -> String { "\(file) belum dapat dibandingkan:" }
    func place(_ problem: FigureProblem) -> String {
        [problem.line.map { "baris \($0)" }, problem.column.map { "kolom \($0)" }].compactMap(\.self)
            .joined(separator: ", ")
    }
    func reason(_ reason: FigureProblem.Reason) -> String {
        switch reason {
        case .notCSV(let fault): "tidak terbaca sebagai CSV (\(fault.rawValue)); simpan ulang sebagai CSV UTF-8"
        case .noData: "tidak ada baris data"
        case .noHeader: "baris pertama berisi angka; tulis nama kolom di baris pertama"
        case .otherSeparator(let mark):
            "kolom dipisah “\(mark == "\t" ? "tab" : String(mark))”; simpan dengan koma di antara kolom dan titik desimal"
        case .nameTwice: "nama kolom ini ada dua kali; ganti salah satunya"
        case .unknownColumn(let available): "tidak ada; yang ada: \(available.joined(separator: ", "))"
        case .askedTwice: "diminta dua kali; sebut setiap kolom dan setiap nama sekali saja"
        case .fields(let expected, let found):
            "\(found) isian, seharusnya \(expected); koma desimal ditulis dengan titik, teks berkoma diberi tanda kutip"
        case .missing: "kosong; isi, atau hapus barisnya: tidak diketahui bukan nol"
        case .decimalComma(let suggestion): "koma desimal; tulis \(suggestion)"
        case .groupedThousands: "pemisah ribuan; tulis angkanya tanpa pemisah, dengan titik desimal"
        case .decimalOrThousands(let thousands, let decimal):
            "bisa ribuan, bisa desimal; tulis \(thousands) atau \(decimal), di seluruh kolom"
        case .notANumber: "bukan angka; tulis angka saja, tanpa satuan"
        case .notFinite: "bukan angka berhingga; isi atau hapus barisnya"
        case .negative: "di bawah nol; yang dipakai dan dihasilkan paling sedikit nol"
        case .emptyColumn: "nol di semua baris; tidak menceritakan apa-apa, tinggalkan kolom ini"
        case .immeasurable: "angkanya terlalu besar atau terlalu kecil untuk dijumlah; ganti satuannya"
        case .noInput: "tidak memakai apa-apa; periksa masukannya atau hapus barisnya"
        }
    }
    func refusal(_ refusal: FrontierRefusal) -> String {
        switch refusal {
        case .bootstrap(let replicates):
            "--bootstrap \(replicates): harus \(FrontierQuestion.replicates.lowerBound) sampai "
                + "\(FrontierQuestion.replicates.upperBound)"
        case .bootstrapTooLarge(let most):
            "--bootstrap terlalu besar untuk sekian unit; paling banyak \(most) ulangan"
        case .bootstrapWithoutMixtures: "--bootstrap tidak berlaku untuk --returns fdh; pilih salah satu"
        case .stopped: "dihentikan; tidak ada yang disimpan"
        }
    }
}

extension EnglishCommand {
    var computing: String { "computing" }
    func cannotRead(_ file: String) -> String { "\(file) cannot be read; check its name and place" }
    func notAColumn(_ text: String) -> String {
        "“\(text)” is no column; write a column, a sum (urea+phosphate) or a new name (fertiliser=urea+phosphate)"
    }
    func figuresRefused(_ file: String) -> String { "\(file) cannot be compared yet:" }
    func place(_ problem: FigureProblem) -> String {
        [problem.line.map { "line \($0)" }, problem.column.map { "column \($0)" }].compactMap(\.self)
            .joined(separator: ", ")
    }
    func reason(_ reason: FigureProblem.Reason) -> String {
        switch reason {
        case .notCSV(let fault): "cannot be read as CSV (\(fault.rawValue)); save it again as UTF-8 CSV"
        case .noData: "there is no line of data"
        case .noHeader: "the first line holds figures; write the names of the columns there"
        case .otherSeparator(let mark):
            "columns are separated by “\(mark == "\t" ? "tab" : String(mark))”; save with commas between columns and a decimal point"
        case .nameTwice: "two columns have this name; rename one"
        case .unknownColumn(let available): "there is none; there are: \(available.joined(separator: ", "))"
        case .askedTwice: "asked for twice; say every column and every name once"
        case .fields(let expected, let found):
            "\(found) fields, \(expected) expected; write a decimal comma as a point, put text with commas in quotes"
        case .missing: "empty; fill it in or remove the line: not known is not zero"
        case .decimalComma(let suggestion): "a decimal comma; write \(suggestion)"
        case .groupedThousands: "marks between thousands; write the figure without them, with a decimal point"
        case .decimalOrThousands(let thousands, let decimal):
            "may be thousands or decimals; write \(thousands) or \(decimal), in the whole column"
        case .notANumber: "not a number; write the figure alone, without a unit"
        case .notFinite: "not a finite number; fill it in or remove the line"
        case .negative: "below zero; what is used and made is zero at least"
        case .emptyColumn: "zero in every line; it tells nothing, leave this column out"
        case .immeasurable: "figures too large or too small to add up; change the unit"
        case .noInput: "uses nothing at all; check its inputs or remove the line"
        }
    }
    func refusal(_ refusal: FrontierRefusal) -> String {
        switch refusal {
        case .bootstrap(let replicates):
            "--bootstrap \(replicates): must be \(FrontierQuestion.replicates.lowerBound) to "
                + "\(FrontierQuestion.replicates.upperBound)"
        case .bootstrapTooLarge(let most): "--bootstrap is too large for so many units; at most \(most) replicates"
        case .bootstrapWithoutMixtures: "--bootstrap does not go with --returns fdh; choose one"
        case .stopped: "stopped; nothing was kept"
        }
    }
}
