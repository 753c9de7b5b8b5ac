import Pictures
import Register
import Storage
import Web

/// Pictures of a handful of products of the sample: patterns that the program draws, and says so.
struct SamplePhotos {
    /// By which they come, and with which they are taken back.
    let list: OfficeList.ID
    let stamp: Stamp

    private static let most = 6

    /// - Parameter enterprises: of the sample, with products.
    func enter(_ enterprises: [Enterprise.ID], _ store: Store, next: () -> Identifier) async throws {
        var count = 0
        for enterprise in enterprises where count < Self.most {
            for kept in try await store.details(of: enterprise).products {
                guard let pattern = kept.detail.line.flatMap(Self.pattern) else { continue }
                for number in [count, count + 2] {
                    guard let picture = pattern.picture(number: number) else { continue }
                    let entry = PhotoEntry(
                        Photo.ID(next()), of: kept.id, caption: Self.caption(pattern), picture, list: list)
                    try await store.add(entry, by: stamp)
                }
                count += 1
            }
        }
    }

    /// - Returns: `nil` for what is not made in patterns.
    private static func pattern(of line: ProcessLine) -> SamplePattern? {
        switch line {
        case .weaving: .lozenges
        case .batik: .leaves
        case .plaiting: .plaiting
        case .garments: .checks
        default: nil
        }
    }

    private static func caption(_ pattern: SamplePattern) -> String {
        let name =
            switch pattern {
            case .lozenges: "belah ketupat"
            case .checks: "kotak-kotak"
            case .leaves: "empat daun"
            case .plaiting: "anyaman"
            }
        return "Contoh: gambar pola \(name), bukan foto"
    }
}
