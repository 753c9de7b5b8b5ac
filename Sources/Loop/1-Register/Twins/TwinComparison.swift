import Foundation

/// A record with its words as they are compared.
struct TwinTraits {
    let name: [TwinWord]
    let owner: [TwinWord]
    let street: [TwinWord]
    let nib: UInt64
    let phone: UInt64
    let area: PackedArea
    let industry: UInt32
}

/// Weighs the evidence of two records.
struct TwinComparison {
    let census: TwinCensus
    let weights: TwinWeights
    /// Of the register, to see how usual a word is in one place; `nil` where there is none.
    var postings: TwinPostings?

    func traits(_ record: TwinRecord) -> TwinTraits {
        var folding = NameFolding()
        return traits(TwinFolded(record, using: &folding))
    }

    func traits(_ folded: TwinFolded) -> TwinTraits {
        TwinTraits(
            name: folded.name.map { word($0, .name) }, owner: folded.owner.map { word($0, .owner) },
            street: folded.street.map { word($0, .street) }, nib: folded.nib, phone: folded.phone, area: folded.area,
            industry: folded.industry)
    }

    func word(_ letters: WordLetters, _ part: TwinCensus.Part) -> TwinWord {
        TwinWord(letters, bits: bits(ofShare: census.share(of: letters, part)))
    }

    func bits(ofShare share: Double) -> Double {
        min(weights.mostOfWord, max(0.3, log2(weights.sameWord.m / max(share, weights.sameWord.u))))
    }

    func score(_ left: TwinTraits, _ right: TwinTraits) -> TwinScore {
        var reasons = nameReasons(left, right)
        reasons += nibReason(left.nib, right.nib)
        reasons += placeReason(left.area, right.area)
        reasons += industryReason(left.industry, right.industry)
        reasons += discounted(
            ownerReason(left, right) + phoneReason(left.phone, right.phone)
                + streetReason(left.street, right.street))
        let bits = reasons.reduce(census.prior) { $0 + $1.bits }
        let limit =
            isDoubtful(left, right, reasons) ? log2(weights.sameFrom / (1 - weights.sameFrom)) - 0.01 : .infinity
        return TwinScore(bits: min(bits, limit), reasons: reasons, weights: weights)
    }

    /// Whether the names speak against it so much that somebody has to look.
    private func isDoubtful(_ left: TwinTraits, _ right: TwinTraits, _ reasons: [TwinReason]) -> Bool {
        if reasons.contains(where: { $0.kind == .otherNumber }) { return true }
        if left.nib > 0, left.nib == right.nib { return false }
        return reasons.allSatisfy { reason in
            switch reason.kind {
            case .namesAlike(let likeness), .namesDiffer(let likeness): likeness < weights.leastLikeness
            default: true
            }
        }
    }

    /// Bits to take off where a firm is called after its owner, whom both records name: it is told twice.
    private func toldByOwner(_ words: WordAlignment, _ left: TwinTraits, _ right: TwinTraits) -> Double {
        guard !left.owner.isEmpty, !right.owner.isEmpty else { return 0 }
        let owners = Set((left.owner + right.owner).map(\.letters))
        return words.pairs.filter { owners.contains($0.word.letters) }
            .reduce(0) { $0 + $1.bits * (1 - weights.shareOfFurther) }
    }

    /// Bits to take off where partners are usual words of the place that both records lie in: there a family name
    /// tells little, however rare it is elsewhere.
    private func usualHere(_ words: WordAlignment, _ left: PackedArea, _ right: PackedArea) -> Double {
        guard let postings, left == right, left.isVillage else { return 0 }
        let village = census.count(of: left) + 2
        return words.pairs.reduce(0) { sum, pair in
            // One of them is the record itself.
            let others = postings.count(TwinKeys.owner(pair.word.letters, at: left)) - 1
            guard others > 0 else { return sum }
            return sum + max(0, pair.bits - bits(ofShare: (Double(others) + 0.5) / village))
        }
    }

    /// Bits to take off where partners are words of the trade that both records are of: "Pandai Besi" among smiths.
    private func toldByTrade(_ words: WordAlignment, _ left: UInt32, _ right: UInt32) -> Double {
        guard left > 0, left == right else { return 0 }
        return words.pairs.reduce(0) { sum, pair in
            let share = census.share(of: pair.word.letters, inIndustry: left)
            return share > 0 ? sum + max(0, pair.bits - bits(ofShare: share)) : sum
        }
    }

    private func nameReasons(_ left: TwinTraits, _ right: TwinTraits) -> [TwinReason] {
        guard !left.name.isEmpty, !right.name.isEmpty else { return [] }
        let names = WordAlignment(left.name, right.name)
        let known = max(usualHere(names, left.area, right.area), toldByOwner(names, left, right))
        let told = names.bits - known - toldByTrade(names, left.industry, right.industry)
        let bits = min(weights.mostOfName, told)
        let kind: TwinReason.Kind = names.bits > 0 ? .namesAlike(names.likeness) : .namesDiffer(names.likeness)
        let reason = TwinReason(kind: kind, bits: bits)
        return names.hasOtherNumber
            ? [reason, TwinReason(kind: .otherNumber, bits: weights.otherNumber.bits)] : [reason]
    }

    private func nibReason(_ left: UInt64, _ right: UInt64) -> [TwinReason] {
        guard left > 0, right > 0 else { return [] }
        if left == right { return [TwinReason(kind: .sameNIB, bits: weights.sameNIB.bits)] }
        return switch PackedDigits.slip(left, right) {
        case .early: [TwinReason(kind: .nearNIB, bits: weights.nearNIB.bits)]
        case .late: []
        case .none: [TwinReason(kind: .otherNIB, bits: weights.otherNIB.bits)]
        }
    }

    private func placeReason(_ left: PackedArea, _ right: PackedArea) -> [TwinReason] {
        guard left.isKnown, right.isKnown else { return [] }
        if left.regency != right.regency { return [TwinReason(kind: .otherRegency, bits: weights.otherRegency.bits)] }
        if left.district != right.district {
            return [TwinReason(kind: .otherDistrict, bits: weights.otherDistrict.bits)]
        }
        if left == right, left.isVillage {
            let share = max(census.share(of: left), weights.sameVillage.u)
            return [TwinReason(kind: .sameVillage, bits: log2(weights.sameVillage.m / share))]
        }
        // A village beside its district alone contradicts nothing.
        let bits = left.isVillage && right.isVillage ? weights.sameDistrict.bits : weights.sameDistrict.bits + 2
        return [TwinReason(kind: .sameDistrict, bits: bits)]
    }

    private func industryReason(_ left: UInt32, _ right: UInt32) -> [TwinReason] {
        // Codes of two versions are not compared: the same digits may mean something else.
        guard left > 0, right > 0, left / 1_000_000 == right / 1_000_000 else { return [] }
        if left == right {
            let share = max(census.share(ofIndustry: left), weights.sameIndustry.u)
            return [TwinReason(kind: .sameIndustry, bits: log2(weights.sameIndustry.m / share))]
        }
        return left / 100 == right / 100
            ? [TwinReason(kind: .sameGroup, bits: weights.sameGroup.bits)]
            : [TwinReason(kind: .otherIndustry, bits: weights.otherIndustry.bits)]
    }

    private func ownerReason(_ left: TwinTraits, _ right: TwinTraits) -> [TwinReason] {
        guard !left.owner.isEmpty, !right.owner.isEmpty else { return [] }
        let owners = WordAlignment(left.owner, right.owner)
        let told = owners.bits - usualHere(owners, left.area, right.area)
        let bits = max(-weights.mostAgainstOwner, min(weights.mostOfOwner, told))
        let kind: TwinReason.Kind =
            owners.likeness > 0.999 ? .sameOwner : bits > 0 ? .ownersAlike(owners.likeness) : .otherOwner
        return [TwinReason(kind: kind, bits: bits)]
    }

    private func phoneReason(_ left: UInt64, _ right: UInt64) -> [TwinReason] {
        guard left > 0, right > 0 else { return [] }
        if left == right { return [TwinReason(kind: .samePhone, bits: weights.samePhone.bits)] }
        return switch PackedDigits.slip(left, right) {
        case .early: [TwinReason(kind: .nearPhone, bits: weights.nearPhone.bits)]
        case .late: []
        case .none: [TwinReason(kind: .otherPhone, bits: weights.otherPhone.bits)]
        }
    }

    private func streetReason(_ left: [TwinWord], _ right: [TwinWord]) -> [TwinReason] {
        guard !left.isEmpty, !right.isEmpty else { return [] }
        let streets = WordAlignment(left, right)
        return streets.likeness >= 0.7 && !streets.hasOtherNumber
            ? [TwinReason(kind: .sameStreet, bits: weights.sameStreet.bits)]
            : [TwinReason(kind: .otherStreet, bits: weights.otherStreet.bits)]
    }

    /// What tells the same thing again counts less: the strongest whole, the others in part. What speaks against
    /// counts whole.
    private func discounted(_ reasons: [TwinReason]) -> [TwinReason] {
        guard let strongest = reasons.map(\.bits).max(), strongest > 0 else { return reasons }
        var hasStrongest = false
        return reasons.map { reason in
            if reason.bits <= 0 { return reason }
            if !hasStrongest, reason.bits == strongest {
                hasStrongest = true
                return reason
            }
            return TwinReason(kind: reason.kind, bits: reason.bits * weights.shareOfFurther)
        }
    }
}
