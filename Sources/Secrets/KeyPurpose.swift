/// What a key of the keyring is used for. Each use has a key of its own, derived from the master key, so that what is
/// sealed for one never opens as another.
///
/// The raw values are part of every ciphertext in the world: new ones are added, none is changed or used again.
public enum KeyPurpose: UInt64, Hashable, Sendable, CaseIterable {
    /// The citizen number (NIK).
    case personalNumber = 1
    /// Telephone, address, electronic mail.
    case contact = 2
    /// The key of one person, which in turn seals what is known of that person.
    case personKey = 3
    /// The secret of a time code.
    case timeCode = 4
    /// The codes for whoever lost the device with the time codes.
    case recoveryCode = 5
    case backup = 6
    /// What a form carries so that no other site can send it.
    case formToken = 7
    /// Recognising the key itself.
    case keyCheck = 8
    /// What was typed as a name at the door.
    case signInName = 9
    /// A list as it was brought: it may hold citizen numbers.
    case list = 10
}
