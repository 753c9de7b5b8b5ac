extension English: ViewWords {
    var viewsTitle: String { "Saved views" }
    var viewsLead: String {
        "A view keeps search, filters, columns and order; what it shows always follows your own rights."
    }
    var viewsNone: String { "No view is saved yet. Arrange the list of enterprises as you need it and save it there." }
    var viewsManage: String { "Rename or remove views" }
    var viewKeep: String { "Save this view" }
    var viewKeepLead: String { "The search, filters, columns and order of this page are kept under a name." }
    var viewName: String { "Name of the view" }
    var viewShare: String { "Show it to colleagues of the office too" }
    var viewShareHint: String { "Only the arrangement is shared. Everybody still sees what their own rights allow." }
    var viewShared: String { "(shared)" }
    var viewSave: String { "Save" }
    var viewChange: String { "Change" }
    var viewRemove: String { "Remove" }
    var viewUnknown: String { "This view is no longer there, or is not yours." }
    var viewNameTaken: String { "You already have a view of that name. Use another name, or remove the old one." }
    func tooManyViews(_ most: String) -> String {
        "At most \(most) views a person. First remove one that is no longer used."
    }
}
