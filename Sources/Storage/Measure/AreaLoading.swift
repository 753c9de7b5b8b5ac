import Register

/// What must be done to the districts and villages of a database so that they are those of the files. Ninety thousand
/// rows are compared, not written, where only some other fact has changed.
struct AreaChanges {
    private let gone: [AreaCode]
    private let changed: [Area]
    private let new: [Area]

    init(to areas: [Area], _ connection: any Connection) throws {
        let old = Dictionary(uniqueKeysWithValues: try readAreas(connection).map { ($0.id, $0) })
        let kept = Set(areas.map(\.id))
        // Villages before their districts, which they refer to.
        gone = old.keys.filter { !kept.contains($0) }.sorted(by: >)
        changed = areas.filter { area in old[area.id].map { $0 != area } ?? false }
        new = areas.filter { old[$0.id] == nil }.sorted { $0.id < $1.id }
    }

    /// Before the regions they lie in are deleted.
    func deleteGone(_ connection: any Connection) throws {
        try connection.execute("DELETE FROM area WHERE code = $1", forEach: gone.map { [.text($0.text)] })
    }

    /// After the regions they lie in are there.
    func write(_ connection: any Connection) throws {
        try connection.execute(
            "UPDATE area SET name = $2, latitude = $3, longitude = $4 WHERE code = $1",
            forEach: changed.map { area in
                [
                    .text(area.id.text), .text(area.name), SQLValue(area.centroid?.latitude),
                    SQLValue(area.centroid?.longitude),
                ]
            })
        guard !new.isEmpty else { return }
        try connection.append(
            to: "area", columns: ["code", "kind", "name", "regency", "district", "latitude", "longitude"],
            rows: new.lazy.map(values))
    }

    private func values(of area: Area) -> [SQLValue] {
        let code = area.id
        return [
            .text(code.text), .text(code.kind.rawValue), .text(area.name), SQLValue(code.regency),
            code.kind == .district ? .null : .text(code.district.text),
            SQLValue(area.centroid?.latitude), SQLValue(area.centroid?.longitude),
        ]
    }
}
