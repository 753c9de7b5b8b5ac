import Charts

/// One attribute of an element. Its value is always escaped; a `nil` value or a `false` makes the
/// attribute vanish, a `true` writes the bare name.
public struct Attribute: Sendable {
    let name: StaticString
    /// Whether `data-` stands before the name.
    let isData: Bool
    let value: Value

    enum Value: Sendable {
        case text(String)
        case number(Double)
        /// `1,2 3,4`, as a polygon has them.
        case points([Point])
        /// Lines of no length, which round ends turn into dots.
        case dots([Point])
        case bare
        case absent
    }

    /// An attribute with a text, or none when the text is `nil`.
    init(_ name: StaticString, _ text: String?, isData: Bool = false) {
        self.name = name
        self.isData = isData
        self.value = text.map(Value.text) ?? .absent
    }

    /// A boolean attribute.
    init(_ name: StaticString, _ isOn: Bool) {
        self.init(name, value: isOn ? .bare : .absent)
    }

    init(_ name: StaticString, value: Value) {
        self.name = name
        self.isData = false
        self.value = value
    }

    /// An attribute that holds an address, or none when a browser would run the address as a
    /// program (`javascript:`, `data:`) instead of going there.
    init(_ name: StaticString, address: String) {
        self.init(name, isHarmless(address) ? address : nil)
    }

    var isPresent: Bool {
        if case .absent = value { false } else { true }
    }

    func hasSameName(as other: Attribute) -> Bool {
        guard isData == other.isData, name.utf8CodeUnitCount == other.name.utf8CodeUnitCount else { return false }
        return name.withUTF8Buffer { mine in
            other.name.withUTF8Buffer { theirs in mine.elementsEqual(theirs) }
        }
    }
}

/// Whether an address has no scheme (it is relative) or one that only leads somewhere.
///
/// Browsers drop control characters and leading spaces before they look for the scheme, so
/// `java⏎script:` must be read as they read it. A list of the allowed, not of the forbidden.
private func isHarmless(_ address: String) -> Bool {
    let bytes = address.utf8
    guard let end = bytes.firstIndex(where: { ":/?#".utf8.contains($0) }),
        bytes[end] == UInt8(ascii: ":")
    else { return true }
    let scheme = String(decoding: bytes[..<end].filter { $0 > 0x20 }, as: UTF8.self).lowercased()
    return ["http", "https", "mailto", "tel", "geo"].contains(scheme)
}
