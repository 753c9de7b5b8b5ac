import Compare
import Register
import Storage

extension Visit {
    /// The office that is meant where the visitor enters for one only.
    func onlyOffice(_ dataClass: DataClass) -> RegionCode? {
        let regions = regions(.enter, dataClass)
        return regions.count == 1 && regions.first?.isProvince == false ? regions.first : nil
    }

    /// The field that asks whose office will keep what a form enters; none where that is clear.
    func officeFields(_ dataClass: DataClass, label: String) -> [FormField] {
        guard onlyOffice(dataClass) == nil else { return [] }
        let own = visitor?.record.account.office.text
        return [FormField(name: "region", label: label, value: form["region"] ?? own ?? "", hint: words.homeHint)]
    }

    /// Whose office will keep what a form enters: the only one, or the one that the form names by code or name.
    /// - Throws: `.notDone(.beyondOwnRegion)`, or what `named` refuses.
    func officeToKeep(_ dataClass: DataClass) async throws -> RegionCode {
        if let only = onlyOffice(dataClass) { return only }
        let directory = try await store.regionalEconomies().directory
        let region = try HatFields.region(form["region"] ?? "", directory)
        guard may(.enter, dataClass, at: Place(region)) else { throw RequestRefusal.notDone(.beyondOwnRegion) }
        return region
    }

    /// The same for what no province keeps: its list is made of its regencies' and cities'.
    /// - Throws: `.badEntry` for a province; what `officeToKeep` refuses.
    func regencyToKeep(_ dataClass: DataClass) async throws -> RegionCode {
        let office = try await officeToKeep(dataClass)
        guard !office.isProvince else { throw RequestRefusal.badEntry(field: "region", .enterprise(.regency)) }
        return office
    }
}
