// Tables. A row of cells is one line of the page's source.

/// A table; begins with a `caption`.
public func table(_ attributes: Attribute..., @NodeBuilder content: () -> Node) -> Node {
    block("table", attributes, content())
}

/// What the table shows, with unit and year.
public func caption(_ attributes: Attribute..., @NodeBuilder content: () -> Node) -> Node {
    block("caption", attributes, content())
}

/// Columns that are styled together; holds `col`.
public func colgroup(_ attributes: Attribute..., @NodeBuilder content: () -> Node) -> Node {
    block("colgroup", attributes, content())
}

/// One column, or as many as its `.span` says.
public func col(_ attributes: Attribute...) -> Node {
    void("col", attributes)
}

/// The rows of headers.
public func thead(_ attributes: Attribute..., @NodeBuilder content: () -> Node) -> Node {
    block("thead", attributes, content())
}

/// The rows of figures.
public func tbody(_ attributes: Attribute..., @NodeBuilder content: () -> Node) -> Node {
    block("tbody", attributes, content())
}

/// The rows of totals.
public func tfoot(_ attributes: Attribute..., @NodeBuilder content: () -> Node) -> Node {
    block("tfoot", attributes, content())
}

/// One row.
public func tr(_ attributes: Attribute..., @NodeBuilder content: () -> Node) -> Node {
    block("tr", attributes, content())
}

/// A cell that heads a row or column; give it a `.scope`.
public func th(_ attributes: Attribute..., @NodeBuilder content: () -> Node) -> Node {
    inline("th", attributes, content())
}

/// A cell.
public func td(_ attributes: Attribute..., @NodeBuilder content: () -> Node) -> Node {
    inline("td", attributes, content())
}
