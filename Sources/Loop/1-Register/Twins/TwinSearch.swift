import Foundation

/// A record of the register that may be the enterprise looked for.
public struct TwinCandidate: Sendable, Equatable {
    public let id: Enterprise.ID
    public let score: TwinScore
}

/// Finds enterprises of a register a second time: by number, phone, words of the name as they are heard, the letters
/// of the name in any order, the beginning and the end of the name, and the owner, each with the place.
///
/// Holds a register of 1,000,000 in about 300 MB. The same register and question give the same answer.
public struct TwinSearch: Sendable {
    public let census: TwinCensus
    public let weights: TwinWeights
    private var ids: [Enterprise.ID] = []
    private var words: [UInt32] = []
    /// Where the words of the name, of the owner and of the street of each record begin.
    private var starts: [UInt32] = [0]
    private var numbers: [Numbers] = []
    private var postings = TwinPostings()

    private struct Numbers {
        let nib: UInt64
        let phone: UInt64
        let area: PackedArea
        let industry: UInt32
    }

    /// So many candidates are weighed for one question.
    private static let mostWeighed = 48
    /// A key that more records have does not choose.
    private static let mostOfKey = 2000

    /// - Parameter records: read once, one after the other; they need not be in memory all together.
    /// - Complexity: n log n.
    public init(_ records: some Sequence<TwinRecord>, weights: TwinWeights = .standard) {
        self.weights = weights
        var census = TwinCensus()
        var folding = NameFolding()
        var keys: [UInt32] = []
        for record in records {
            let folded = TwinFolded(record, using: &folding)
            let numbered = census.add(folded)
            for part in [numbered.name, numbered.owner, numbered.street] {
                words += part
                starts.append(UInt32(words.count))
            }
            TwinKeys.keys(of: folded, into: &keys)
            postings.add(keys, of: UInt32(ids.count))
            ids.append(record.id)
            numbers.append(
                Numbers(nib: folded.nib, phone: folded.phone, area: folded.area, industry: folded.industry))
        }
        postings.finish(most: Self.mostOfKey)
        self.census = census
    }

    public var count: Int { ids.count }

    /// The records that may be this one, the most probable first, ties in the order of the register; never itself.
    /// - Parameter limit: ≥ 1. What is surely another is left out.
    public func candidates(of record: TwinRecord, limit: Int = 10) -> [TwinCandidate] {
        candidates(of: [record], limit: limit)[0]
    }

    /// For many records: one answer each, in their order. Looks at nothing but the register, not at each other.
    public func candidates(of records: [TwinRecord], limit: Int = 10) -> [[TwinCandidate]] {
        var scratch = Scratch(count: count)
        let comparison = TwinComparison(census: census, weights: weights, postings: postings)
        return records.map { record in
            let folded = TwinFolded(record, using: &scratch.folding)
            let traits = comparison.traits(folded)
            let found = gather(folded, using: &scratch).filter { ids[$0] != record.id }.map { place in
                (place, TwinCandidate(id: ids[place], score: comparison.score(traits, self.traits(place, comparison))))
            }
            let ranked = found.filter { $0.1.score.outcome != .different }
                .sorted { ($1.1.score.bits, $0.0) < ($0.1.score.bits, $1.0) }
            return ranked.prefix(limit).map(\.1)
        }
    }

    /// What a question needs and the next one uses again.
    private struct Scratch {
        var folding = NameFolding()
        var keys: [UInt32] = []
        /// Bits of the keys in common, by record.
        var bits: [Float]
        var touched: [Int] = []

        init(count: Int) { bits = [Float](repeating: 0, count: count) }
    }

    /// The records that share most keys, rare keys counting more.
    private func gather(_ folded: TwinFolded, using scratch: inout Scratch) -> [Int] {
        TwinKeys.keys(of: folded, into: &scratch.keys)
        scratch.touched.removeAll(keepingCapacity: true)
        let whole = Float(count)
        for key in scratch.keys {
            var told: Float = -1
            postings.forEach(key) { record, count in
                if told < 0 { told = log2(whole / Float(count)) + 0.5 }
                if scratch.bits[record] == 0 { scratch.touched.append(record) }
                scratch.bits[record] += told
            }
        }
        let ranked = best(scratch.touched, scratch.bits)
        for record in scratch.touched { scratch.bits[record] = 0 }
        return ranked
    }

    /// The first of the touched by bits; a full sort of thousands would take longer than the weighing.
    private func best(_ touched: [Int], _ bits: [Float]) -> [Int] {
        guard touched.count > Self.mostWeighed else { return touched }
        func step(_ record: Int) -> Int { min(511, Int(bits[record] * 4)) }
        var histogram = [Int](repeating: 0, count: 512)
        for record in touched { histogram[step(record)] += 1 }
        var floor = 512
        var sum = 0
        while floor > 0, sum + histogram[floor - 1] <= Self.mostWeighed {
            floor -= 1
            sum += histogram[floor]
        }
        let sure = touched.filter { step($0) >= floor }
        let next = touched.filter { step($0) == floor - 1 }.sorted { (bits[$1], $0) < (bits[$0], $1) }
        return sure + next.prefix(Self.mostWeighed - sum)
    }

    private func traits(_ place: Int, _ comparison: TwinComparison) -> TwinTraits {
        func part(_ offset: Int, _ part: TwinCensus.Part) -> [TwinWord] {
            words[Int(starts[3 * place + offset])..<Int(starts[3 * place + offset + 1])].map { word in
                TwinWord(
                    census.letters[Int(word)], bits: comparison.bits(ofShare: census.share(ofWord: word, part)))
            }
        }
        let own = numbers[place]
        return TwinTraits(
            name: part(0, .name), owner: part(1, .owner), street: part(2, .street), nib: own.nib, phone: own.phone,
            area: own.area, industry: own.industry)
    }
}
