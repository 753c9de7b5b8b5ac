import Charts
import Register
import Storage

/// The sentra of a table as dots on a map.
struct SentraMap {
    let lines: [SentraLine]
    let visit: Visit

    /// The least part of the earth that is shown, in degrees: eleven kilometres.
    private static let leastDegrees = 0.1

    /// - Returns: `nil` where no place is known, not even a district.
    func chart() -> PageChart? {
        let places = lines.compactMap(place)
        guard !places.isEmpty else { return nil }
        let words = visit.words
        let numbers = visit.language.numbers
        let caption = words.sentraMapCaption(numbers.integer(places.count), of: numbers.integer(lines.count))
        let drawing = dotMap(
            places,
            graticule: Graticule(
                longitude: { numbers.tick($0) + words.degreesEast },
                latitude: { words.latitude(numbers.tick(abs($0)), isSouth: $0 < 0) }),
            caption: Caption(title: words.sentraMapHeading, description: caption), leastDegrees: Self.leastDegrees)
        return PageChart(
            drawing: drawing,
            notes: ["\(caption) \(words.sentraMapLegend)", "\(words.sources): \(words.sentraSource)."])
    }

    /// The name without the word that all of them begin with: it is written small, among others.
    private func short(_ name: String) -> String {
        let word = visit.words.sentraTitle + " "
        return name.hasPrefix(word) ? String(name.dropFirst(word.count)) : name
    }

    private func place(_ line: SentraLine) -> MapPlace? {
        guard let position = line.card.position ?? line.districtCentroid else { return nil }
        let members = line.members.map { visit.language.numbers.integer($0) }
        return MapPlace(
            longitude: position.longitude, latitude: position.latitude,
            role: line.card.position == nil ? .rest : .home, name: short(line.card.name),
            label: members.map { visit.words.sentraDot(line.card.name, members: $0) } ?? line.card.name)
    }
}
