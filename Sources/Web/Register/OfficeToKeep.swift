import Compare
import Register
import Storage

extension Visit {
    /// The office that is meant where the visitor enters for one only.
    func onlyOffice(_ dataClass: DataClass) -> RegionCode? {
        let regions = regions(.enter, dataClass)
        return regions.count == 1 && regions.first?.isProvince == false ? regions.first : nil
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
}
