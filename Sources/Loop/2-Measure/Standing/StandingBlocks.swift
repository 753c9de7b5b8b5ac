/// Enterprises that are alike in every trait, taken together: by them everything that may be asked for is told apart.
struct StandingAtoms: Sendable {
    private(set) var places: [StandingFacts.Places] = []
    private(set) var tallies: [StandingTally] = []
    private var known: [StandingFacts.Places: Int] = [:]

    mutating func add(_ part: StandingPart, at place: StandingFacts.Places) {
        if let number = known[place] {
            tallies[number].add(part)
        } else {
            known[place] = places.count
            places.append(place)
            tallies.append(StandingTally())
            tallies[places.count - 1].add(part)
        }
    }

    func set(_ belongs: (StandingFacts.Places) -> Bool) -> AtomSet {
        var set = AtomSet(count: places.count)
        for (number, place) in places.enumerated() where belongs(place) { set.insert(number) }
        return set
    }

    func tally(_ set: AtomSet) -> StandingTally { StandingTally.sum(set.numbers.lazy.map { tallies[$0] }) }
}

/// Some of the atoms, a bit each.
struct AtomSet: Sendable, Hashable {
    private var words: [UInt64]

    init(count: Int) { words = [UInt64](repeating: 0, count: (count + 63) / 64) }

    mutating func insert(_ number: Int) { words[number / 64] |= 1 << UInt64(number % 64) }
    mutating func formUnion(_ other: AtomSet) { for place in words.indices { words[place] |= other.words[place] } }
    mutating func subtract(_ other: AtomSet) { for place in words.indices { words[place] &= ~other.words[place] } }

    var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

    func isSubset(of other: AtomSet) -> Bool {
        for place in words.indices where words[place] & ~other.words[place] != 0 { return false }
        return true
    }

    func meets(_ other: AtomSet) -> Bool {
        for place in words.indices where words[place] & other.words[place] != 0 { return true }
        return false
    }

    /// Rising.
    var numbers: [Int] {
        var numbers: [Int] = []
        for (place, word) in words.enumerated() {
            var rest = word
            while rest != 0 {
                numbers.append(place * 64 + rest.trailingZeroBitCount)
                rest &= rest - 1
            }
        }
        return numbers
    }
}

/// The whole cut into parts of which a reader knows the sums: groups that are shown, and what is left of hidden ones.
struct StandingCut {
    struct Block {
        let atoms: AtomSet
        /// `nil` for what is left.
        let group: StandingGroup?
        let count: Int
    }

    let blocks: [Block]

    /// - Parameter known: disjoint, with the group where it is shown; empty ones are left out.
    init(_ known: [(atoms: AtomSet, group: StandingGroup?)], _ atoms: StandingAtoms) {
        blocks = known.filter { !$0.atoms.isEmpty }.map {
            Block(atoms: $0.atoms, group: $0.group, count: atoms.tally($0.atoms).count)
        }
    }

    /// Blocks between whose sums lies that of few, where the other cut is known as well: a block less those of the other
    /// that lie in it, and those of the other that cover it less the block.
    /// - Returns: the shown groups by which it follows; `nil` where none does.
    func leak(beside other: StandingCut, _ atoms: StandingAtoms) -> [Block]? {
        for block in blocks {
            var (inside, cover) = ([Block](), [Block]())
            for piece in other.blocks where piece.atoms.meets(block.atoms) {
                cover.append(piece)
                if piece.atoms.isSubset(of: block.atoms) { inside.append(piece) }
            }
            if !inside.isEmpty, inside.count < cover.count {
                var rest = block.atoms
                for piece in inside { rest.subtract(piece.atoms) }
                if atoms.tally(rest).isSensitive { return [block] + inside }
            }
            var rest = AtomSet(count: atoms.places.count)
            for piece in cover { rest.formUnion(piece.atoms) }
            rest.subtract(block.atoms)
            if !rest.isEmpty, atoms.tally(rest).isSensitive { return [block] + cover }
        }
        return nil
    }
}
