import Exchange
import Foundation
import Register
import Storage
import Synchronization

/// Where enterprises are, as GeoJSON: only those whose owners allow that the place is passed on, on the day it is asked
/// for; without names of persons, made while it is sent, and in the book afterwards with its hash.
struct EnterpriseMap: Sendable {
    let filter: EnterpriseFilter
    let store: Store
    let office: RegionCode
    let stamp: Stamp
    /// On which consent was looked up.
    let day: CalendarDay

    /// What goes out beside the place: what the enterprise is, and nothing of its owner.
    private static let fields: [EnterpriseField] = [.name, .village, .industry, .branch, .product, .isActive]

    /// An enterprise whose place is not known is a feature without a place. How many were left out is said at the end.
    /// - Source: RFC 7946
    func geoJSON() -> Reply {
        let tally = Tally()
        var reply = Reply(contentType: "application/geo+json") { sink in
            try await sink.send(Array("{\"type\":\"FeatureCollection\",\"features\":[".utf8))
            var isFirst = true
            try await sending(tally).send(&sink) { line in
                guard let line else { return ending(tally) }
                defer { isFirst = false }
                // Without the line break behind a document.
                return Array((isFirst ? "" : ",").utf8) + feature(line.enterprise).bytes().dropLast()
            }
        }
        reply.isPrivate = true
        reply.fileName = "enterprises.geojson"
        return reply
    }

    private func sending(_ tally: Tally) -> ListSending<ExportedEnterprise> {
        let (store, office, stamp) = (store, office, stamp)
        return ListSending<ExportedEnterprise>(
            each: { body in
                try await store.eachEnterprise(
                    filter, allowing: .publishPlace, at: stamp.at, leftOut: { tally.add($0) }, body)
            },
            note: { count, sha256 in
                try await store.notePlacesExported(
                    count, leavingOut: tally.count, sha256: sha256, from: office, by: stamp)
            })
    }

    private func ending(_ tally: Tally) -> [UInt8] {
        let told = JSON.object([
            JSON.Member("day", .string(day.description)),
            JSON.Member("consent", .string(Purpose.publishPlace.rawValue)), JSON.Member("left_out", JSON(tally.count)),
        ])
        return Array("],".utf8) + told.bytes().dropFirst()
    }

    private func feature(_ enterprise: Enterprise) -> JSON {
        let point = enterprise.card.position.map { position in
            JSON.object([
                JSON.Member("type", .string("Point")),
                JSON.Member("coordinates", .array([.number(position.longitude), .number(position.latitude)])),
            ])
        }
        let properties = Self.fields.map { field in
            JSON.Member(field.rawValue, enterprise.card.text(field).map(JSON.string) ?? .null)
        }
        return .object([
            JSON.Member("type", .string("Feature")), JSON.Member("id", .string(enterprise.id.identifier.text)),
            JSON.Member("geometry", point ?? .null),
            JSON.Member(
                "properties", .object([JSON.Member("office", .string(enterprise.office.text))] + properties)),
        ])
    }

    /// How many were left out so far.
    private final class Tally: Sendable {
        private let left = Mutex(0)

        var count: Int { left.withLock { $0 } }

        func add(_ count: Int) { left.withLock { $0 += count } }
    }
}
