extension English: HostsWords {
    var hostsTitle: String { "Whom should we learn from?" }
    func hostsTitle(home: String) -> String { "Whom should \(home) learn from?" }
    var hostsAsk: String {
        "Name your region. Tiru finds the regions whose economy is built most like yours, and shows beside "
            + "them whose manufacturing does better."
    }
    var homeField: String { "Our region" }
    var homeHint: String { "name or code, such as Badung, 51.03 or 5103" }
    var candidateField: String { "Candidate host" }
    var candidateHint: String { "may be empty; always shown at its true place, however far" }
    var yearField: String { "Year" }
    var methodField: String { "Distance measure" }
    var limitField: String { "How many" }
    var provincesField: String { "Provinces" }
    var allProvinces: String { "all provinces" }
    var otherProvinces: String { "outside our own province" }
    var kindsField: String { "Kind of region" }
    var allKinds: String { "regencies and cities" }
    var onlyRegencies: String { "regencies only" }
    var onlyCities: String { "cities only" }
    var changeQuestion: String { "Change the question" }
    var changeWeights: String { "Change the weights" }
    var weightNear: String { "Alike in structure" }
    var weightPerResident: String { "Lead per resident" }
    var weightGrowth: String { "Lead in growth" }
    var weightClose: String { "Close on the map" }
    var weightHint: String { "0–10; only their proportions matter" }
    func weightsSentence(_ weights: String) -> String { "Weights of the reasons: \(weights)." }

    var rankHeading: String { "Rank" }
    var distanceHeading: String { "Structural distance" }
    var partsHeading: String { "What makes the distance" }
    var perResidentHeading: String { "Manufacturing value added per resident" }
    var perResidentUnit: String { "million rupiah" }
    var growthHeading: String { "Growth 2013–2019" }
    var pandemicHeading: String { "2020 (pandemic)" }
    var shareHeading: String { "Manufacturing share" }
    var quotientHeading: String { "Manufacturing LQ" }
    var kilometresHeading: String { "Distance on the map" }
    var homeRow: String { "our region" }

    var nearestHeading: String { "Most alike" }
    var shortlistHeading: String { "Shortlist, with reasons" }
    var structureHeading: String { "Structures side by side" }
    var mapHeading: String { "On the map" }
    var leadHeading: String { "Likeness and lead" }
    var partOfDistance: String { "Part of the distance" }
    var difference: String { "Difference" }
    var mapLegend: String { "Grey dots: other regencies and cities." }
}

extension English: HostSentences {
    func nearestSentence(_ names: String, home: String, year: String) -> String {
        "The economies built most like \(home)'s in \(year): \(names)."
    }
    func firstToAsk(_ name: String, reasons: String) -> String {
        "The first to ask: \(name). \(reasons)"
    }
    var nobodyBetter: String {
        "On these figures no region is both alike enough and further ahead in manufacturing. Widen the "
            + "question, or change the weights."
    }
    func stability(_ stable: String, of listed: String) -> String {
        "How sure: \(stable) of these \(listed) are among the nation's ten nearest under all five distance measures."
    }
    func nothingListed(compared: String) -> String {
        "None of the \(compared) regions compared fits this choice. Loosen the choice of province or kind."
    }
    func candidateSentence(_ name: String, band: String) -> String { "\(name): \(band)." }
    func rankBand(_ rank: String, _ spread: RankSpread) -> String {
        "rank \(rank) of \(spread.compared) (\(spread.methods) across the five distance measures in "
            + "\(spread.year); \(spread.all) across all years \(spread.years))"
    }
    func shortBand(_ spread: RankSpread) -> String { "\(spread.methods); all years \(spread.all)" }
    func structureReason(distance: String, band: String) -> String {
        "Built alike: distance \(distance), \(band)."
    }
    func levelReason(_ own: String, ratio: String, home: String, homeFigure: String) -> String {
        "Manufacturing value added per resident of Rp\u{a0}\(own) million, \(ratio) times \(home)'s "
            + "(Rp\u{a0}\(homeFigure) million)."
    }
    func levelFromNothing(_ own: String, home: String) -> String {
        "Manufacturing value added per resident of Rp\u{a0}\(own) million; \(home) is recorded with 0."
    }
    func growthReason(_ growth: ComparedGrowth) -> String {
        let own = "Its manufacturing \(growth.hasShrunk ? "shrank" : "grew") by \(growth.own) in 2013–2019"
        // Of two that shrank, or one, "faster" would say the opposite of what is meant.
        if growth.hasShrunk || growth.hasHomeShrunk {
            return "\(own); \(growth.home)'s \(growth.hasHomeShrunk ? "shrank" : "grew") by \(growth.homeFigure)."
        }
        let order =
            switch growth.order {
            case .faster: "faster than"
            case .slower: "slower than"
            case .alike: "about as fast as"
            }
        return "\(own), \(order) \(growth.home)'s (\(growth.homeFigure))."
    }
    var levelIsDoubtful: String { "This figure per resident is doubtful, so it does not count." }
    var growthIsDoubtful: String { "This growth is doubtful, so it does not count." }
    func closeReason(kilometres: String, home: String) -> String {
        "\(kilometres) km from \(home) as the crow flies."
    }
    func scoreSentence(_ score: String, near: String, better: String, close: String) -> String {
        "Score \(score): weighted geometric mean of alike \(near), better \(better) and close \(close)."
    }
    func slightlyAlike(distance: String, band: String) -> String {
        "Built somewhat alike: distance \(distance), \(band)."
    }
    func timesHome(_ ratio: String) -> String { "\(ratio) × ours" }
    func caption(nearest count: String, home: String, method: String, year: String) -> String {
        "The \(count) regions whose economy is built most like \(home)'s, \(method), \(year). Each rank "
            + "is followed by its band: five distance measures; all years."
    }
    func structureCaption(_ home: String, _ other: String, year: String) -> String {
        "Shares of seventeen industries in \(home) and \(other), \(year)"
    }
    func leadCaption(_ home: String) -> String {
        "Further left is more like \(home); further up is more manufacturing value added per resident"
    }
    func mapCaption(_ home: String) -> String { "Where \(home) and the regions like it lie" }
    func structureSentence(_ home: String, _ other: String, parts: String) -> String {
        "What sets \(home) and \(other) apart most: \(parts)."
    }
    func restsOnDoubt(_ name: String, cells: String) -> String {
        "The comparison with \(name) rests on doubtful figures: \(cells)."
    }
    func homeIsDoubtful(_ name: String, cells: String) -> String {
        "Some figures of our own region, \(name), are doubtful: \(cells)."
    }
    func andMore(_ count: String) -> String { "and \(count) more" }
    func count(_ shown: String, of all: String) -> String { "\(shown) of \(all) regions" }
    func doubtfulCell(_ industry: String, year: String, value: String, rule: String) -> String {
        "\(industry) \(year) = \(value) billion (\(rule))"
    }
    func seeCandidate(_ name: String) -> String { "Make \(name) the candidate host" }
    var notScored: String {
        "Share and LQ are shown but not scored, because they are already part of the distance."
    }
    var bandExplanation: String {
        "Ranks are always among all regions with figures, whatever provinces and kinds are chosen. The band "
            + "shows the least and the greatest rank under another measure or year."
    }
    var shortlistExplanation: String {
        "Alike: 1 for the same structure, 0 outside the nearest tenth of all regions. Better: the lead per "
            + "resident (full at 4 times) and the lead in growth (full at 30 percentage points), by their "
            + "weights. Close: 1 on the spot, halved every 500 km. The three are multiplied with the weights "
            + "as exponents; whoever does no better, or makes less per resident than we do, is not listed. A lead "
            + "that rests on a doubtful figure does not count."
    }
    var structureOnly: String {
        "Likeness is computed from structure alone: the shares of seventeen industries in the regional "
            + "product. Performance plays no part in who is near."
    }
    var noExperiment: String {
        "A region that is ahead need not be ahead because of its policies: these figures show whom to ask, "
            + "not what the cause is."
    }
}
