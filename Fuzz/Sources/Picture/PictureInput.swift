import Foundation
import Pictures

/// Small pictures of two colours, one of each kind, as gd writes them.
private let seeds = [jpeg, png, webp].map { Data(base64Encoded: $0).map { [UInt8]($0) } ?? [] }
private let jpeg = """
    /9j/4AAQSkZJRgABAQEAYABgAAD//gA7Q1JFQVRPUjogZ2QtanBlZyB2MS4wICh1c2luZyBJSkcgSlBFRyB2NjIpLCBxdWFsaXR5\
    ID0gNjAK/9sAQwANCQoLCggNCwoLDg4NDxMgFRMSEhMnHB4XIC4pMTAuKS0sMzpKPjM2RjcsLUBXQUZMTlJTUjI+WmFaUGBKUVJP\
    /9sAQwEODg4TERMmFRUmTzUtNU9PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09P/8AAEQgA\
    DAAQAwEiAAIRAQMRAf/EAB8AAAEFAQEBAQEBAAAAAAAAAAABAgMEBQYHCAkKC//EALUQAAIBAwMCBAMFBQQEAAABfQECAwAEEQUS\
    ITFBBhNRYQcicRQygZGhCCNCscEVUtHwJDNicoIJChYXGBkaJSYnKCkqNDU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0\
    dXZ3eHl6g4SFhoeIiYqSk5SVlpeYmZqio6Slpqeoqaqys7S1tre4ubrCw8TFxsfIycrS09TV1tfY2drh4uPk5ebn6Onq8fLz9PX2\
    9/j5+v/EAB8BAAMBAQEBAQEBAQEAAAAAAAABAgMEBQYHCAkKC//EALURAAIBAgQEAwQHBQQEAAECdwABAgMRBAUhMQYSQVEHYXET\
    IjKBCBRCkaGxwQkjM1LwFWJy0QoWJDThJfEXGBkaJicoKSo1Njc4OTpDREVGR0hJSlNUVVZXWFlaY2RlZmdoaWpzdHV2d3h5eoKD\
    hIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uLj5OXm5+jp6vLz9PX29/j5+v/aAAwD\
    AQACEQMRAD8Ay6x62Kx6MB9r5fqdeY/Z+f6H/9k=
    """
private let png = """
    iVBORw0KGgoAAAANSUhEUgAAABAAAAAMCAIAAADkharWAAAACXBIWXMAAA7EAAAOxAGVKw4bAAAAHklEQVQokWNc4arDgA3Uf7HH\
    Ks6EVRQPGNUwUjQAAFrwAuNG0oQMAAAAAElFTkSuQmCC
    """
private let webp = """
    UklGRjYAAABXRUJQVlA4ICoAAABwAQCdASoQAAwAAoBCJaACdAF1AAD+74R/7dL6Fea3vpcn/xvDb/ySBAA=
    """

/// Any bytes, or one of the small pictures with bytes changed in it, are refused or become a picture that is taken again.
/// The first byte of the input says which; then come places, two bytes each, with what is put there.
@_cdecl("LLVMFuzzerTestOneInput")
public func oneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let input = Array(UnsafeBufferPointer(start: start, count: count))
    guard let first = input.first else { return 0 }
    var bytes = Array(input.dropFirst())
    if first & 3 > 0 {
        let edits = bytes
        bytes = seeds[Int(first & 3) - 1]
        for edit in stride(from: 0, to: edits.count - 2, by: 3) {
            let place = Int(edits[edit]) << 8 | Int(edits[edit + 1])
            // Behind the end it is cut off.
            if bytes.indices.contains(place) {
                bytes[place] = edits[edit + 2]
            } else {
                bytes.removeLast(min(1, bytes.count))
            }
        }
    }
    guard let made = taken(bytes) else { return 0 }
    for one in [made.full, made.thumbnail] {
        precondition(one.width > 0 && one.height > 0 && max(one.width, one.height) <= 1600)
        precondition(taken(one.bytes) != nil, "what we made is not taken")
    }
    return 0
}

/// - Returns: `nil` for what is refused, which is a good answer.
private func taken(_ bytes: [UInt8]) -> Picture? { try? picture(from: bytes) }
