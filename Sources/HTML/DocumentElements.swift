// The frame of a document and its parts.
//
// Where a type has a member of the same name (`title`, `body`), write `HTML.title { … }`.

/// The root of a document; give it a `.lang`.
public func html(_ attributes: Attribute..., @NodeBuilder content: () -> Node) -> Node {
    block("html", attributes, content())
}

/// What browsers and search engines read first.
public func head(_ attributes: Attribute..., @NodeBuilder content: () -> Node) -> Node {
    block("head", attributes, content())
}

/// The document's name in the tab and in search results.
public func title(_ attributes: Attribute..., @NodeBuilder content: () -> Node) -> Node {
    block("title", attributes, content())
}

/// One fact about the document.
public func meta(_ attributes: Attribute...) -> Node {
    void("meta", attributes)
}

/// Has the browser fetch the page anew after so many seconds, without script. For pages about work under way, which
/// also offer a link that ends it.
public func refresh(seconds: Int) -> Node {
    void("meta", [Attribute("http-equiv", "refresh"), Attribute("content", "\(seconds)")])
}

/// A stylesheet, icon or twin (`.csv`, `.json`) of the document.
public func link(_ attributes: Attribute...) -> Node {
    void("link", attributes)
}

/// What is shown.
public func body(_ attributes: Attribute..., @NodeBuilder content: () -> Node) -> Node {
    block("body", attributes, content())
}

/// The head of the page or of a section.
public func header(_ attributes: Attribute..., @NodeBuilder content: () -> Node) -> Node {
    block("header", attributes, content())
}

/// A list of ways to move.
public func nav(_ attributes: Attribute..., @NodeBuilder content: () -> Node) -> Node {
    block("nav", attributes, content())
}

/// What this page alone is about; once a page.
public func main(_ attributes: Attribute..., @NodeBuilder content: () -> Node) -> Node {
    block("main", attributes, content())
}

/// A part with a heading.
public func section(_ attributes: Attribute..., @NodeBuilder content: () -> Node) -> Node {
    block("section", attributes, content())
}

/// A piece that could stand alone.
public func article(_ attributes: Attribute..., @NodeBuilder content: () -> Node) -> Node {
    block("article", attributes, content())
}

/// A remark beside the matter.
public func aside(_ attributes: Attribute..., @NodeBuilder content: () -> Node) -> Node {
    block("aside", attributes, content())
}

/// The foot of the page or of a section.
public func footer(_ attributes: Attribute..., @NodeBuilder content: () -> Node) -> Node {
    block("footer", attributes, content())
}

/// The page's question; once a page.
public func h1(_ attributes: Attribute..., @NodeBuilder content: () -> Node) -> Node {
    block("h1", attributes, content())
}

/// A heading of the second rank.
public func h2(_ attributes: Attribute..., @NodeBuilder content: () -> Node) -> Node {
    block("h2", attributes, content())
}

/// A heading of the third rank.
public func h3(_ attributes: Attribute..., @NodeBuilder content: () -> Node) -> Node {
    block("h3", attributes, content())
}

/// A heading of the fourth rank.
public func h4(_ attributes: Attribute..., @NodeBuilder content: () -> Node) -> Node {
    block("h4", attributes, content())
}

/// A box without meaning, for layout only.
public func div(_ attributes: Attribute..., @NodeBuilder content: () -> Node) -> Node {
    block("div", attributes, content())
}

/// A script from a file of ours; there is no inline script, so that the content policy can forbid it.
public func script(src: String) -> Node {
    block("script", [.src(src), .defer(true)], .nothing)
}
