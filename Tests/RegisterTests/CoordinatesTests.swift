import Benchmarking
import Foundation
import Register
import Testing
import World

struct CoordinatesTests {
    private func place(_ latitude: Double, _ longitude: Double) throws -> Coordinates {
        try #require(Coordinates(latitude: latitude, longitude: longitude))
    }

    private func anywhere(_ random: inout RandomStream) throws -> Coordinates {
        try place(Double.random(in: -90...90, using: &random), Double.random(in: -180...180, using: &random))
    }

    private func centroid(_ code: RegionCode) throws -> Coordinates {
        try #require(World.directory()[code]?.centroid)
    }

    /// The example of Rosetta Code, "Haversine formula": 2886.44444283798 km for a radius of 6371 km.
    @Test func `Nashville to Los Angeles is as published`() throws {
        let nashville = try place(36.12, -86.67)
        let losAngeles = try place(33.94, -118.40)
        let published = 2886.44444283798 * Coordinates.earthRadius / 6371
        #expect(abs(nashville.kilometres(to: losAngeles) - published) < 1e-6)
    }

    @Test func `Denpasar to Makassar is some six hundred kilometres`() throws {
        let kilometres = try centroid(World.denpasar).kilometres(to: centroid(World.makassar))
        #expect((600...620).contains(kilometres))
    }

    @Test func `a degree along the equator is a 360th of the way round`() throws {
        let degree = 2 * Double.pi * Coordinates.earthRadius / 360
        #expect(abs(try place(0, 107).kilometres(to: place(0, 108)) - degree) < 1e-9)
        #expect(abs(try place(-8, 115).kilometres(to: place(-7, 115)) - degree) < 1e-9)
        #expect(abs(try place(0, 179.5).kilometres(to: place(0, -179.5)) - degree) < 1e-9)
    }

    @Test func `the other side of the globe is half the way round`() throws {
        let half = Double.pi * Coordinates.earthRadius
        #expect(abs(try place(90, 0).kilometres(to: place(-90, 0)) - half) < 1e-6)
        #expect(abs(try place(0, -90).kilometres(to: place(0, 90)) - half) < 1e-6)
        #expect(abs(try place(-8.58, 115.19).kilometres(to: place(8.58, -64.81)) - half) < 1e-3)
    }

    @Test func `distances are symmetric, zero to oneself, and no detour is shorter`() throws {
        var random = RandomStream(seed: 1)
        let places = try (0..<40).map { _ in try anywhere(&random) }
        for (here, there, further) in zip3(places) {
            let direct = here.kilometres(to: there)
            #expect(here.kilometres(to: here) == 0)
            #expect(abs(direct - there.kilometres(to: here)) < 1e-9)
            #expect((0...(Double.pi * Coordinates.earthRadius)).contains(direct))
            #expect(direct <= here.kilometres(to: further) + further.kilometres(to: there) + 1e-6)
        }
    }

    /// Every place with the next and the one after it.
    private func zip3(_ places: [Coordinates]) -> [(Coordinates, Coordinates, Coordinates)] {
        places.indices.dropLast(2).map { (places[$0], places[$0 + 1], places[$0 + 2]) }
    }

    /// Another way to the same number: the angle between two arrows from the middle of the Earth.
    @Test func `the distance equals the angle between two arrows`() throws {
        var random = RandomStream(seed: 2)
        for _ in 0..<100 {
            let (here, there) = (try anywhere(&random), try anywhere(&random))
            let dot = zip(arrow(to: here), arrow(to: there)).reduce(0) { $0 + $1.0 * $1.1 }
            let expected = Coordinates.earthRadius * acos(max(-1, min(1, dot)))
            #expect(abs(here.kilometres(to: there) - expected) < 1e-3)
        }
    }

    private func arrow(to place: Coordinates) -> [Double] {
        let (north, east) = (place.latitude * .pi / 180, place.longitude * .pi / 180)
        return [cos(north) * cos(east), cos(north) * sin(east), sin(north)]
    }

    @Test(arguments: [
        (90.1, 0.0), (-90.1, 0), (0, 180.1), (0, -180.1), (.nan, 0), (0, .nan), (.infinity, 0), (115.19, -8.58),
    ])
    func `a place that is not on the globe is refused`(latitude: Double, longitude: Double) {
        #expect(Coordinates(latitude: latitude, longitude: longitude) == nil)
    }

    @Test(arguments: [(90.0, 180.0), (-90, -180), (0, 0)])
    func `the edges are on the globe`(latitude: Double, longitude: Double) {
        #expect(Coordinates(latitude: latitude, longitude: longitude) != nil)
    }
}
