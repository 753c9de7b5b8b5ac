import Foundation

private let gdp = "regional-gdp/2019.csv"

extension Defect {
    static let ofFiles = [
        Defect("missing file", in: "population.csv", expected: ["population.csv -:- missingFile -"]) {
            try $0.delete("population.csv")
        },
        Defect("missing year", in: gdp, expected: ["\(gdp) -:- missingFile -"]) { try $0.delete(gdp) },
        Defect("missing manifest", in: "manifest.csv", expected: ["manifest.csv -:- missingFile -"]) {
            try $0.delete("manifest.csv")
        },
        Defect(
            "heading changed", in: "population.csv", line: 1,
            expected: ["population.csv 1:- heading(3) kemendagri,pria,women"], column(2, "pria")),
        Defect(
            "two columns exchanged", in: "population.csv", line: 1,
            expected: ["population.csv 1:- heading(3) kemendagri,women,men"]
        ) { [$0[0], $0[2], $0[1]] },
        Defect("empty file", in: "kbli-2020.csv", expected: ["kbli-2020.csv 1:- heading(3) "]) {
            try $0.change("kbli-2020.csv") { _ in "" }
        },
        Defect(
            "row lost", in: "kbli-2025.csv", line: 100, expected: ["kbli-2025.csv -:- count(2444,2443) -"]
        ) { _ in nil },
        Defect("digit changed", in: gdp, line: 300, expected: ["\(gdp) -:4 sum -"]) {
            var fields = $0
            fields[3] = "1" + fields[3]
            return fields
        },
        Defect("ragged line", in: gdp, line: 12, expected: ["\(gdp) 12:- columns(19,18) -"]) {
            Array($0.dropLast())
        },
        Defect("line too long", in: gdp, line: 12, expected: ["\(gdp) 12:- columns(19,20) -"]) { $0 + ["1"] },
        Defect(
            "decimal comma", in: gdp, line: 2, expected: ["\(gdp) 2:- columns(19,20) -"],
            column(2, "1354399,1")),
        Defect(
            "open quote", in: "regions.csv", line: 7, expected: ["regions.csv 7:4 notCSV(openQuote) -"],
            column(4, "\"Kabupaten Aceh Barat")),
        Defect(
            "text after quote", in: "regions.csv", line: 7,
            expected: ["regions.csv 7:4 notCSV(textAfterQuote) -"], column(4, "\"Kabupaten\" Aceh Barat")),
        Defect("not UTF-8", in: "regions.csv", expected: ["regions.csv 1:1 notCSV(notUTF8) -"]) { copy in
            let url = copy.folder.appending(path: "regions.csv")
            try (Data([0xFF]) + Data(contentsOf: url)).write(to: url)
        },
    ]

    static let ofFields = [
        Defect(
            "letter in a number", in: gdp, line: 5, expected: ["\(gdp) 5:2 notANumber 12a3.4"],
            column(2, "12a3.4")),
        Defect("empty number", in: gdp, line: 5, expected: ["\(gdp) 5:3 notANumber "], column(3, "")),
        Defect("infinite number", in: gdp, line: 5, expected: ["\(gdp) 5:3 notANumber inf"], column(3, "inf")),
        Defect("no number", in: gdp, line: 5, expected: ["\(gdp) 5:3 notANumber nan"], column(3, "nan")),
        Defect(
            "duplicate code", in: "regions.csv", line: 4, expected: ["regions.csv 4:1 duplicate 11.01"],
            column(1, "11.01")),
        Defect(
            "duplicate industry", in: "kbli-2020.csv", line: 3, expected: ["kbli-2020.csv 3:1 duplicate 01"],
            column(1, "01")),
        Defect("duplicate row of a year", in: gdp, line: 5, expected: ["\(gdp) 5:1 duplicate 00"], column(1, "00")),
        Defect("unknown region", in: gdp, line: 5, expected: ["\(gdp) 5:1 unknownRegion 99.99"], column(1, "99.99")),
        Defect("no code", in: gdp, line: 5, expected: ["\(gdp) 5:1 notACode 1103"], column(1, "1103")),
        Defect(
            "no statistical code", in: "regions.csv", line: 3, expected: ["regions.csv 3:2 notACode 110"],
            column(2, "110")),
        Defect(
            "unknown kind", in: "regions.csv", line: 3,
            expected: ["regions.csv 3:3 unknownKind(province,regency,city) kabupaten"], column(3, "kabupaten")),
        Defect("no name", in: "regions.csv", line: 3, expected: ["regions.csv 3:4 empty "], column(4, "")),
        Defect(
            "off the globe", in: "regions.csv", line: 3, expected: ["regions.csv 3:5 notANumber 97.4"],
            column(5, "97.4")),
        Defect(
            "no industry code", in: "kbli-2020.csv", line: 3, expected: ["kbli-2020.csv 3:1 notACode 0111119"],
            column(1, "0111119")),
        Defect("no title", in: "kbli-2020.csv", line: 3, expected: ["kbli-2020.csv 3:3 empty "], column(3, "")),
        Defect(
            "no count in the manifest", in: "manifest.csv", line: 2, expected: ["manifest.csv 2:2 notANumber x"],
            column(2, "x")),
    ]

    /// In districts, villages and the bridge.
    static let ofAreas = [
        Defect(
            "a village as a district", in: "districts.csv", line: 3,
            expected: ["districts.csv 3:1 notACode 11.01.02.2001"], column(1, "11.01.02.2001")),
        Defect(
            "a district in no regency", in: "districts.csv", line: 3,
            expected: ["districts.csv 3:1 unknownRegion 11.99.02"], column(1, "11.99.02")),
        Defect(
            "a district twice", in: "districts.csv", line: 3, expected: ["districts.csv 3:1 duplicate 11.01.01"],
            column(1, "11.01.01")),
        Defect(
            "half a place of a district", in: "districts.csv", line: 3, expected: ["districts.csv 3:4 empty "],
            column(4, "")),
        Defect(
            "a village in no district", in: "villages.csv", line: 3,
            expected: ["villages.csv 3:1 unknownDistrict 11.01.99.2001"], column(1, "11.01.99.2001")),
        Defect(
            "a village without a name", in: "villages.csv", line: 3, expected: ["villages.csv 3:2 empty "],
            column(2, "")),
        Defect(
            "a village lost", in: "villages.csv", line: 3, expected: ["villages.csv -:- count(83762,83761) -"]
        ) { _ in nil },
        Defect(
            "a bridge to nowhere", in: "kbli-bridge.csv", line: 3,
            expected: ["kbli-bridge.csv 3:2 unknownIndustry 99999"], column(2, "99999")),
        Defect(
            "a likeness above one", in: "kbli-bridge.csv", line: 3, expected: ["kbli-bridge.csv 3:3 notANumber 1.2"],
            column(3, "1.2")),
        Defect(
            "a status nobody knows", in: "kbli-bridge.csv", line: 3,
            expected: ["kbli-bridge.csv 3:5 unknownKind(kept,gone,reused,unclear) sama"], column(5, "sama")),
        Defect(
            "a candidate without its likeness", in: "kbli-bridge.csv", line: 3,
            expected: ["kbli-bridge.csv 3:6 notANumber 10119"], column(6, "10119")),
        Defect(
            "a version of no classification", in: "kbli-fields.csv", line: 3,
            expected: ["kbli-fields.csv 3:1 notANumber 2015"], column(1, "2015")),
        Defect(
            "a branch nobody knows", in: "kbli-fields.csv", line: 3,
            expected: [
                "kbli-fields.csv 3:3 unknownKind(food,clothing,craft,furniture,chemicals-cosmetics,metal) pangan"
            ], column(3, "pangan")),
    ]

    /// What looks well formed and is not right.
    static let ofSense = [
        Defect(
            "a lost population", in: "population.csv", line: 3,
            expected: [
                "population.csv -:- count(552,551) -", "population.csv -:2 sum -", "population.csv -:3 sum -",
            ]
        ) { _ in nil },
        Defect(
            "a letter in a column that is summed", in: gdp, line: 5, expected: ["\(gdp) 5:4 notANumber 12a3.4"],
            column(4, "12a3.4")),
        Defect(
            "a longitude off the globe", in: "regions.csv", line: 3, expected: ["regions.csv 3:6 notANumber 197.4"],
            column(6, "197.4")),
        Defect("half a place", in: "regions.csv", line: 3, expected: ["regions.csv 3:6 empty "], column(6, "")),
        Defect(
            "two populations of one region", in: "population.csv", line: 4,
            expected: ["population.csv 4:1 duplicate 11.01"], column(1, "11.01")),
        Defect(
            "the population of a region nobody knows", in: "population.csv", line: 4,
            expected: ["population.csv 4:1 unknownRegion 99.99"], column(1, "99.99")),
        Defect(
            "a sum of a column the file has not", in: "manifest.csv", line: 2,
            expected: ["manifest.csv -:3 unknownColumn(regions.csv) area"], column(3, "area")),
        Defect(
            "one statistical code for two regions", in: "regions.csv", line: 4,
            expected: ["regions.csv 4:2 duplicate 1103"], column(2, "1103")),
        Defect("another name", in: "regions.csv", line: 3, expected: ["regions.csv -:- changed -"], column(4, "Aceh")),
    ]
}
