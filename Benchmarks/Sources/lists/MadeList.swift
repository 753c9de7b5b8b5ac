import Exchange
import Foundation
import Register

/// A list in the provincial header, the same in every run.
struct MadeList {
    let rows: Int

    static let header =
        "nama_perusahaan,nama_pemilik,jalan,id_kelurahan,id_kecamatan,id_kabkota,id_prov,kontak_person,no_hp,email,nib,"
        + "tahun_izin,id_kbli,jenis_industri,jenis_produk,tahun_data,tk_pria,tk_wanita,nilai_investasi,nilai_kapasitas,"
        + "id_satuan,nilai_produksi,nilai_bahan_baku,id_ekspor,negaraa_ekspor,id_aktif,id_pembiayaan\n"

    private static let codes = ["13134", "13121", "14111", "10794", "10391", "16291", "23932", "31001"]
    private static let home = "51.03"

    static let industries = Set(codes.compactMap { IndustryCode(.kbli2020, $0) })

    static func knowledge() throws -> ListKnowledge {
        var areas: [Area] = []
        for district in 1...6 {
            let code = "51.03.0\(district)"
            areas += AreaCode(code).map { [Area(id: $0, name: name(district))] } ?? []
            for village in 1...10 {
                areas +=
                    AreaCode("\(code).\(2000 + village)").map { [Area(id: $0, name: name(district * 20 + village))] }
                    ?? []
            }
        }
        guard let regency = RegionCode(home), let province = RegionCode("51") else { throw Missing() }
        let regions = try RegionDirectory([
            Region(id: province, bpsCode: BPSCode("51"), kind: .province, name: "Bali"),
            Region(id: regency, bpsCode: BPSCode("5103"), kind: .regency, name: "Kabupaten Badung"),
        ])
        return ListKnowledge(
            industries: industries, places: PlaceDirectory(of: regency, areas), regions: regions, home: regency,
            thisYear: 2026)
    }

    struct Missing: Error {}

    private static let syllables = [
        "ka", "ri", "mo", "sa", "tu", "we", "la", "ni", "be", "do", "gu", "pa", "ji", "te", "ro",
    ]

    /// A name of four syllables for a number.
    private static func name(_ number: Int) -> String {
        var rest = number &* 7919 &+ 13
        return (0..<4).map { _ in
            defer { rest = rest / 15 + 7 }
            return syllables[rest % 15]
        }.joined().capitalized
    }

    func write(to place: URL) throws {
        try Data().write(to: place)
        let handle = try FileHandle(forWritingTo: place)
        defer {
            // Everything was written; what closing may say changes nothing.
            try? handle.close()
        }
        var text = Self.header
        for row in 0..<rows {
            text += line(row)
            if text.utf8.count > 1 << 20 {
                try handle.write(contentsOf: Data(text.utf8))
                text.removeAll(keepingCapacity: true)
            }
        }
        try handle.write(contentsOf: Data(text.utf8))
    }

    private func line(_ row: Int) -> String {
        let (district, village) = (1 + row % 6, 1 + row / 6 % 10)
        let men = 1 + row % 4
        let output = 20_000_000 * (men + 2) * (60 + row % 91) / 100
        let name = Self.name(row)
        let owner = Self.name(row / 3 + 17)
        return
            "UD \(name) \(row),I Wayan \(owner),Jl. Raya \(name) No. \(row % 200),Ds. \(Self.name(district * 20 + village)),"
            + "\(Self.name(district)),Badung,Bali,Ni Luh \(owner),0812-\(1000 + row % 9000)-\(1000 + row / 9000 % 9000),"
            + "\(owner.lowercased())\(row)@mail.com,\(1_000_000_000_000 + row * 7),\(2010 + row % 14),"
            + "\(Self.codes[row % 8]),Sandang,Kain endek,2024,\(men),2,Rp \(Self.grouped(output / 2)),\"1.200,5\",lembar,"
            + "\(Self.grouped(output)),\(Self.grouped(output * (50 + row % 11) / 100)),\(row % 9 == 0 ? "Ya" : "Tidak"),,"
            + "Aktif,Sendiri\n"
    }

    private static func grouped(_ number: Int) -> String {
        var digits = String(number)
        var parts: [String] = []
        while digits.count > 3 {
            parts.insert(String(digits.suffix(3)), at: 0)
            digits.removeLast(3)
        }
        return ([digits] + parts).joined(separator: ".")
    }
}
