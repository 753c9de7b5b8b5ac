import Testing

@testable import Web

struct AddressBlockTests {
    @Test(arguments: [
        ("2001:db8:1:2:aaaa:bbbb:cccc:dddd", "2001:db8:1:2::/64"), ("2001:db8:1:2::1", "2001:db8:1:2::/64"),
        ("::ffff:10.1.2.3", "10.1.2.3"), ("10.1.2.3", "10.1.2.3"), ("", ""), ("nowhere:at:all", "nowhere:at:all"),
    ])
    func `who has a block of IPv6 counts as one`(address: String, block: String) {
        #expect(AddressBlock.of(address) == block)
    }
}
