import Foundation
import Register
import Testing

@testable import Exchange

struct ListHeaderTests {
    private let plain = ["Nama Usaha", "Pemilik", "Alamat", "NIB"]

    @Test func `lines above and a row of numbers below are no part of the heading`() throws {
        let rows = sheet([
            ["DAFTAR INDUSTRI KECIL DAN MENENGAH"], ["KABUPATEN BADUNG TAHUN 2024"], ["No"] + plain,
            ["1", "2", "3", "4", "5"], ["1", "Tenun Sari", "Ni Wayan Sari", "Jl. Raya 5", "1234567890123"],
        ])
        let header = try #require(ListHeader.find(in: rows))
        #expect(header.firstRow == 3)
        #expect(header.lastRow == 4)
        #expect(header.headings == ["No"] + plain)
    }

    @Test func `numbers of columns may stand in brackets or be numbers`() throws {
        let head = sheet([plain])[0]
        for cells in [
            ["(1)", "(2)", "(3)", "(4)"].map(SheetCell.text), [1, 2, 3, 4].map(SheetCell.number),
        ] {
            #expect(ListHeader.find(in: [head, SheetRow(number: 2, cells: cells)])?.lastRow == 2)
        }
    }

    @Test func `a heading of two lines is joined under merged cells`() throws {
        let rows = sheet([
            ["No", "Nama Perusahaan", "Alamat", "", "", "Tenaga Kerja", "", "Nilai (Rp. 000)", "", ""],
            ["", "", "Jalan", "Desa/Kel", "Kecamatan", "L", "P", "Investasi", "Produksi", "BB/BP"],
            ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"],
            ["1", "Tenun Sari", "Jl. Raya", "Mas", "Ubud", "2", "3", "10", "20", "5"],
        ])
        let header = try #require(ListHeader.find(in: rows))
        #expect(header.firstRow == 1)
        #expect(header.lastRow == 3)
        let columns = ColumnMapping.proposed(for: header, samples: Array(rows.suffix(1))).columns
        #expect(
            columns.map(\.field) == [
                nil, .name, .street, .village, .district, .men, .women, .investment, .output, .materials,
            ])
        #expect(columns.map(\.scale) == [1, 1, 1, 1, 1, 1, 1, 1000, 1000, 1000])
    }

    @Test func `a line of groups over the headings leaves the headings as they are`() throws {
        let rows = sheet([
            ["IDENTITAS PERUSAHAAN", "", "", "DATA PRODUKSI", ""],
            ["Nama Perusahaan", "Pemilik", "No HP", "Nilai Produksi", "Satuan"],
            ["Tenun Sari", "Ni Wayan", "08123", "100", "lembar"],
        ])
        let header = try #require(ListHeader.find(in: rows))
        #expect(header.lastRow == 2)
        let fields = ColumnMapping.proposed(for: header, samples: []).columns.map(\.field)
        #expect(fields == [.name, .owner, .phone, .output, .unit])
    }

    @Test func `a line above that says thousands is not lost, though it names no column`() throws {
        let rows = sheet([
            ["", "", "Nilai (Rp. 000)", ""], ["Nama Perusahaan", "Pemilik", "Nilai Investasi", "Nilai Produksi"],
            ["Tenun Sari", "Ni Wayan", "100", "200"],
        ])
        let header = try #require(ListHeader.find(in: rows))
        let columns = ColumnMapping.proposed(for: header, samples: []).columns
        #expect(columns.map(\.field) == [.name, .owner, .investment, .output])
        #expect(columns.map(\.scale) == [1, 1, 1000, 1000])
    }

    @Test func `a second line that says more than the first does not lose the first`() throws {
        let rows = sheet([
            ["Nama IKM", "Lokasi", "", "", "", "Tenaga Kerja", "", "Nilai", ""],
            ["", "Desa", "Kecamatan", "Kabupaten", "Provinsi", "Pria", "Wanita", "Investasi", "Produksi"],
        ])
        let header = try #require(ListHeader.find(in: rows))
        let fields = ColumnMapping.proposed(for: header, samples: []).columns.map(\.field)
        #expect(fields == [.name, .village, .district, .regency, .province, .men, .women, .investment, .output])
    }

    @Test func `a row of data is no second line, though a word in it names a column`() throws {
        let rows = sheet([
            ["Nama Usaha", "Pemilik", "Produk", "Status"], ["Tenun Sari", "Ni Wayan Sari", "Kain", "Aktif"],
        ])
        #expect(ListHeader.find(in: rows)?.lastRow == 1)
    }

    @Test func `where nothing names two columns there is no heading`() {
        #expect(ListHeader.find(in: []) == nil)
        #expect(ListHeader.find(in: sheet([["Surat Keputusan"], ["Nama Usaha"], ["a", "b"]])) == nil)
        let odd = [SheetCell.number(1e300), .number(.infinity), .date(.nan), .truth(true), .fault("#N/A")]
        #expect(ListHeader.find(in: [SheetRow(number: 1, cells: odd)]) == nil)
    }

    @Test func `the same headings leave the same print, small things of writing apart`() throws {
        func print(_ headings: [String]) -> String {
            ListHeader(firstRow: 1, lastRow: 1, headings: headings).fingerprint
        }
        #expect(print(["Nama Usaha", "NIB"]) == print(["NAMA  USAHA", "N I B".replacing(" ", with: "")]))
        #expect(print(["Nama Usaha", "NIB"]) != print(["NIB", "Nama Usaha"]))
    }

    @Test func `a plan is kept as text and read back`() throws {
        let header = ListHeader(firstRow: 3, lastRow: 4, headings: PublishedHeaders.province)
        var plan = ListPlan(
            sheet: 0, sheetName: "Data", header: header, mapping: mapping(PublishedHeaders.province),
            styles: ListStyles(), takesDoubts: false)
        plan.styles.numbers[.output] = .indonesian
        let text = try JSONEncoder().encode(plan)
        #expect(try JSONDecoder().decode(ListPlan.self, from: text) == plan)
    }
}
