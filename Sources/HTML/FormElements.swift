// Forms and their fields.

/// A form; give it an `.action` and a `.method`.
public func form(_ attributes: Attribute..., @NodeBuilder content: () -> Node) -> Node {
    block("form", attributes, content())
}

/// Fields that belong together; begins with a `legend`.
public func fieldset(_ attributes: Attribute..., @NodeBuilder content: () -> Node) -> Node {
    block("fieldset", attributes, content())
}

/// The name of a `fieldset`.
public func legend(_ attributes: Attribute..., @NodeBuilder content: () -> Node) -> Node {
    block("legend", attributes, content())
}

/// The name of a field: around it, or with `.for` its id.
public func label(_ attributes: Attribute..., @NodeBuilder content: () -> Node) -> Node {
    inline("label", attributes, content())
}

/// A field; its `.type` says which kind.
public func input(_ attributes: Attribute...) -> Node {
    inlineVoid("input", attributes)
}

/// A choice from `option`s.
public func select(_ attributes: Attribute..., @NodeBuilder content: () -> Node) -> Node {
    inline("select", attributes, content())
}

/// Options under one `.label`.
public func optgroup(_ attributes: Attribute..., @NodeBuilder content: () -> Node) -> Node {
    block("optgroup", attributes, content())
}

/// One choice; its content is what is shown, its `.value` what is sent.
public func option(_ attributes: Attribute..., @NodeBuilder content: () -> Node) -> Node {
    block("option", attributes, content())
}

/// A button; give it a `.type`.
public func button(_ attributes: Attribute..., @NodeBuilder content: () -> Node) -> Node {
    inline("button", attributes, content())
}

/// Suggestions for an `input` whose `.list` is this id; holds `option`s.
public func datalist(_ attributes: Attribute..., @NodeBuilder content: () -> Node) -> Node {
    block("datalist", attributes, content())
}

/// How far something is: `.value` of `.max`; without a value it is under way and nobody knows how far. Its content is
/// read where it cannot be drawn.
public func progress(_ attributes: Attribute..., @NodeBuilder content: () -> Node) -> Node {
    inline("progress", attributes, content())
}

/// A result that the page computes.
public func output(_ attributes: Attribute..., @NodeBuilder content: () -> Node) -> Node {
    inline("output", attributes, content())
}

/// A field of several lines; its content is its value.
public func textarea(_ attributes: Attribute..., @NodeBuilder content: () -> Node) -> Node {
    inline("textarea", attributes, content())
}
