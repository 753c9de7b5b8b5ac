import Testing

@testable import Register
@testable import World

struct WordTests {
    /// Winkler (1990), the table of comparisons.
    @Test(arguments: [
        ("martha", "marhta", 0.961), ("dwayne", "duane", 0.840), ("dixon", "dicksonx", 0.813),
        ("abroms", "abrams", 0.922), ("jones", "johnson", 0.832),
    ])
    func `published likenesses`(left: String, right: String, likeness: Double) {
        let found = WordLikeness.jaroWinkler(WordLetters(left), WordLetters(right))
        #expect(abs(found - likeness) < 0.000_7)
    }

    @Test func `likeness is symmetric, one for the same word and zero for nothing in common`() {
        let words = ["sari", "rasa", "sair", "makmur", "a", "wayan", "wyan", "abcdefghijklmnopqrstuvwxyzabcdefghij"]
        for left in words.map({ WordLetters($0) }) {
            for right in words.map({ WordLetters($0) }) {
                for likeness in [WordLikeness.jaroWinkler, WordLikeness.pairs] {
                    #expect(abs(likeness(left, right) - likeness(right, left)) < 1e-12)
                    #expect((0...1).contains(likeness(left, right)))
                    if left == right { #expect(likeness(left, right) == 1) }
                }
            }
        }
        #expect(WordLikeness.jaroWinkler(WordLetters("abc"), WordLetters("xyz")) == 0)
    }

    @Test(arguments: [
        ("vina", "fina"), ("zaenal", "saenal"), ("novi", "nopi"), ("hasan", "asan"), ("santoso", "santusu"),
    ])
    func `words that sound alike have one skeleton`(left: String, right: String) {
        #expect(WordLetters(left).skeleton == WordLetters(right).skeleton)
    }

    @Test func `the words of two names are paired as trying all orders pairs them`() {
        var dice = Dice(state: 4)
        let pool = ["sari", "sair", "sarı", "rasa", "rasaa", "jaya", "jya", "2", "3", "makmur", "makmr", "m"]
        for _ in 0..<300 {
            func name() -> [TwinWord] {
                (0..<1 + dice.below(4)).map { _ in
                    TwinWord(WordLetters(dice.pick(pool)), bits: Double(1 + dice.below(10)))
                }
            }
            let (left, right) = (name(), name())
            let told = WordAlignment(left, right).pairs.reduce(0) { $0 + $1.bits }
            #expect(abs(told - bestByTrying(left[...], right)) < 1e-9)
        }
    }

    private func bestByTrying(_ left: ArraySlice<TwinWord>, _ right: [TwinWord]) -> Double {
        guard let first = left.first else { return 0 }
        var best = bestByTrying(left.dropFirst(), right)
        for (place, word) in right.enumerated() {
            let likeness = TwinWord.likeness(first, word)
            guard likeness > 0 else { continue }
            var rest = right
            rest.remove(at: place)
            best = max(best, TwinWord.gain(first, word, likeness: likeness) + bestByTrying(left.dropFirst(), rest))
        }
        return best
    }

    @Test func `swapped and joined words are the same name`() {
        func name(_ words: String...) -> [TwinWord] { words.map { TwinWord(WordLetters($0), bits: 5) } }
        #expect(WordAlignment(name("sari", "rasa"), name("rasa", "sari")).likeness == 1)
        #expect(WordAlignment(name("sari", "rasa"), name("sarirasa")).likeness > 0.9)
        #expect(WordAlignment(name("sari", "rasa"), name("sari", "murni")).likeness < 0.6)
        #expect(WordAlignment(name("rasa", "1"), name("rasa", "2")).hasOtherNumber)
        #expect(WordAlignment([], name("rasa")).bits == 0)
    }
}
