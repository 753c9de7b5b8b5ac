import Exchange
import Measure
import Register
import Storage

extension DetailsView {
    /// What hangs on the enterprise, as members of its JSON; what the visitor may not see is left out.
    func json(_ visit: Visit) -> [JSON.Member] {
        let place = Place(enterprise.office, about: enterprise.id.identifier)
        let mayRead = visit.may(.view, .personal, at: place)
        func member<Detail: EnterpriseDetail>(_ all: [KeptDetail<Detail>]) -> [JSON.Member] {
            guard visit.may(.view, Detail.detailKind.dataClass, at: place) else { return [] }
            let items = all.filter { $0.removedAt == nil }.map { kept in
                let head = [
                    JSON.Member("id", .string(kept.id.identifier.text)), JSON.Member("version", .integer(kept.version)),
                ]
                let fields = Detail.fields.filter { mayRead || !$0.isPersonal }.map {
                    JSON.Member($0.rawValue, Self.json(kept.detail.text($0), $0))
                }
                return JSON.object(head + fields + Self.computed(kept.detail) + photos(of: kept))
            }
            return [JSON.Member(Detail.detailKind.path, .array(items))]
        }
        return member(details.certificates) + member(details.products) + member(details.workers)
            + member(details.equipment) + member(details.worksheets)
    }

    /// None for what has no photos.
    private func photos(of kept: KeptDetail<some EnterpriseDetail>) -> [JSON.Member] {
        guard let product = kept as? KeptDetail<Product> else { return [] }
        let photos = photos(of: product.id).map { kept in
            JSON.object([
                JSON.Member("address", .string(ProductPhotos.address(of: kept) + "/full.jpg")),
                JSON.Member("thumbnail", .string(ProductPhotos.address(of: kept) + "/thumbnail.jpg")),
                JSON.Member("caption", .string(kept.photo.caption)),
                JSON.Member("width", .integer(kept.photo.size.width)),
                JSON.Member("height", .integer(kept.photo.size.height)),
                JSON.Member("sha256", .string(kept.photo.sha256)),
            ])
        }
        return [JSON.Member("photos", .array(photos))]
    }

    private static func computed(_ detail: some EnterpriseDetail) -> [JSON.Member] {
        if let sheet = detail as? ProductWorksheet {
            let table = sheet.table(.priced)
            return [
                JSON.Member("value_added_per_material", JSON(table?[.valueAdded])),
                JSON.Member("value_added_ratio", JSON(table?[.valueAddedRatio])),
            ]
        }
        guard let certificate = detail as? Certificate else { return [] }
        return [
            JSON.Member("expires", JSON(certificate.expires?.description)),
            JSON.Member("renew-from", JSON(certificate.renewFrom?.description)),
        ]
    }

    private static func json(_ text: String?, _ field: DetailField) -> JSON {
        guard let text else { return .null }
        return switch field.form {
        case .whole: Int(text).map(JSON.integer) ?? .string(text)
        case .number: Double(text).map(JSON.number) ?? .string(text)
        case .lines: .array(text.split(separator: "\n").map { .string(String($0)) })
        case .line, .day, .choice: .string(text)
        }
    }
}
