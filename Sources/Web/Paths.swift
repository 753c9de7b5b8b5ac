import Benchmarking
import Compare
import Foundation
import Register

/// The addresses of the pages. Fields that have their usual value are left out, so that an address stays short.
enum Paths {
    static let start = "/"
    static let stylesheet = "/assets/tiru.css"
    static let script = "/assets/tiru.js"
    static let find = "/find"
    static let hosts = "/compare/hosts"
    static let regions = "/compare/regions"
    static let measure = "/measure"
    static let hayami = "/measure/hayami"
    static let signIn = "/sign-in"
    static let signInCode = "/sign-in/code"
    static let signOut = "/sign-out"
    static let link = "/links"
    static let account = "/account"
    static let accounts = "/accounts"
    static let people = "/register/people"
    static let enterprises = "/register/enterprises"
    static let siinas = enterprises + "/siinas"
    static let industries = "/register/industries"
    static let sentra = "/register/sentra"
    static let bulk = "/register/bulk"
    static let views = "/register/views"
    static let twins = "/register/twins"
    static let changes = "/register/changes"
    static let lists = "/register/lists"
    static let certificates = "/register/certificates"
    static let audit = "/audit"
    static let jobs = "/jobs"
    static let operations = "/operations"

    /// The door, and where it leads back to.
    static func signIn(returningTo next: String, in language: Language) -> String {
        // An address too long to be carried along is left out: the door leads to the account then.
        let carried = next.utf8.count <= Fields.longestValue ? encoded(next) : nil
        return address(address(signIn, [("next", carried)]), in: language)
    }

    static func signInCode(returningTo next: String?) -> String {
        address(signInCode, [("next", next.map(encoded))])
    }

    static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics.union(CharacterSet(charactersIn: ".-_/")))
            ?? ""
    }

    static func region(_ code: RegionCode, _ form: Form = .page) -> String {
        "\(regions)/\(code.text)\(form.suffix)"
    }

    /// The renderings of a page.
    enum Form: String, CaseIterable {
        case page, csv, json, xlsx

        /// Those that programs and spreadsheets read.
        static let data = [Form.csv, .json, .xlsx]

        var suffix: String { self == .page ? "" : ".\(rawValue)" }
    }

    static func hosts(_ question: HostQuestion, usual year: Int, _ form: Form = .page) -> String {
        var fields: [(String, String?)] = [("home", question.home.text)]
        fields.append(("candidate", question.candidate?.text))
        fields.append(("year", question.year == year ? nil : "\(question.year)"))
        fields.append(("method", question.method == .euclidean ? nil : question.method.rawValue))
        let isUsualLimit = question.limit == HostQuestion.defaultLimit
        fields.append(("limit", isUsualLimit ? nil : "\(question.limit)"))
        let among = question.among
        fields.append(("provinces", among.provinces == .all ? nil : among.provinces.rawValue))
        fields.append(("kinds", among.kinds == .all ? nil : among.kinds.rawValue))
        fields += weights(question.weights)
        return address(hosts + form.suffix, fields)
    }

    private static func weights(_ weights: ShortlistWeights) -> [(String, String?)] {
        func text(_ weight: Double) -> String? { weight == 1 ? nil : plain(weight) }
        return [
            ("w-near", text(weights.near)), ("w-level", text(weights.perResident)),
            ("w-growth", text(weights.growth)), ("w-close", text(weights.close)),
        ]
    }

    /// A number without a needless `.0`.
    static func plain(_ value: Double) -> String {
        value == value.rounded() && value.magnitude < 1e6 ? "\(Int(value))" : "\(value)"
    }

    /// - Parameter fields: `nil` is left out. Values are codes and numbers, which need no encoding.
    static func address(_ path: String, _ fields: [(String, String?)]) -> String {
        let given = fields.compactMap { name, value in value.map { "\(name)=\($0)" } }
        return given.isEmpty ? path : path + "?" + given.joined(separator: "&")
    }

    /// The same address in another language; Indonesian is the usual one.
    static func address(_ address: String, in language: Language) -> String {
        guard language != .indonesian else { return address }
        return address + (address.contains("?") ? "&" : "?") + "lang=\(language.rawValue)"
    }
}
