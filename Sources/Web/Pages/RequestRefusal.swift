public import Register

/// Why a request cannot be answered as it stands. Each names the field, the value and what is allowed.
public enum RequestRefusal: Error, Sendable, Equatable {
    case malformedQuery(String)
    case repeatedField(String)
    case unknownField(String, allowed: [String])
    case missing(field: String)
    case unknownRegion(field: String, value: String, nearest: [Region])
    case ambiguousRegion(field: String, value: String, choices: [Region])
    case notAllowed(field: String, value: String, allowed: [String])
    case notANumber(field: String, value: String, allowed: ClosedRange<Int>)
    case notAWhole(field: String, value: String, allowed: ClosedRange<Int>)
    case tooLong(field: String, limit: Int)
    case outOfRange(field: String, value: String, allowed: ClosedRange<Int>)
    case noFigures(field: String, region: Region?, year: Int, available: [Int])
    case province(field: String, value: String, regions: [Region])
    case candidateIsHome(value: String)
    case noWeight
    /// Two filters that would make groups too small to be protected.
    case notTogether(field: String, with: String)
    case unknownPage(String)
    case methodNotAllowed(String, allowed: [String])
    case lengthRequired
    case tooLarge(limit: Int)
    /// Not let in, or not now.
    case door(DoorRefusal)
    /// What was entered into a field is not allowed there.
    case badEntry(field: String, BadEntry)
    /// What is asked cannot be done as things stand.
    case notDone(NotDone)

    /// Stable, for programs.
    public var code: String {
        switch self {
        case .malformedQuery: "query-malformed"
        case .repeatedField: "field-repeated"
        case .unknownField: "field-unknown"
        case .missing: "field-missing"
        case .unknownRegion: "region-unknown"
        case .ambiguousRegion: "region-ambiguous"
        case .notAllowed: "value-not-allowed"
        case .notANumber: "not-a-number"
        case .notAWhole: "not-a-whole-number"
        case .tooLong: "too-long"
        case .province: "region-is-province"
        case .outOfRange: "out-of-range"
        case .noFigures: "no-figures"
        case .candidateIsHome: "candidate-is-home"
        case .noWeight: "no-weight"
        case .notTogether: "fields-not-together"
        case .unknownPage: "page-unknown"
        case .methodNotAllowed: "method-not-allowed"
        case .lengthRequired: "length-required"
        case .tooLarge: "too-large"
        case .door(let door): door.code
        case .badEntry(_, let why): why.code
        case .notDone(let why): why.code
        }
    }

    /// The status of HTTP.
    public var status: Int {
        switch self {
        case .unknownPage: 404
        case .unknownRegion(let field, _, _) where field == "region": 404
        case .methodNotAllowed: 405
        case .lengthRequired: 411
        case .tooLarge: 413
        case .door(let door): door.status
        case .notDone(let why): why.isUnknown ? 404 : 409
        default: 400
        }
    }

    /// The field that has to be mended; `nil` where it is not a field.
    public var field: String? {
        switch self {
        case .malformedQuery, .unknownPage, .methodNotAllowed, .lengthRequired, .tooLarge, .noWeight: nil
        case .door, .notDone: nil
        case .badEntry(let field, _): field
        case .repeatedField(let field), .unknownField(let field, _), .missing(let field): field
        case .unknownRegion(let field, _, _), .ambiguousRegion(let field, _, _): field
        case .notAllowed(let field, _, _), .notANumber(let field, _, _), .notAWhole(let field, _, _): field
        case .outOfRange(let field, _, _), .noFigures(let field, _, _, _), .tooLong(let field, _): field
        case .province(let field, _, _), .notTogether(let field, _): field
        case .candidateIsHome: "candidate"
        }
    }

    /// The values that would be taken, for a field with few.
    var allowed: [String] {
        switch self {
        case .notAllowed(_, _, let allowed), .unknownField(_, let allowed): allowed
        default: suggestions.map(\.id.text)
        }
    }

    /// Regions one of which may have been meant.
    public var suggestions: [Region] {
        switch self {
        case .unknownRegion(_, _, let regions), .ambiguousRegion(_, _, let regions), .province(_, _, let regions):
            regions
        default: []
        }
    }
}

extension RegionDirectory {
    /// The region a person meant.
    /// - Throws: `.unknownRegion` or `.ambiguousRegion` with the choices; nothing is guessed.
    func named(_ text: String, in field: String) throws(RequestRefusal) -> Region {
        guard text.utf8.count <= Fields.longestValue else {
            throw .tooLong(field: field, limit: Fields.longestValue)
        }
        switch find(text) {
        case .one(let region): return region
        case .several(let choices):
            throw .ambiguousRegion(field: field, value: text, choices: choices)
        case .province(let province):
            let regions = regenciesAndCities.filter { $0.id.province == province.id }
            throw .province(field: field, value: province.name, regions: regions)
        case .none(let nearest):
            throw .unknownRegion(field: field, value: text, nearest: nearest)
        }
    }
}
