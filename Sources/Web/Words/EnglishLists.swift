import Exchange
import Register

extension English: ListWords {
    var listsTitle: String { "Upload a list" }
    var listsQuestion: String { "Have you a list of enterprises?" }
    var listsLead: String {
        "Upload a workbook (.xlsx) or CSV in your office's own columns. Every row is checked first; nothing changes before you agree. Afterwards it can still be taken back."
    }
    var listFileField: String { "File" }
    func listFileHint(megabytes: String) -> String { ".xlsx or .csv, at most \(megabytes) MB" }
    var listUpload: String { "Upload and check" }
    var listsBrought: String { "Lists uploaded so far" }
    var listsNone: String { "No list has been uploaded yet." }
    var listFileHeading: String { "File" }
    var listStandingHeading: String { "State" }
    var listBroughtHeading: String { "Uploaded" }
    func listStanding(_ standing: OfficeList.Standing) -> String {
        switch standing {
        case .brought: "uploaded"
        case .surveyed: "columns recognised"
        case .checked: "checked, not entered yet"
        case .entered: "entered"
        case .undone: "taken back"
        case .laidAside: "laid aside"
        }
    }
    var listFileMissing: String { "Choose the file first." }
    func listWorking(_ kind: String) -> String {
        switch kind {
        case "list-enter": "Being entered. You may close the browser."
        case "list-undo": "Being taken back. You may close the browser."
        default: "Being checked. You may close the browser."
        }
    }
    func listStopped(_ kind: String) -> String {
        switch kind {
        case "list-enter": "Entering was stopped. Not one row was entered; it can be entered again."
        case "list-undo": "Taking back was stopped. Every row is still in the register; it can be taken back again."
        default: "The check was stopped. The register is unchanged; it can be checked again."
        }
    }
    func listFailed(_ code: String) -> String {
        switch code {
        case "sheet-empty": "This file is empty."
        case "sheet-unknown", "sheet-binary":
            "This file is neither a workbook nor CSV. Save the table as .xlsx or .csv."
        case "sheet-damaged", "sheet-unreadable":
            "This file is damaged. Open it, save it as a new file, and upload that."
        case "sheet-locked": "This file has a password. Take the password off and upload it again."
        case "sheet-old": "This is an old workbook (.xls). Save it as .xlsx and upload that."
        case "sheet-other": "This is no table. Save the table as .xlsx or .csv."
        case "sheet-macros": "This workbook has macros. Save it as .xlsx without macros and upload that."
        case "sheet-bomb": "What this file holds is far too large."
        case "cell-too-long", "row-too-long": "A cell holds too much. Look for a quotation mark that is not closed."
        case "too-many-columns": "There are too many columns."
        case "open-quote", "text-after-quote": "A quotation mark is not closed. Save the table as .xlsx."
        case "list-no-header": "No row of headings was recognised. Give the columns headings such as “Nama perusahaan”."
        case "list-no-name": "No column holds the name of the enterprise. Choose it below, then check again."
        case "list-no-rows": "There are no rows under the headings."
        default: "The check failed (\(code)). Try again; if it fails again, give this code to whoever runs the server."
        }
    }
    func listChecked(_ counts: ListFigures) -> String {
        "Rows checked: \(counts.rows). New \(counts.new), changed \(counts.changed), the same \(counts.unchanged), wrong \(counts.faulty), doubtful \(counts.doubtful)."
    }
    func listLeftOut(_ counts: ListFigures) -> String {
        "What is wrong or doubtful will not be entered; the reasons and how to mend them are below."
    }
    func listYearsEntered(_ count: String, locked: String?) -> String {
        "The yearly figures of \(count) rows were not taken: those years are filled in by the form of production, which counts."
            + (locked.map { " \($0) of them are of locked years." } ?? "")
    }
    func listYearsToPass(_ count: String, locked: String?) -> String {
        "The yearly figures of \(count) rows will not be taken: those years are filled in by the form of production, which counts."
            + (locked.map { " \($0) of them are of locked years." } ?? "")
    }
    func listLikely(_ count: String) -> String {
        "\(count) of the new ones may be in the register already under another spelling; look below before you enter them."
    }
    func listUnsought(_ count: String) -> String {
        "\(count) new rows were not held against the register, because that would be too many. Look for duplicates once they are entered."
    }
    var listTwinsHeading: String { "Perhaps known already" }
    var listTwinsLead: String {
        "These rows are not recognised as an enterprise of the register, but they resemble one. If they are the same, give the row that name or licence number in the file and upload it again. If you enter them all the same, each pair waits for a decision among the duplicates."
    }
    var listTwinsFile: String { "All that may be known already as CSV" }
    var listTwinName: String { "Name in the file" }
    var listTwinKnown: String { "In the register as" }
    func listEntered(_ counts: ListFigures) -> String {
        "Entered: \(counts.new) new, \(counts.changed) changed, \(counts.unchanged) unchanged. Left out: \(counts.faulty) wrong, \(counts.doubtful) doubtful."
    }
    func listUndone(_ counts: ListFigures) -> String {
        "Taken back: \(counts.new) removed, \(counts.changed) put back. Left as they are, because somebody has changed them since: \(counts.kept)."
    }
    var listNothingWrong: String { "Nothing is wrong." }
    var listEnter: String { "Enter into the register" }
    var listUndo: String { "Take it back" }
    var listLayAside: String { "Lay this list aside" }
    var listCheck: String { "Check again" }
    var listCheckAgain: String { "Save and check again" }
    var listTakeDoubts: String { "Enter the doubtful rows too" }
    var listColumnsHeading: String { "Columns" }
    func listColumnsLead(sheet: String, row: String) -> String {
        sheet.isEmpty ? "Headings in row \(row)." : "Sheet “\(sheet)”, headings in row \(row)."
    }
    var listColumnHeading: String { "Heading in the file" }
    var listFieldHeading: String { "Read as" }
    var listReasonHeading: String { "Because" }
    var listIgnored: String { "(not read)" }
    func listReason(_ reason: ColumnMapping.Reason) -> String {
        switch reason {
        case .known: "the heading is known"
        case .alike: "the heading is alike; please check"
        case .content: "of what it holds; please check"
        case .remembered: "as the last time"
        case .chosen: "you chose it"
        case .taken: "another column has it already"
        case .none: "not known"
        }
    }
    func listScale(_ scale: String) -> String { "times \(scale)" }
    var listYearQuestion: String { "Of which year are the figures in this list?" }
    var listSample: String { "A sample list to try with (2,000 invented rows, 60 of them wrong)" }
    func listStyleQuestion(_ field: String, example: String) -> String {
        "In the column “\(field)”, how is “\(example)” meant?"
    }
    func listStyle(_ style: NumberStyle, example: String) -> String {
        switch style {
        case .indonesian: "a point for thousands, a comma for decimals (1.200,50)"
        case .english: "a comma for thousands, a point for decimals (1,200.50)"
        }
    }
    var listFaultsHeading: String { "What to look at" }
    func listFaultsShown(_ shown: String) -> String { "The first \(shown); all of them are in the CSV file." }
    var rowHeading: String { "Row" }
    var valueShownHeading: String { "Value" }
    var whatHeading: String { "What is wrong, and how to mend it" }
    var listReturned: String { "The wrong rows as a workbook with their reasons: mend them and upload it" }
    var reasonColumn: String { "Alasan" }
    var listFaultFile: String { "Everything that is wrong, as CSV" }
    func listReceipt(size: String, sha256: String) -> String { "Size \(size) bytes, SHA-256 \(sha256)." }
    var listAgain: String { "Upload another list" }

    func fault(_ fault: ListFault) -> String {
        let names = fault.details.joined(separator: ", ")
        return switch fault.reason {
        case .nameMissing: "The name of the enterprise is missing. Fill it in."
        case .tooLong: "Too long; the limit is \(names) characters. Shorten it."
        case .notANumber: "Not a number. Write digits only, such as 1.250.000."
        case .notWhole: "Must be a whole number: there are no half persons."
        case .negative: "Must not be below zero."
        case .notADate: "No calendar has this date. Check day and month."
        case .notAYear: "Not a year. Write four digits, such as 2023."
        case .yearAhead: "This year has not come yet. The latest is \(names)."
        case .formulaFault: "The formula in this cell failed. Mend it, or write down what it should come to."
        case .notANIB: "A licence number (NIB) has 13 digits; this one has \(names). Copy it from OSS again."
        case .notANIK: "The citizen number is not right. Copy it from the card again; it is not shown here."
        case .misplacedNIK:
            "A citizen number stands here. Move it to a column headed “NIK”, which is kept sealed; it is not shown."
        case .roundedNumber: "A spreadsheet has rounded this number. Make the cell text, and write it again in full."
        case .notAPhone: "The telephone number cannot be read. Write it as 0812-3456-7890."
        case .notAnEmail: "This is no e-mail address. Write it as name@example.org."
        case .unknownIndustry: "This KBLI code is in neither KBLI 2020 nor 2025. Check the code."
        case .unknownProvince, .unknownRegency, .unknownDistrict, .unknownVillage, .ambiguousPlace, .elsewhere,
            .outsideRegency:
            placeFault(fault.reason, names)
        case .notAChoice: "What it says is not known. Write “ya” or “tidak”, or one of the choices."
        case .notOnTheGlobe: "This place is not in Indonesia. Check latitude and longitude."
        case .sameRowTwice: "Just the same as row \(names). Remove one of them."
        case .sameNIBTwice: "Row \(names) has this licence number already. Check which one is right."
        case .yearMissing: "There are figures and no year. Fill in the year of the figures."
        case .shiftedPoint:
            "About \(names) of what is usual for such enterprises in this list. A zero or a point may be wrong; please check."
        case .farFromPast: pastFault(fault)
        case .materialsAboveOutput: "Raw materials are above the value of production (\(names)). Check both."
        case .noWorkers: "No workers at all, though at least the owner works. Please check."
        }
    }

    private func pastFault(_ fault: ListFault) -> String {
        guard fault.details.count == 3 else { return "" }
        let factor = fault.details[0].replacing("1000", with: language.numbers.integer(1000))
        let before = past(fault.details[2], fault.field, people: "workers", in: language.numbers)
        return
            "\(before) in \(fault.details[1]); here it is about \(factor). A zero or a point may be wrong; please check."
    }

    private func placeFault(_ reason: ListFault.Reason, _ names: String) -> String {
        switch reason {
        case .unknownProvince: "This province is not known."
        case .unknownRegency:
            names.isEmpty
                ? "This regency or city is not known." : "This regency or city is not known. Perhaps: \(names)."
        case .unknownDistrict:
            names.isEmpty ? "There is no such district here." : "There is no such district here. Perhaps: \(names)."
        case .unknownVillage:
            names.isEmpty
                ? "There is no such village in that district."
                : "There is no such village in that district. Perhaps: \(names)."
        case .ambiguousPlace: "Several places have this name: \(names). Add the district."
        case .elsewhere: "This is \(names), outside your office's region. Take it out of the list, or mend it."
        case .outsideRegency: "It lies outside your office's region (\(names)). Please check."
        default: ""
        }
    }
}
