struct English: Words {
    let language = Language.english
}

extension English: CommonWords {
    var tagline: String { "Observe, imitate, modify — on evidence" }
    var skipToContent: String { "Skip to content" }
    var mainNavigation: String { "Steps" }
    var verbs: [String] { ["Register", "Measure", "Compare", "Learn", "Adopt", "Verify"] }
    var verbQuestions: [String] {
        [
            "Who are our producers?", "How are they doing, in figures?",
            "Who is like us and does better?", "What did we see there?",
            "What do we do, who, by when?", "Did it work?",
        ]
    }
    var notYet: String { "not available yet" }
    var otherLanguage: String { "Bahasa Indonesia" }
    var thisPageAs: String { "This page as" }
    var howComputed: String { "How this was computed" }
    var nextStep: String { "Next step" }
    var sources: String { "Sources" }
    var noWarranty: String {
        "Figures are shown as published. Doubtful figures are marked *, never repaired."
    }
    var notKnown: String { "not known" }
    var doubtful: String { "doubtful figure" }
    var startTitle: String { "Whom to learn from, and did it work?" }
    var startLead: String {
        "Tiru helps local governments raise the value added, quality, innovation and competitiveness of "
            + "their small industries by learning from other places on evidence. Six steps, in order:"
    }
    var startAction: String { "Find regions worth learning from" }
    var and: String { "and" }
    var region: String { "Region" }
    var show: String { "Show" }
}
