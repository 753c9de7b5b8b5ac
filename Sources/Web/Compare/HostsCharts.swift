import Charts
import Compare
import Measure
import Register

extension HostsWriter {
    /// Likeness against lead: the regions of the table, home at distance 0.
    func leadChart() -> PageChart? {
        guard let own = answer.homeFigures.perResident else { return nil }
        var points = [
            ScatterPoint(
                x: 0, y: own, role: .home, name: home,
                label: "\(home): \(numbers.rough(own)) \(words.perResidentUnit)")
        ]
        for host in charted {
            guard let level = host.figures.perResident else { continue }
            points.append(
                ScatterPoint(
                    x: host.distance, y: level, role: role(of: host), name: host.region.shortName,
                    label: "\(host.region.name): \(numbers.number(host.distance, decimals: 3)); "
                        + "\(numbers.rough(level)) \(words.perResidentUnit)"))
        }
        let numbers = numbers
        let drawing = scatter(
            points,
            x: Axis(title: "\(words.distanceHeading) (\(words.name(answer.question.method)))") {
                numbers.tick($0)
            },
            y: Axis(title: "\(words.perResidentHeading), \(words.perResidentUnit)") {
                numbers.tick($0)
            },
            caption: Caption(title: words.leadHeading, description: words.leadCaption(home)))
        return PageChart(drawing: drawing, notes: [words.leadCaption(home), source(points.count)])
    }

    /// Home and another region, industry by industry.
    func structureChart(_ other: Host) -> PageChart {
        let rows = IndustrySection.allCases.map { industry in
            StructureRow(
                words.name(industry), home: share(answer.homeStructure[industry.position]),
                other: share(other.structure[industry.position]))
        }
        let caption = words.structureCaption(home, other.region.shortName, year: year)
        let drawing = structureBars(
            rows, home: home, other: other.region.shortName,
            caption: Caption(title: words.structureHeading, description: caption))
        return PageChart(drawing: drawing, notes: [caption, source()])
    }

    /// Every region with a centroid as a dot; home and the regions of the table by name.
    func map() -> PageChart {
        let named = Dictionary(
            charted.map { ($0.region.id, $0) }, uniquingKeysWith: { first, _ in first })
        let places = economies.directory.regenciesAndCities.compactMap { region -> MapPlace? in
            guard let centroid = region.centroid else { return nil }
            let isHome = region.id == answer.home.id
            let host = named[region.id]
            let isNamed = isHome || host != nil
            return MapPlace(
                longitude: centroid.longitude, latitude: centroid.latitude,
                role: isHome ? .home : host == nil ? .rest : .other,
                name: isHome || isWorthAName(host) ? region.shortName : nil,
                label: isNamed ? region.name : nil)
        }
        let words = words
        let drawing = dotMap(
            places,
            graticule: Graticule(
                longitude: { "\(Int($0))" + words.degreesEast },
                latitude: { words.latitude("\(Int(abs($0)))", isSouth: $0 < 0) }),
            caption: Caption(title: words.mapHeading, description: words.mapCaption(home)))
        return PageChart(
            drawing: drawing, notes: ["\(words.mapCaption(home)). \(words.mapLegend)", words.regionSource])
    }

    /// The regions of the table and of the shortlist, each once.
    var charted: [Host] {
        var seen: Set<RegionCode> = []
        let all = answer.nearest + [answer.candidate].compactMap(\.self) + answer.shortlist.map(\.host)
        return all.filter { seen.insert($0.region.id).inserted }
    }

    private func isWorthAName(_ host: Host?) -> Bool {
        guard let host else { return false }
        if host.region.id == answer.question.candidate { return true }
        return answer.candidate == nil && host.region.id == answer.shortlist.first?.host.region.id
    }

    private func role(of host: Host) -> Role {
        let isShort = answer.shortlist.contains { $0.host.region.id == host.region.id }
        return isShort || host.region.id == answer.question.candidate ? .other : .rest
    }

    private func share(_ share: Double) -> Figure { Figure(share, numbers.percent(share)) }

    /// - Parameter shown: how many regions the picture shows of those compared; `nil` where that says nothing.
    private func source(_ shown: Int? = nil) -> String {
        let source = "\(words.sources): \(words.productSource)."
        guard let shown else { return source }
        return "\(source) n = \(words.count(numbers.integer(shown), of: numbers.integer(answer.compared + 1)))."
    }
}
