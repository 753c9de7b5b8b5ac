// Attributes of forms and their fields.

extension Attribute {
    /// Where a form is sent. An address that would run as a program is left out.
    public static func action(_ address: String) -> Attribute {
        Attribute("action", address: address)
    }
    public static func method(_ method: FormMethod) -> Attribute {
        Attribute("method", method.rawValue)
    }
    /// Needed by a form that sends files.
    public static var enctypeMultipart: Attribute { Attribute("enctype", "multipart/form-data") }

    public static func name(_ name: String) -> Attribute { Attribute("name", name) }
    /// The value of a field, in the form machines read (`12.5`, `2019-12-31`); `nil` leaves it out.
    public static func value(_ text: String?) -> Attribute { Attribute("value", text) }
    public static func type(_ type: InputType) -> Attribute { Attribute("type", type.rawValue) }
    public static func type(_ type: ButtonType) -> Attribute { Attribute("type", type.rawValue) }
    /// The id of the field that a label names.
    public static func `for`(_ id: String) -> Attribute { Attribute("for", id) }
    /// The id of the form a field outside it belongs to.
    public static func form(_ id: String) -> Attribute { Attribute("form", id) }
    /// The id of the `datalist` with suggestions.
    public static func list(_ id: String) -> Attribute { Attribute("list", id) }
    /// The name of an option or of a group of options.
    public static func label(_ words: String) -> Attribute { Attribute("label", words) }

    public static func checked(_ isOn: Bool) -> Attribute { Attribute("checked", isOn) }
    public static func selected(_ isOn: Bool) -> Attribute { Attribute("selected", isOn) }
    public static func disabled(_ isOn: Bool) -> Attribute { Attribute("disabled", isOn) }
    public static func required(_ isOn: Bool) -> Attribute { Attribute("required", isOn) }
    public static func readonly(_ isOn: Bool) -> Attribute { Attribute("readonly", isOn) }
    public static func multiple(_ isOn: Bool) -> Attribute { Attribute("multiple", isOn) }
    public static func autofocus(_ isOn: Bool) -> Attribute { Attribute("autofocus", isOn) }

    public static func placeholder(_ words: String) -> Attribute { Attribute("placeholder", words) }
    public static func autocomplete(_ token: String) -> Attribute {
        Attribute("autocomplete", token)
    }
    /// Which keyboard a telephone shows.
    public static func inputmode(_ mode: InputMode) -> Attribute {
        Attribute("inputmode", mode.rawValue)
    }
    public static func min(_ text: String?) -> Attribute { Attribute("min", text) }
    public static func max(_ text: String?) -> Attribute { Attribute("max", text) }
    /// The grain of a number: `1`, `0.01`, or `any`.
    public static func step(_ text: String) -> Attribute { Attribute("step", text) }
    public static func maxlength(_ count: Int) -> Attribute { Attribute("maxlength", "\(count)") }
    public static func pattern(_ expression: String) -> Attribute {
        Attribute("pattern", expression)
    }
    public static func size(_ count: Int) -> Attribute { Attribute("size", "\(count)") }
    /// The kinds of file a field takes: `.csv,.xlsx`.
    public static func accept(_ kinds: String) -> Attribute { Attribute("accept", kinds) }

    /// How a form is sent.
    public enum FormMethod: String, Sendable { case get, post }
    /// The kind of an `input`.
    public enum InputType: String, Sendable {
        case text, search, number, email, password, tel, url, date, month, checkbox, radio, file
        case hidden
    }
    /// What a `button` does.
    public enum ButtonType: String, Sendable { case submit, button, reset }
    /// A telephone's keyboard.
    public enum InputMode: String, Sendable { case text, numeric, decimal, search, tel, email, url }
}
