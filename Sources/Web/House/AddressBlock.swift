import Foundation

/// The part of an address by which its holder is counted. Of an IPv6 address a household or an office has the last
/// 64 bits to itself and could count as a new one each time; of an IPv4 address it has one.
public enum AddressBlock {
    /// - Returns: `2001:db8:1:2::/64` for an IPv6 address, any other text as it is.
    /// - Source: RFC 6177
    public static func of(_ address: String) -> String {
        var parts = in6_addr()
        guard address.contains(":"), inet_pton(AF_INET6, address, &parts) == 1 else { return address }
        let bytes = withUnsafeBytes(of: &parts) { [UInt8]($0) }
        // An IPv4 address in IPv6 clothing is an IPv4 address.
        if bytes[..<10].allSatisfy({ $0 == 0 }), bytes[10] == 0xFF, bytes[11] == 0xFF {
            return bytes[12...].map(String.init).joined(separator: ".")
        }
        let groups = stride(from: 0, to: 8, by: 2).map { String(Int(bytes[$0]) << 8 | Int(bytes[$0 + 1]), radix: 16) }
        return groups.joined(separator: ":") + "::/64"
    }
}
