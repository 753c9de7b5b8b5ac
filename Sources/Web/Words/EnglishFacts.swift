import Benchmarking
import Measure
import Register

extension English: FactWords {
    func name(_ industry: IndustrySection) -> String {
        switch industry {
        case .agriculture: "Agriculture, forestry and fishing"
        case .mining: "Mining and quarrying"
        case .manufacturing: "Manufacturing"
        case .electricityAndGas: "Electricity and gas"
        case .waterAndWaste: "Water supply and waste"
        case .construction: "Construction"
        case .trade: "Trade and vehicle repair"
        case .transport: "Transport and storage"
        case .accommodationAndFood: "Accommodation and food service"
        case .informationAndCommunication: "Information and communication"
        case .finance: "Finance and insurance"
        case .realEstate: "Real estate"
        case .businessServices: "Business services"
        case .publicAdministration: "Public administration"
        case .education: "Education"
        case .healthAndSocialWork: "Health and social work"
        case .otherServices: "Other services"
        }
    }

    func shortName(_ industry: IndustrySection) -> String {
        switch industry {
        case .agriculture: "agriculture"
        case .accommodationAndFood: "accommodation and food"
        case .informationAndCommunication: "information"
        case .electricityAndGas: "electricity and gas"
        case .waterAndWaste: "water and waste"
        case .finance: "finance"
        case .healthAndSocialWork: "health"
        case .publicAdministration: "government"
        case .transport: "transport"
        case .trade: "trade"
        case .mining: "mining"
        default: name(industry).lowercased()
        }
    }

    func name(_ method: StructuralDistance) -> String {
        switch method {
        case .euclidean: "Euclidean on shares"
        case .brayCurtis: "Bray–Curtis (Krugman)"
        case .hellinger: "Hellinger"
        case .standardised: "Euclidean on standardised shares"
        case .cosine: "Cosine"
        }
    }

    func explanation(_ method: StructuralDistance) -> String {
        switch method {
        case .euclidean:
            "root of the summed squared differences of seventeen industry shares; the large ones decide most"
        case .brayCurtis:
            "half the summed absolute differences of shares: the part of the economy that would have to "
                + "change industry; twice this is Krugman's index"
        case .hellinger:
            "differences of the roots of shares; small industries get more attention"
        case .standardised:
            "each difference divided by its standard deviation over all regions, so that all industries "
                + "count alike"
        case .cosine:
            "one less the cosine of the angle between two structures; only the proportions of shares count"
        }
    }

    func kind(_ kind: Region.Kind) -> String {
        switch kind {
        case .province: "province"
        case .regency: "regency"
        case .city: "city"
        }
    }

    func rule(_ rule: PlausibilityRule) -> String {
        switch rule {
        case .totalIsNotSum: "the total is not the sum of the industries"
        case .farFromOwnMedian: "more than 3.5 times, or less than 1/3.5 of, the region's own median"
        case .seriesBreaks: "the series breaks: next to nothing here, a good deal in other years"
        case .spike: "far from the year before and the year after"
        case .structureBreaks: "this year's structure is far from the year before and the year after"
        case .emptyRow: "not recorded: every industry is zero"
        case .negative: "value added below zero"
        }
    }

    var total: String { "Total" }
    var productSource: String {
        "BPS, gross regional product of regencies and cities by industry at constant 2010 prices, 2013–2020"
    }
    var regionSource: String {
        "Kepmendagri 300.2.2-2430/2025: codes, area and population of the civil registry"
    }
    func populationCaveat(figures: String, registry: String) -> String {
        "Population is of the civil registry of \(registry), later than the product of \(figures): figures "
            + "per resident are somewhat too low where the population grew fast."
    }
    var degreesEast: String { "° E" }
    func latitude(_ degrees: String, isSouth: Bool) -> String {
        degrees == "0" ? "0°" : "\(degrees)° " + (isSouth ? "S" : "N")
    }
}
