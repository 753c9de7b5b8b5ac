/// What two records of one enterprise have in common almost surely, one thing or the other: hashes of single things
/// by which candidates are found.
enum TwinKeys {
    /// - Returns: hashes of 32 bits, some of them perhaps twice. Two different things with one hash do no harm:
    ///   a candidate too many is weighed and dropped.
    static func keys(of folded: TwinFolded, into keys: inout [UInt32]) {
        keys.removeAll(keepingCapacity: true)
        let district = folded.area.district
        if folded.nib > 0 { keys.append(hash(1, folded.nib)) }
        if folded.phone > 0 { keys.append(hash(2, folded.phone)) }
        addName(folded.name, district, &keys)
        addOwner(folded.owner, folded.area.number, &keys)
    }

    private static func addName(_ words: [WordLetters], _ district: UInt64, _ keys: inout [UInt32]) {
        var letters: UInt64 = 0
        var joined = WordLetters("")
        for word in words {
            for place in 0..<word.count {
                letters &+= mix(UInt64(word[place]) &+ 1000)
                joined.append(word[place])
            }
            guard !word.isNumber, word.count > 1 else { continue }
            let skeleton = word.skeleton.mixed
            keys.append(hash(3, skeleton))
            if district > 0, !NameWords.light.contains(word) { keys.append(hash(4, skeleton ^ mix(district))) }
        }
        keys.append(hash(5, letters))
        guard district > 0, joined.count >= 6 else { return }
        // A slip in the one half leaves the other.
        keys.append(hash(6, part(joined, 0..<5).mixed ^ mix(district)))
        keys.append(hash(7, part(joined, (joined.count - 5)..<joined.count).mixed ^ mix(district)))
    }

    private static func addOwner(_ words: [WordLetters], _ place: UInt64, _ keys: inout [UInt32]) {
        guard !words.isEmpty else { return }
        var whole: UInt64 = 0
        for word in words where word.count > 1 {
            let skeleton = word.skeleton.mixed
            whole &+= mix(skeleton)
            if place > 0, !NameWords.light.contains(word) { keys.append(owner(skeleton, place)) }
        }
        keys.append(hash(9, whole))
    }

    /// A word of an owner's name in a place.
    static func owner(_ word: WordLetters, at place: PackedArea) -> UInt32 { owner(word.skeleton.mixed, place.number) }

    private static func owner(_ skeleton: UInt64, _ place: UInt64) -> UInt32 { hash(8, skeleton ^ mix(place)) }

    private static func part(_ letters: WordLetters, _ range: Range<Int>) -> WordLetters {
        var part = WordLetters("")
        for place in range { part.append(letters[place]) }
        return part
    }

    private static func hash(_ kind: UInt64, _ thing: UInt64) -> UInt32 {
        UInt32(truncatingIfNeeded: mix(thing &+ kind &* 0xD6E8_FEB8_6659_FD93) >> 32)
    }

    private static func mix(_ number: UInt64) -> UInt64 {
        var mixed = number &+ 0x9E37_79B9_7F4A_7C15
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
