import Exchange
import Measure
import Secrets
import Server
import Storage

struct EnglishCommand: CommandWords {
    func progress(_ step: Preparation.Step) -> String {
        switch step {
        case .opening(let path): "database     \(path)"
        case .reading: "reading      reference facts and official figures …"
        case .loading(let counts): "loading      \(self.counts(counts)) …"
        case .upToDate: "facts        up to date"
        case .loaded: "facts        loaded"
        }
    }

    func sampleEntered(_ count: Int) -> String { "sample       \(count) invented enterprises, marked Contoh" }
    var factsNotFound: String { "no reference facts found; name their folder with --facts" }
    var factsRefused: String { "the reference facts cannot be used; the database is unchanged" }
    func more(_ count: Int) -> String { "and \(count) more" }
    func place(_ problem: FactProblem) -> String {
        [problem.file, problem.line.map { "line \($0)" }, problem.column.map { "column \($0)" }]
            .compactMap(\.self).joined(separator: ", ")
    }

    func reason(_ reason: FactProblem.Reason) -> String {
        switch reason {
        case .missingFile: "the file is missing"
        case .heading(let expected): "the heading should be \(expected.joined(separator: ","))"
        case .columns(let expected, let found): "\(found) columns instead of \(expected)"
        case .notCSV(let fault): "not readable as CSV (\(fault.rawValue))"
        case .notANumber: "is not a number that may stand here"
        case .notACode: "is not a code"
        case .unknownKind(let allowed): "should be one of \(allowed.joined(separator: ", "))"
        case .duplicate: "is there already, further up"
        case .empty: "is empty"
        case .count(let expected, let found): "\(found) records instead of \(expected)"
        case .sum(let expected, let found): "the column adds up to \(amount(found)) instead of \(amount(expected))"
        case .unknownRegion: "is not among the regions"
        case .unknownDistrict: "lies in a district that is not among the districts"
        case .unknownIndustry: "is not a code of this version of the classification"
        case .missingRow: "this row is missing"
        case .unknownColumn(let file): "\(file) has no such column"
        case .changed(let expected): "the file has changed (expected \(expected)); install the original again"
        }
    }

    func databaseCannotOpen(_ path: String, _ reason: String) -> String {
        "the database \(path) cannot be opened (\(reason)); name another with --database"
    }
    var databaseAddressUnread: String {
        "the address of the database cannot be read; like tiru.sqlite or postgres://user@host/name?connections=8"
    }
    func databaseIsForeign(_ path: String) -> String {
        "\(path) is another program's database and was not touched; name another with --database"
    }
    func keysRefused(_ refusal: Doorway.Refusal) -> String {
        switch refusal {
        case .keysMissing(let path):
            "the key file \(path) is not there, but this database was sealed with it; restore it from where keys are "
                + "kept, or name its place with --keys"
        case .keys(.openToOthers(mode: _), let path):
            "the key file \(path) can be read by others; run `chmod 600 \(path)`"
        case .keys(let error, let path): "the key file \(path) cannot be used (\(error))"
        case .wrongKeys(let path, let number):
            "the key file \(path) is not this database's (key \(number)); name the right one with --keys"
        }
    }
    func firstAdministrator(_ address: String) -> String { "First administrator (once, within 24 hours): \(address)" }
    func noSuchAccount(_ name: String) -> String { "there is no account “\(name.prefix(64))”" }
    func resetLink(_ path: String) -> String {
        "New password (once, within 24 hours), after the site's address: \(path)"
    }
    func keysRotated(number: Int, count: Int) -> String {
        "key \(number) is current; \(count) values were sealed anew. Start the servers again."
    }
    func cannotListen(_ place: String, _ reason: String) -> String { "cannot listen on \(place): \(reason)" }
    func portTaken(next: Int) -> String { "the port is taken; try --port \(next)" }
    var fine: String { "ok   " }
    var wrong: String { "wrong" }
    func subject(_ subject: Server.Doctor.Finding.Subject) -> String {
        switch subject {
        case .database: "database "
        case .facts: "facts    "
        case .agreement: "agreement"
        }
    }
    func counts(_ counts: FactCounts) -> String {
        """
        \(counts.regions) regions, \(counts.areas) districts and villages, \(counts.industries) industry codes, \
        \(counts.products) regional products
        """
    }
    func databaseMissing(_ path: String) -> String { "\(path) is not there: run `tiru demo`" }
    func remedy(_ trouble: Server.Doctor.Trouble) -> String {
        switch trouble {
        case .databaseCannotOpen(let reason): "\(reason); name another file with --database"
        case .databaseIsForeign: "another program's; name another file with --database"
        case .databaseIsDamaged(let signs):
            "the file is damaged (\(signs.first ?? "")); restore a backup, or remove it and run `tiru demo`"
        case .databaseIsEmpty: "no facts loaded: run `tiru demo`"
        case .countsDiffer: "other counts than were loaded: restore a backup, or remove it and run `tiru demo`"
        case .factsMissing: "no folder of reference facts: name it with --facts"
        case .factsDamaged(let problems): FactReport.lines(problems, self).joined(separator: "\n       ")
        case .factsAreNewer: "the files changed since they were loaded: run `tiru demo`"
        }
    }
}
