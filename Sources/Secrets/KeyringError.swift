/// Why a key file is not read or written. The path is the caller's.
public enum KeyringError: Error, Hashable, Sendable {
    /// No file at this place. Never answered by making one: new keys open nothing that older ones sealed.
    case missing
    /// There is a file already, and it is left as it is.
    case exists
    /// A link, a folder, a device.
    case notAFile
    /// The group or everybody may read, write or run it; remedy: `chmod 600`. The mode's last nine bits.
    case openToOthers(mode: Int)
    /// A file of no bytes.
    case empty
    /// A line that is not `number date key`, counted from 1.
    case damaged(line: Int, Damage)
    /// A file `….new` lies beside the key file: a rotation is under way, or one was broken off. When none is running,
    /// the key file is still whole and the other one can be deleted.
    case unfinishedRotation
    /// The highest number there can be is taken.
    case noNumberLeft
    /// The system said no; the number is its `errno`.
    case system(code: Int32)

    /// What is wrong with a line.
    public enum Damage: Hashable, Sendable, CaseIterable {
        /// Not three fields with one blank between them.
        case fields
        /// Not a whole number from 1 to 4,294,967,295 without leading zeros.
        case number
        /// A number that an earlier line has.
        case duplicate
        /// Not a date like `2026-11-25`.
        case date
        /// Not 32 bytes in base64 with padding.
        case key
        /// No end of line: the file may have been cut off here.
        case unfinished
    }
}
