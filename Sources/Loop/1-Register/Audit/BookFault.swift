/// Where the chain of a book is broken.
public struct BookFault: Sendable, Equatable, Error {
    public let office: RegionCode
    /// The number of the first line that does not hold; one more than the last when lines are missing at the end.
    public let number: Int
    public let kind: Kind

    public enum Kind: String, Sendable, CaseIterable {
        /// A line was left out, or two have one number.
        case gap
        /// The line does not follow the one before it.
        case broken
        /// The line's own hash is not that of its contents.
        case changed
        /// The book says that it has another length or end.
        case cutOff = "cut-off"
    }

    public init(office: RegionCode, number: Int, _ kind: Kind) {
        self.office = office
        self.number = number
        self.kind = kind
    }
}
