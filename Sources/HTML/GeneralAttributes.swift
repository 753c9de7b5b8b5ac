// Attributes of every element, of links and of tables.

extension Attribute {
    /// No attribute at all, for a choice between one and none.
    public static let absent = Attribute("hidden", false)
    /// Class names; those that are `nil` are left out, and with none the attribute vanishes.
    public static func `class`(_ names: String?...) -> Attribute {
        let names = names.compactMap(\.self)
        return Attribute("class", names.isEmpty ? nil : names.joined(separator: " "))
    }
    public static func id(_ id: String) -> Attribute { Attribute("id", id) }
    /// The language of the text inside, such as `id` or `en`.
    public static func lang(_ code: String) -> Attribute { Attribute("lang", code) }
    /// The words that appear when the pointer rests; never the only place of a fact.
    public static func title(_ words: String) -> Attribute { Attribute("title", words) }
    public static func hidden(_ isOn: Bool) -> Attribute { Attribute("hidden", isOn) }
    public static func tabindex(_ index: Int) -> Attribute { Attribute("tabindex", "\(index)") }
    /// A value for scripts: `data-name="value"`.
    public static func data(_ name: StaticString, _ value: String) -> Attribute {
        Attribute(name, value, isData: true)
    }

    public static func role(_ role: String) -> Attribute { Attribute("role", role) }
    public static func ariaLabel(_ words: String) -> Attribute { Attribute("aria-label", words) }
    /// The ids of the elements that name this one.
    public static func ariaLabelledby(_ ids: String) -> Attribute {
        Attribute("aria-labelledby", ids)
    }
    /// The ids of the elements that describe this one.
    public static func ariaDescribedby(_ ids: String) -> Attribute {
        Attribute("aria-describedby", ids)
    }
    /// Marks the link to where the reader already is, or nothing when `nil`.
    public static func ariaCurrent(_ place: CurrentPlace?) -> Attribute {
        Attribute("aria-current", place?.rawValue)
    }
    public static func ariaHidden(_ isOn: Bool) -> Attribute {
        Attribute("aria-hidden", isOn ? "true" : nil)
    }
    public static func ariaLive(_ manner: LiveManner) -> Attribute {
        Attribute("aria-live", manner.rawValue)
    }
    /// Marks the heading by whose column a table is sorted, or nothing when `nil`.
    public static func ariaSort(_ order: SortOrder?) -> Attribute { Attribute("aria-sort", order?.rawValue) }
    /// Marks a field whose value was refused.
    public static func ariaInvalid(_ isOn: Bool) -> Attribute {
        Attribute("aria-invalid", isOn ? "true" : nil)
    }

    /// What the current link is an instance of.
    public enum CurrentPlace: String, Sendable { case page, step, location, date, time, `true` }
    /// In which direction a column is sorted.
    public enum SortOrder: String, Sendable { case ascending, descending }
    /// How eagerly a change is read aloud.
    public enum LiveManner: String, Sendable { case polite, assertive, off }
}

extension Attribute {
    /// Where a link leads. An address that would run as a program is left out.
    public static func href(_ address: String) -> Attribute { Attribute("href", address: address) }
    /// Where an asset is fetched. An address that would run as a program is left out.
    public static func src(_ address: String) -> Attribute { Attribute("src", address: address) }
    public static func hreflang(_ code: String) -> Attribute { Attribute("hreflang", code) }
    public static func rel(_ relation: String) -> Attribute { Attribute("rel", relation) }
    public static func media(_ query: String) -> Attribute { Attribute("media", query) }
    public static func download(_ fileName: String) -> Attribute { Attribute("download", fileName) }
    public static func `defer`(_ isOn: Bool) -> Attribute { Attribute("defer", isOn) }
    public static func charset(_ name: String) -> Attribute { Attribute("charset", name) }
    public static func content(_ text: String) -> Attribute { Attribute("content", text) }
    /// A moment that machines can read: `2019-12-31`.
    public static func datetime(_ text: String) -> Attribute { Attribute("datetime", text) }
    /// Whether a `details` element is shown unfolded.
    public static func open(_ isOn: Bool) -> Attribute { Attribute("open", isOn) }
}

extension Attribute {
    /// Which cells a header cell heads.
    public static func scope(_ scope: CellScope) -> Attribute { Attribute("scope", scope.rawValue) }
    public static func colspan(_ count: Int) -> Attribute { Attribute("colspan", "\(count)") }
    public static func rowspan(_ count: Int) -> Attribute { Attribute("rowspan", "\(count)") }
    /// How many columns a `col` or `colgroup` stands for.
    public static func span(_ count: Int) -> Attribute { Attribute("span", "\(count)") }

    /// The cells that a header cell heads.
    public enum CellScope: String, Sendable { case col, row, colgroup, rowgroup }
}
