/// Views of the list that people keep under a name.
protocol ViewWords: Sendable {
    var viewsTitle: String { get }
    var viewsLead: String { get }
    var viewsNone: String { get }
    var viewsManage: String { get }
    var viewKeep: String { get }
    var viewKeepLead: String { get }
    var viewName: String { get }
    var viewShare: String { get }
    var viewShareHint: String { get }
    var viewShared: String { get }
    var viewSave: String { get }
    var viewChange: String { get }
    var viewRemove: String { get }
    var viewUnknown: String { get }
    var viewNameTaken: String { get }
    func tooManyViews(_ most: String) -> String
}

extension ViewWords {
    func message(_ why: ViewTrouble) -> String {
        switch why {
        case .unknown: viewUnknown
        case .nameTaken: viewNameTaken
        case .tooMany(let most): tooManyViews("\(most)")
        }
    }
}
