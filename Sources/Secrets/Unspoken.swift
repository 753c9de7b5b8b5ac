/// A value that never shows what it holds: not in a log line, a test's report, `dump` or a debugger's summary.
///
/// Secrets leak less often through broken ciphers than through somebody printing the value they travel in.
public protocol Unspoken: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {}

extension Unspoken {
    /// The name of the type and an ellipsis, as in `SecretToken(…)`.
    public var description: String { "\(Self.self)(…)" }
    public var debugDescription: String { description }
    /// Without this, `dump` and the tests' reports would read the stored properties.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
