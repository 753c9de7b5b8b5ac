public import Register

extension Store {
    /// All districts and villages, in the order of their codes: every district before its villages.
    public func areas() async throws -> [Area] {
        try await read { try readAreas($0) }
    }

    /// Districts and villages of a regency, a city or a whole province, in the order of their codes.
    public func areas(in region: RegionCode) async throws -> [Area] {
        guard region != .nation else { return try await areas() }
        return try await read { connection in
            // All codes that begin with the region's and a point: `/` follows the point.
            try connection.rows(
                "SELECT code, name, latitude, longitude FROM area WHERE code > $1 AND code < $2 ORDER BY code",
                [.text(region.text + "."), .text(region.text + "/")], read: readArea)
        }
    }

    /// The districts with their places, for a map of a region.
    public func districts(in region: RegionCode) async throws -> [Area] {
        try await areas(in: region).filter { $0.id.kind == .district }
    }

    /// - Returns: `nil` for a code that is not in the official list.
    public func area(_ code: AreaCode) async throws -> Area? {
        try await read { connection in
            try connection.first(
                "SELECT code, name, latitude, longitude FROM area WHERE code = $1", [.text(code.text)], read: readArea)
        }
    }
}

func readAreas(_ connection: any Connection) throws -> [Area] {
    try connection.rows("SELECT code, name, latitude, longitude FROM area ORDER BY code", read: readArea)
}

private func readArea(_ row: SQLRow) throws -> Area {
    guard let code = AreaCode(try row.text(0)) else { throw StorageFault.damaged("area \(try row.text(0))") }
    var centroid: Coordinates?
    if let latitude = try row.optionalReal(2), let longitude = try row.optionalReal(3) {
        centroid = Coordinates(latitude: latitude, longitude: longitude)
    }
    return Area(id: code, name: try row.text(1), centroid: centroid)
}
