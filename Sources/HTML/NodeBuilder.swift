/// Lets the content of an element be written as a list of texts, elements, arrays, `if` and `for`.
@resultBuilder
public enum NodeBuilder {
    public static func buildExpression(_ text: String) -> Node { .text(text) }
    public static func buildExpression(_ node: Node) -> Node { node }
    public static func buildExpression(_ nodes: [Node]) -> Node { .sequence(nodes) }

    public static func buildBlock() -> Node { .nothing }
    public static func buildBlock(_ node: Node) -> Node { node }
    public static func buildBlock(_ nodes: Node...) -> Node { .sequence(nodes) }

    public static func buildOptional(_ node: Node?) -> Node { node ?? .nothing }
    public static func buildEither(first node: Node) -> Node { node }
    public static func buildEither(second node: Node) -> Node { node }
    public static func buildArray(_ nodes: [Node]) -> Node { .sequence(nodes) }
}

/// Several pieces as one, for a view that returns more than one element.
public func fragment(@NodeBuilder content: () -> Node) -> Node {
    content()
}
