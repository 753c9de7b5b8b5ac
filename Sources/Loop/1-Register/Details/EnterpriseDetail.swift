/// Something that hangs on one enterprise and is entered, changed and removed by itself: a certificate, a product, a group
/// of workers, equipment, a worksheet. Told as texts, one for each field that is known: the form in which events and forms hold it.
/// What is written so is read back as it was.
public protocol EnterpriseDetail: Sendable, Hashable {
    static var detailKind: DetailKind { get }
    /// In the order in which people are asked.
    static var fields: [DetailField] { get }
    /// Without these it says nothing.
    static var required: Set<DetailField> { get }
    /// By what it is the only one of its enterprise; empty where several may be alike.
    static var identity: [DetailField] { get }

    /// - Returns: `nil` for what is not known.
    func text(_ field: DetailField) -> String?
    /// - Returns: `nil` where a required text is missing or says nothing to its field; any other such text is left out.
    init?(_ id: Key<Self>, of enterprise: Enterprise.ID, texts: [DetailField: String])
}

extension EnterpriseDetail {
    public static var identity: [DetailField] { [] }

    /// Every field that is known.
    public var texts: [DetailField: String] {
        Self.fields.reduce(into: [:]) { texts, field in texts[field] = text(field) }
    }
}

/// The kinds of details. The raw value is the stable name in events.
public enum DetailKind: String, Sendable, CaseIterable, Codable {
    case certificate, product
    case workerGroup = "worker-group"
    case equipment
    /// Lembar nilai tambah: what a product brings and costs in a period.
    case worksheet

    /// How carefully it is kept: pay, numbers of workers, what machines cost and what a product brings are figures of a
    /// single enterprise.
    public var dataClass: DataClass {
        switch self {
        case .certificate, .product: .register
        case .workerGroup, .equipment, .worksheet: .figures
        }
    }
}
