/// The seventeen industries in which the statistical office publishes regional product (PDRB menurut lapangan usaha).
///
/// The letters are the sections of the industry classification; `MN` and `RSTU` are published together.
/// - Source: BPS, PDRB Kabupaten/Kota di Indonesia
public enum IndustrySection: String, Sendable, CaseIterable, Hashable {
    case agriculture = "A"
    case mining = "B"
    case manufacturing = "C"
    case electricityAndGas = "D"
    case waterAndWaste = "E"
    case construction = "F"
    case trade = "G"
    case transport = "H"
    case accommodationAndFood = "I"
    case informationAndCommunication = "J"
    case finance = "K"
    case realEstate = "L"
    case businessServices = "MN"
    case publicAdministration = "O"
    case education = "P"
    case healthAndSocialWork = "Q"
    case otherServices = "RSTU"

    /// The position in every list of the seventeen, 0…16.
    public var position: Int { Self.positions[self, default: 0] }

    private static let positions = Dictionary(
        uniqueKeysWithValues: Self.allCases.enumerated().map { ($1, $0) })
}
