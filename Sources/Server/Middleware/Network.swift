import NIOCore

/// Whom an address stands for when tries are counted: of IPv6 the first half, because whoever has one of its addresses
/// has all that begin alike, and a telephone takes another every day. IPv4, also written as IPv6, stands for itself.
func network(of address: String) -> String {
    // What is no address is nobody's network and is counted as it stands.
    guard address.contains(":"), let text = try? SocketAddress(ipAddress: address, port: 0).ipAddress else {
        return address
    }
    if text.hasPrefix("::ffff:"), text.contains(".") { return String(text.dropFirst(7)) }
    let sides = text.split(separator: "::", maxSplits: 1, omittingEmptySubsequences: false)
        .map { $0.split(separator: ":").map(String.init) }
    let given = sides.reduce(0) { $0 + $1.count }
    let zeros = [String](repeating: "0", count: max(8 - given, 0))
    return (sides[0] + zeros + sides.dropFirst().joined()).prefix(4).joined(separator: ":") + "::/64"
}
