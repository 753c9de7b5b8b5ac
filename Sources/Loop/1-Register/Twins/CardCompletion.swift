extension EnterpriseCard {
    /// The card of an enterprise that was written down twice: what this one says stays, and what it does not know is
    /// taken from its twin. What only makes sense beside another field goes with it: the year of another licence, the
    /// sex of another owner, a street in another district, say nothing about this one.
    public func completed(by twin: EnterpriseCard) -> EnterpriseCard {
        var card = twin.taking(self)
        if let licence, licence != twin.licence { card.licenceYear = licenceYear }
        if !mayShareOwner(with: twin) { card.ownerSex = ownerSex }
        if let area, let other = twin.area, area.district != other.district {
            card.street = street
            card.position = position
        }
        if isExporting == false { card.exportCountry = exportCountry }
        return card
    }

    /// Whether nothing says that the owners are two.
    public func mayShareOwner(with twin: EnterpriseCard) -> Bool {
        guard let owner, let other = twin.owner else { return true }
        return FoldedName(owner).key == FoldedName(other).key
    }
}
