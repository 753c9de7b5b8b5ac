/// A piece of a page: text, an element, or several pieces in order.
///
/// The only ways in are text (always escaped when it is written) and the element functions of this
/// module, whose names and attributes are typed. There is no way to paste markup, so escaping
/// cannot be forgotten.
public struct Node: Sendable {
    let content: Content

    enum Content: Sendable {
        case text(String)
        case sequence([Node])
        indirect case element(Element)
    }

    /// Nothing at all: it writes no bytes.
    public static let nothing = Node(content: .sequence([]))

    /// Text as people wrote it; it is escaped when the page is written.
    public static func text(_ text: String) -> Node {
        Node(content: .text(text))
    }

    /// Several pieces in the order given, with nothing around them.
    public static func sequence(_ nodes: [Node]) -> Node {
        Node(content: .sequence(nodes))
    }
}

/// One element with its attributes and content.
struct Element: Sendable {
    /// How the element is closed, and whether a line of the page's source ends after it.
    enum Layout: Sendable {
        /// `<em>…</em>`: white space after it would be seen.
        case inline
        /// `<p>…</p>⏎`: the line break is not seen, and makes the source and its diffs readable.
        case block
        /// `<meta …>⏎`: no content and no closing tag.
        case void
        /// `<br>`: as `void`, inside running text.
        case inlineVoid
    }

    let name: StaticString
    let layout: Layout
    let attributes: [Attribute]
    let content: Node
}

func inline(_ name: StaticString, _ attributes: [Attribute], _ content: Node) -> Node {
    make(Element(name: name, layout: .inline, attributes: attributes, content: content))
}

func block(_ name: StaticString, _ attributes: [Attribute], _ content: Node) -> Node {
    make(Element(name: name, layout: .block, attributes: attributes, content: content))
}

func void(_ name: StaticString, _ attributes: [Attribute]) -> Node {
    make(Element(name: name, layout: .void, attributes: attributes, content: .nothing))
}

func inlineVoid(_ name: StaticString, _ attributes: [Attribute]) -> Node {
    make(Element(name: name, layout: .inlineVoid, attributes: attributes, content: .nothing))
}

private func make(_ element: Element) -> Node {
    Node(content: .element(element))
}
