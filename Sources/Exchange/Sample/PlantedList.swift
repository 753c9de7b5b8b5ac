import Benchmarking
import Foundation
public import Register

/// A fault that was put into a list on purpose: where it is, and what a reader must say of it.
public struct PlantedFault: Sendable, Equatable {
    /// As a reader counts it: the header is row 1.
    public let row: Int
    /// 1 is the first column; `nil` for the row as a whole.
    public let column: Int?
    public let kind: Kind
    public let reason: ListFault.Reason

    /// The raw value says what was done.
    public enum Kind: String, Sendable, CaseIterable {
        case nameMissing = "name missing"
        case nameTooLong = "name too long"
        case formulaNotAvailable = "formula came to #N/A"
        case formulaReference = "formula came to #REF!"
        case wordsForWorkers = "words in the column of workers"
        case wordsForOutput = "words in the column of production"
        case negativeWorkers = "negative workers"
        case negativeMaterials = "negative materials"
        case halfAWorker = "half a worker"
        case impossibleDate = "a date that no calendar has"
        case yearInWords = "a year in words"
        case yearAhead = "a year to come"
        case unknownVillage = "a village nobody knows"
        case villageOfAnotherDistrict = "a village of another district"
        case unknownDistrict = "a district nobody knows"
        case anotherRegency = "another regency"
        case unknownRegency = "a regency nobody knows"
        case unknownIndustry = "an unknown KBLI code"
        case shortNIB = "a NIB of twelve digits"
        case roundedNIB = "a NIB that a spreadsheet has rounded"
        case sameNIBTwice = "the NIB of another row"
        case sameRowTwice = "the same row again"
        case brokenEmail = "a broken e-mail address"
        case brokenPhone = "a broken telephone number"
        case neitherYesNorNo = "neither yes nor no"
        case yearMissing = "figures without a year"
        case shiftedPoint = "a shifted point"
        case materialsAboveOutput = "materials above production"
        case noWorkers = "no workers"
    }
}

/// The list of a made-up office in the header that a province really uses: 2,000 rows of 27 columns, sixty of which are
/// faulty in 29 ways, and all others right though written as offices write.
///
/// Every faulty row has one fault. Places are those of Badung, written by name. The column of licences holds NIBs or
/// nothing. The same seed and areas give the same list.
public struct PlantedList: Sendable {
    /// - Source: Kalimantan Utara, importer of the provincial office: the header of its spreadsheet
    public static let header = [
        "nama_perusahaan", "nama_pemilik", "jalan", "id_kelurahan", "id_kecamatan", "id_kabkota", "id_prov",
        "kontak_person", "no_hp", "email", "nomor_izin", "tahun_izin", "id_kbli", "jenis_industri", "jenis_produk",
        "tahun_data", "tk_pria", "tk_wanita", "nilai_investasi", "nilai_kapasitas", "id_satuan", "nilai_produksi",
        "nilai_bahan_baku", "id_ekspor", "negaraa_ekspor", "id_aktif", "id_pembiayaan",
    ]
    public static let home = SampleRegister.badung

    /// Under the header, from row 2 on.
    public let rows: [[SheetCell]]
    /// In the order of the rows.
    public let faults: [PlantedFault]

    /// - Parameters:
    ///   - areas: official districts and villages; those of Badung are used. Without them the list is empty.
    ///   - size: rows, at least 400, so that every fault finds a row of its own.
    public init(seed: UInt64, areas: [Area], size: Int = 2000) {
        let own = areas.filter { $0.id.regency == Self.home }
        let register = SampleRegister(seed: seed, areas: own, size: size)
        // Everybody is in the list of 2024; none was founded later.
        let entries = register.entries(of: 2024)
        var writer = ListWriter(seed: seed, areas: own)
        var planter = FaultPlanter(seed: seed, areas: own, entries: entries)
        planter.rows = entries.map { writer.cells($0) }
        if entries.count >= 400 { planter.plantAll() }
        rows = planter.rows
        faults = planter.faults.sorted { ($0.row, $0.column ?? 0) < ($1.row, $1.column ?? 0) }
    }
}

extension PlantedList {
    /// The list as a file, as a spreadsheet program saves it.
    public func csv() -> [UInt8] {
        var writer = CSVWriter()
        writer.row(Self.header.map { .text($0) })
        for row in rows { writer.row(row.map(Self.cell)) }
        return writer.bytes
    }

    private static func cell(_ cell: SheetCell) -> CSVWriter.Cell {
        switch cell {
        case .empty: .unknown
        case .text(let text), .fault(let text): .text(text)
        case .number(let number): number == number.rounded() ? .integer(Int(number)) : .number(number)
        case .date(let serial): .text(CalendarText.iso(serial))
        case .truth(let truth): .text(truth ? "TRUE" : "FALSE")
        }
    }
}

/// The columns of the header, from 1 on.
enum ListColumn {
    static let name = 1, owner = 2, village = 4, district = 5, regency = 6, phone = 9, email = 10, licence = 11
    static let licenceYear = 12, industry = 13, year = 16, men = 17, women = 18, investment = 19, output = 22
    static let materials = 23, exporting = 24, active = 26
}
