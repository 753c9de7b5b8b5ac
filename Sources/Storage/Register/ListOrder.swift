import Register

/// By what a list may be sorted; the raw value stands in addresses.
public protocol ListOrderKey: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
    /// Where nobody asks for another one.
    static var usual: Self { get }
}

/// The order of a list: by what it is sorted, and from which end.
public struct ListOrder<OrderKey: ListOrderKey>: Sendable, Hashable {
    public typealias Key = OrderKey

    public let key: Key
    /// From the end of the alphabet, the highest digits, the newest change.
    public let isBackwards: Bool

    public init(_ key: Key, isBackwards: Bool = false) {
        self.key = key
        self.isBackwards = isBackwards
    }

    public static var usual: ListOrder { ListOrder(.usual) }
}

/// A part of a list that one index holds in its order: what lies behind a place.
struct ListStretch {
    let condition: String
    /// From `$1` on.
    let values: [SQLValue]
    let order: String

    /// - Parameters:
    ///   - columns: as the index has them.
    ///   - anchor: the values of the columns where it begins; `nil` for the beginning.
    init(_ columns: [String], after anchor: [String]?, isBackwards: Bool, besides condition: String = "") {
        // Behind every text, so that also the last page is asked for by a place in the index.
        let end = isBackwards ? "\u{10FFFF}" : ""
        let places = columns.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
        let sign = isBackwards ? "<" : ">"
        self.condition = condition + "(\(columns.joined(separator: ", "))) \(sign) (\(places))"
        values = (anchor ?? columns.map { _ in end }).map { .text($0) }
        order = columns.map { isBackwards ? $0 + " DESC" : $0 }.joined(separator: ", ")
    }
}

/// Whether these are one regency or city: indexes hold the lists of one office in their orders.
func isOneOffice(_ regions: [RegionCode]) -> Bool {
    regions.count == 1 && regions.allSatisfy { $0 != .nation && !$0.isProvince }
}
