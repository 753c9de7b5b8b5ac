internal import CSodium

/// Comparing secrets so that the time it takes does not tell how many letters of a guess were right.
public enum ConstantTime {
    /// Whether both are the same bytes in UTF-8. Only their lengths may show in the time.
    public static func equal(_ left: String, _ right: String) -> Bool {
        equal(Array(left.utf8), Array(right.utf8))
    }

    /// Whether both are the same bytes. Only their lengths may show in the time.
    public static func equal(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        left.count == right.count && sodium_memcmp(left, right, left.count) == 0
    }
}
