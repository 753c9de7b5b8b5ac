import Foundation
import Register
import Testing
import World

@testable import Storage

struct EventFilterTests {
    /// One condition each, and several at once.
    static func filters(_ office: Office) -> [EventFilter] { filters() }

    static func filters() -> [EventFilter] {
        var filters: [EventFilter] = []
        for pattern in 0..<64 {
            var filter = EventFilter(office: World.badung)
            if pattern & 1 != 0 { filter.kind = .signedIn }
            if pattern & 2 != 0 { filter.actor = Pages.actors[0] }
            if pattern & 4 != 0 { filter.subject = Pages.subjects[0] }
            if pattern & 8 != 0 { filter.from = Office.start + 300 }
            if pattern & 16 != 0 { filter.to = Office.start + 900 }
            if pattern & 32 != 0 { filter.before = 50 }
            filters.append(filter)
        }
        return filters
    }

    @Test(arguments: Desk.engines)
    func `a filter gives what looking at every line gives, page by page`(engine: EngineKind) async throws {
        let pages = try await Pages(engine, lines: 150)
        let all = try await pages.store.events(EventFilter(office: World.badung), limit: 1000)
        #expect(all.map(\.event.number) == Array((1...(pages.lengths[World.badung] ?? 0)).reversed()))
        var counts: Set<Int> = []
        for filter in Self.filters() {
            let expected = all.filter { matches($0.event, filter) }
            counts.insert(expected.count)
            var found: [EventLine] = []
            var next = filter
            while true {
                let page = try await pages.store.events(next, limit: 7)
                #expect(page.count <= 7)
                found += page
                guard let last = page.last else { break }
                next.before = last.event.number
            }
            #expect(found == expected)
        }
        // The filters are not all alike.
        #expect(counts.count > 5)
    }

    @Test(arguments: Desk.engines)
    func `an export of any length gives every line once, oldest first`(engine: EngineKind) async throws {
        let pages = try await Pages(engine, lines: 0)
        try await pages.store.record(in: World.badung, by: Stamp(by: nil, at: Office.start)) { _, book in
            for number in 0..<2500 {
                try book.note(number.isMultiple(of: 5) ? .jobAsked : .personShown, about: nil)
            }
        }
        func numbers(_ filter: EventFilter) async throws -> [Int] {
            let (stream, more) = AsyncStream.makeStream(of: Int.self)
            try await pages.store.eachEvent(filter) { more.yield($0.event.number) }
            more.finish()
            return await stream.reduce(into: []) { $0.append($1) }
        }
        var filter = EventFilter(office: World.badung)
        #expect(try await numbers(filter) == Array(1...2500))
        filter.kind = .jobAsked
        #expect(try await numbers(filter) == Array(stride(from: 1, through: 2500, by: 5)))
        filter.office = World.gianyar
        #expect(try await numbers(filter).isEmpty)
    }

    private func matches(_ event: Event, _ filter: EventFilter) -> Bool {
        (filter.kind.map { event.kind == $0 } ?? true) && (filter.actor.map { event.stamp.by == $0 } ?? true)
            && (filter.subject.map { event.subject == $0 } ?? true)
            && (filter.from.map { event.stamp.at >= $0 } ?? true) && (filter.to.map { event.stamp.at < $0 } ?? true)
            && (filter.before.map { event.number < $0 } ?? true)
    }
}
