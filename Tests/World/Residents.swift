import Register

/// Who and where the regions of the small world are.
struct Residents {
    let code: String
    let bps: String
    let kind: Region.Kind
    let name: String
    let place: (latitude: Double, longitude: Double, area: Double)
    let people: (men: Int, women: Int)

    var region: Region {
        Region(
            id: World.code(code), bpsCode: BPSCode(bps), kind: kind, name: name,
            place: (Coordinates(latitude: place.latitude, longitude: place.longitude), place.area),
            population: Population(men: people.men, women: people.women))
    }

    static let all = [
        Residents(
            code: "32", bps: "32", kind: .province, name: "Jawa Barat",
            place: (-6.92063, 107.60332, 37053.331), people: (25_997_794, 25_318_584)),
        Residents(
            code: "32.04", bps: "3204", kind: .regency, name: "Kabupaten Bandung",
            place: (-7.09759, 107.60873, 1740.843), people: (1_953_971, 1_885_750)),
        Residents(
            code: "32.73", bps: "3273", kind: .city, name: "Kota Bandung",
            place: (-6.91924, 107.6366, 166.593), people: (1_298_551, 1_293_212)),
        Residents(
            code: "51", bps: "51", kind: .province, name: "Bali",
            place: (-8.36977, 115.13168, 5582.827), people: (2_193_831, 2_181_432)),
        Residents(
            code: "51.01", bps: "5101", kind: .regency, name: "Kabupaten Jembrana",
            place: (-8.31312, 114.68289, 847.515), people: (165_808, 164_413)),
        Residents(
            code: "51.03", bps: "5103", kind: .regency, name: "Kabupaten Badung",
            place: (-8.58285, 115.18838, 397.395), people: (267_478, 270_261)),
        Residents(
            code: "51.04", bps: "5104", kind: .regency, name: "Kabupaten Gianyar",
            place: (-8.48097, 115.28749, 363.782), people: (253_020, 251_825)),
        Residents(
            code: "51.71", bps: "5171", kind: .city, name: "Kota Denpasar",
            place: (-8.66836, 115.22082, 125.694), people: (335_225, 338_045)),
        Residents(
            code: "73", bps: "73", kind: .province, name: "Sulawesi Selatan",
            place: (-3.73406, 120.16109, 45323.975), people: (4_729_375, 4_798_901)),
        Residents(
            code: "73.71", bps: "7371", kind: .city, name: "Kota Makassar",
            place: (-5.13561, 119.4639, 177.174), people: (736_111, 746_243)),
    ]
}
