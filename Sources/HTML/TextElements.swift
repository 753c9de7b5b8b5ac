// Paragraphs, lists, figures and running text.

/// A paragraph.
public func p(_ attributes: Attribute..., @NodeBuilder content: () -> Node) -> Node {
    block("p", attributes, content())
}

/// A list without order; holds `li`.
public func ul(_ attributes: Attribute..., @NodeBuilder content: () -> Node) -> Node {
    block("ul", attributes, content())
}

/// A list in order; holds `li`.
public func ol(_ attributes: Attribute..., @NodeBuilder content: () -> Node) -> Node {
    block("ol", attributes, content())
}

/// One item of a list.
public func li(_ attributes: Attribute..., @NodeBuilder content: () -> Node) -> Node {
    block("li", attributes, content())
}

/// A list of terms and what they are; holds `dt` and `dd`.
public func dl(_ attributes: Attribute..., @NodeBuilder content: () -> Node) -> Node {
    block("dl", attributes, content())
}

/// A term.
public func dt(_ attributes: Attribute..., @NodeBuilder content: () -> Node) -> Node {
    block("dt", attributes, content())
}

/// What the term is.
public func dd(_ attributes: Attribute..., @NodeBuilder content: () -> Node) -> Node {
    block("dd", attributes, content())
}

/// A picture or table with its caption.
public func figure(_ attributes: Attribute..., @NodeBuilder content: () -> Node) -> Node {
    block("figure", attributes, content())
}

/// The caption of a figure: n, unit and source.
public func figcaption(_ attributes: Attribute..., @NodeBuilder content: () -> Node) -> Node {
    block("figcaption", attributes, content())
}

/// A folded part; begins with a `summary`.
public func details(_ attributes: Attribute..., @NodeBuilder content: () -> Node) -> Node {
    block("details", attributes, content())
}

/// The line that unfolds a `details`.
public func summary(_ attributes: Attribute..., @NodeBuilder content: () -> Node) -> Node {
    block("summary", attributes, content())
}

/// A break between two matters.
public func hr(_ attributes: Attribute...) -> Node {
    void("hr", attributes)
}

/// A link; give it an `.href`.
public func a(_ attributes: Attribute..., @NodeBuilder content: () -> Node) -> Node {
    inline("a", attributes, content())
}

/// Important words.
public func strong(_ attributes: Attribute..., @NodeBuilder content: () -> Node) -> Node {
    inline("strong", attributes, content())
}

/// Stressed words.
public func em(_ attributes: Attribute..., @NodeBuilder content: () -> Node) -> Node {
    inline("em", attributes, content())
}

/// A side remark in small print.
public func small(_ attributes: Attribute..., @NodeBuilder content: () -> Node) -> Node {
    inline("small", attributes, content())
}

/// A run of words without meaning of its own.
public func span(_ attributes: Attribute..., @NodeBuilder content: () -> Node) -> Node {
    inline("span", attributes, content())
}

/// A short form; its `.title` says the long one.
public func abbr(_ attributes: Attribute..., @NodeBuilder content: () -> Node) -> Node {
    inline("abbr", attributes, content())
}

/// A date or time; its `.datetime` is for machines.
public func time(_ attributes: Attribute..., @NodeBuilder content: () -> Node) -> Node {
    inline("time", attributes, content())
}

/// A name or line that machines read.
public func code(_ attributes: Attribute..., @NodeBuilder content: () -> Node) -> Node {
    inline("code", attributes, content())
}

/// A line break that belongs to the text, as in an address.
public func br(_ attributes: Attribute...) -> Node {
    inlineVoid("br", attributes)
}

/// A photo, fetched when it comes into sight. Its place is kept free by its size, so that nothing jumps.
/// - Parameters:
///   - source: the address. One that would run as a program is left out.
///   - alternative: what is seen on it, for who does not see it.
///   - size: in pixels.
public func image(_ source: String, alternative: String, size: (width: Int, height: Int)) -> Node {
    inlineVoid(
        "img",
        [
            .src(source), Attribute("alt", alternative), Attribute("width", "\(size.width)"),
            Attribute("height", "\(size.height)"), Attribute("loading", "lazy"), Attribute("decoding", "async"),
        ])
}
