import Register

extension English: SentraWords {
    func sentraField(_ field: SentraField) -> String {
        switch field {
        case .name: "Name of the sentra"
        case .village: "Code of the village or district"
        case .latitude: "Latitude"
        case .longitude: "Longitude"
        case .industry: "KBLI"
        case .field: "What it makes"
        case .foundingNumber: "Number of the founding act"
        case .foundingDay: "Day of the founding act"
        case .managingBody: "Managed by"
        case .technicalUnit: "Technical service unit (UPT)"
        case .isInOnePlace: "In one place"
        case .hasLikeProducts: "Like products"
        case .hasLikeMaterials: "Like materials"
        case .hasLikeProcess: "The same process"
        case .likeBusinesses: "Like businesses in the village, all of them"
        case .households: "Households in the village"
        case .isCoached: "Organised, or coached by an agency"
        case .isKnownToThePublic: "Known to the public"
        }
    }

    func facilityField(_ field: FacilityField) -> String {
        switch field {
        case .kind: "Kind of facility"
        case .name: "Name of the facility"
        case .builtYear: "Built in"
        case .year: "Year of the use"
        case .hoursOpen: "Hours open in the year"
        case .hoursUsed: "Hours used in the year"
        case .membersServed: "Members who used it"
        }
    }

    func facilityKind(_ kind: SentraFacility.Kind) -> String {
        switch kind {
        case .productionHouse: "production house"
        case .packingHouse: "packing house"
        case .machines: "shared machines and equipment"
        case .wasteWater: "waste-water plant (IPAL)"
        case .cleanWater: "clean-water plant (IPAB)"
        case .showroom: "shop or showroom"
        case .trainingRoom: "training room"
        case .store: "store"
        case .childCare: "child care"
        case .other: "other"
        }
    }

    func badSentraField(_ field: SentraField) -> String {
        switch field {
        case .name: "Write the name of the sentra, 1 to 200 characters."
        case .village:
            "A village or district is written as its code of the Ministry of Home Affairs, such as 51.03.01.2001."
        case .latitude, .longitude: "Write latitude and longitude in degrees, such as -8.58 and 115.17; both of them."
        case .industry: "KBLI is written with 2 to 5 digits and its version."
        case .foundingDay: "Write the whole day of the act, and only together with its number."
        case .likeBusinesses, .households: "\(sentraField(field)): write a whole number without marks, such as 1200."
        default: "The field “\(sentraField(field))” cannot be read."
        }
    }

    func badFacilityField(_ field: FacilityField) -> String {
        switch field {
        case .name: "Write the name of the facility, 1 to 200 characters."
        case .builtYear, .year: "\(facilityField(field)): write four digits, such as 2019."
        case .hoursOpen, .hoursUsed:
            "\(facilityField(field)): write 0 to 8784 without a mark between thousands, such as 2000 or 1250.5."
        case .membersServed: "\(facilityField(field)): write a whole number without marks, such as 12."
        case .kind: "Choose the kind of facility."
        }
    }

    var sentraTitle: String { "Sentra" }
    var sentraQuestion: String { "Where are our sentra, and how many belong to them?" }
    func sentraAnswer(_ count: String, members: String, places: String, day: String) -> String {
        "Sentra registered in \(places): \(count), with \(members) memberships on \(day)."
    }
    func sentraCounted(_ count: String, places: String) -> String { "Sentra registered in \(places): \(count)." }
    func sentraFound(_ count: String, isMore: Bool) -> String {
        isMore ? "More than \(count) sentra match." : "Sentra that match: \(count)."
    }
    var sentraNone: String {
        "No sentra is registered yet. Enter one, then add its members from the list of enterprises."
    }
    var sentraNoMatch: String { "Nothing matches. Check the spelling, or use fewer words." }
    func sentraCaption(_ day: String) -> String { "Sentra, with their members on \(day)" }
    var searchSentra: String { "Find a sentra" }
    var searchSentraHint: String { "Name, what it makes, or who manages it." }
    var placeHeading: String { "Place" }
    var membersHeading: String { "Members" }
    var sentraMapHeading: String { "Map of the sentra" }
    func sentraMapCaption(_ shown: String, of all: String) -> String {
        "Sentra of this table on the map: \(shown) of \(all)."
    }
    var sentraMapLegend: String {
        "Full dot: its place is on record. Hollow circle: its place is not known; it is drawn in the middle of its district."
    }
    var sentraSource: String { "the office's list of sentra; middles of districts by the reference facts" }
    func sentraDot(_ name: String, members: String) -> String { "\(name), members: \(members)" }
    var locationsOfEnterprises: String {
        "This GeoJSON holds sentra only. Places of enterprises whose owners agree stand with the list of enterprises."
    }

    var newSentraTitle: String { "Enter a sentra" }
    var newSentraLead: String {
        "Leave empty what is not known. Members and facilities are written down afterwards, on the page of the sentra."
    }
    var sentraChange: String { "Change the sentra" }
    var sentraUnknown: String { "This sentra is not on record." }

    func membersOn(_ day: String) -> String { "Members on \(day)" }
    func membersSentence(_ count: String, day: String) -> String { "Members on \(day): \(count)." }
    var membersUnknown: String { "Its members are not on record yet." }
    var membersNone: String { "No members are on record for that day." }
    var dayField: String { "On the day" }
    var memberFind: String { "Find an enterprise to add" }
    var memberFindField: String { "Name or licence number (NIB)" }
    var memberFindHint: String { "It must be on this office's list of enterprises." }
    func memberFound(_ count: String, text: String, isMore: Bool) -> String {
        isMore
            ? "More than \(count) enterprises match “\(text)”. Add a word if the one you look for is not among them."
            : "Enterprises that match “\(text)”: \(count)."
    }
    func memberNotFound(_ text: String) -> String {
        "No enterprise matches “\(text)”. Check the spelling, or enter the enterprise first."
    }
    var memberAdd: String { "Add as a member" }
    var memberAlready: String { "a member already" }
    var membershipHeading: String { "Time as a member" }
    var membershipHint: String { "Choose the time of a member to change it." }
    var otherMemberships: String { "Members on other days" }
    func membershipOf(_ name: String) -> String { "Time of \(name) as a member" }
    var firstDay: String { "First day" }
    var firstDayHint: String { "Leave empty if it is not known; it then counts from the beginning." }
    var lastDay: String { "Last day" }
    var lastDayHint: String { "Leave empty while it lasts." }
    func membership(from: String?, until: String?) -> String {
        switch (from, until) {
        case (let from?, let until?): "\(from) to \(until)"
        case (let from?, nil): "since \(from)"
        case (nil, let until?): "until \(until)"
        case (nil, nil): "from the beginning"
        }
    }
    var memberEnd: String { "Save the last day" }
    var memberTakeBack: String { "Take this entry back" }
    func alreadyMember(_ name: String) -> String {
        "\(name) is on record as a member for some of these days. Change the time that is on record."
    }
    var badDay: String { "This day cannot be read. Example: 2026-12-31." }
    var badLastDay: String { "The last day lies before the first. Check both." }

    var facilitiesHeading: String { "What the members share, and its use" }
    var facilitiesNone: String { "No shared facility is on record yet." }
    var facilitiesExplanation: String {
        "Use is hours used of hours open. Reach is members who used it of the members at the end of that year."
    }
    var facilityNew: String { "Enter a shared facility" }
    func facilityChange(_ name: String) -> String { "Change \(name)" }
    var facilityRemove: String { "Remove this facility" }
    var useShareHeading: String { "Use" }
    var reachHeading: String { "Reach" }
    var hoursUnit: String { "hours" }
    var useDoubt: String { "More hours used than open. Check both." }
    var reachDoubt: String { "More users than members. Check both." }

    func sentraRulersHeading(_ day: String) -> String { "Is this a sentra? By two rulers, on \(day)" }
    func sentraRule(_ ruler: SentraRuler) -> String {
        switch ruler {
        case .law:
            "PP 29/2018, article 1: at least 5 units in one place, with like products, like materials or the same process"
        case .statistics:
            "BPS: like businesses of at least 20% of the households, organised or coached, and known to the public"
        }
    }
    func sentraVerdict(_ isSentra: Bool?) -> String {
        switch isSentra {
        case true?: "a sentra"
        case false?: "not a sentra"
        case nil: "cannot be told yet"
        }
    }
    func verdictSentence(law: Bool?, statistics: Bool?) -> String {
        "By PP 29/2018: \(sentraVerdict(law)); by BPS: \(sentraVerdict(statistics))."
    }
    var factHeading: String { "Condition" }
    var answerHeading: String { "As it is" }
    var originHeading: String { "From" }
    var unitsFact: String { "Number of units" }
    var shareFact: String { "Like businesses of households" }
    var fromCard: String { "the sentra's data" }
    var fromMembers: String { "its members' data" }
    var computed: String { "computed" }

    var sentraOfEnterprise: String { "Sentra" }
}
