/// The seventeen subsectors of the creative economy (ekonomi kreatif). The raw value is the stable name.
/// - Source: Kemenparekraf, 17 subsektor ekonomi kreatif
public enum CreativeSubsector: String, Sendable, CaseIterable, Codable {
    /// Aplikasi.
    case applications
    /// Pengembang permainan.
    case games
    /// Arsitektur.
    case architecture
    /// Desain interior.
    case interiorDesign = "interior-design"
    /// Desain komunikasi visual.
    case visualCommunication = "visual-communication"
    /// Desain produk.
    case productDesign = "product-design"
    /// Fesyen.
    case fashion
    /// Film, animasi dan video.
    case film
    /// Fotografi.
    case photography
    /// Kriya.
    case craft
    /// Kuliner.
    case culinary
    /// Musik.
    case music
    /// Penerbitan.
    case publishing
    /// Periklanan.
    case advertising
    /// Seni pertunjukan.
    case performingArts = "performing-arts"
    /// Seni rupa.
    case fineArts = "fine-arts"
    /// Televisi dan radio.
    case broadcasting
}
