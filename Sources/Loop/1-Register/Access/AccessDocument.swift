extension AccessTable {
    /// The table as `docs/access.md` prints it: a row for each class, a column for each role. Pure, the same bytes
    /// every time.
    public static func markdown() -> String {
        let head = ["kelas · class", "siapa pun · everybody"] + Hat.Role.allCases.map(title)
        let rule = Array(repeating: "---", count: head.count)
        let rows = DataClass.allCases.map { dataClass in
            [title(dataClass), everybodyCell(dataClass)] + Hat.Role.allCases.map { cell(of: $0, dataClass) }
        }
        let lines = ([head, rule] + rows).map { "| " + $0.joined(separator: " | ") + " |" }
        return (lines + ["", legend]).joined(separator: "\n") + "\n"
    }

    private static func everybodyCell(_ dataClass: DataClass) -> String {
        everybody.filter { $0.dataClass == dataClass }.map { letters($0.deeds) }.joined(separator: "; ")
    }

    private static func cell(of role: Hat.Role, _ dataClass: DataClass) -> String {
        grants.filter { $0.role == role && $0.dataClass == dataClass }
            .map { letters($0.deeds) + mark($0.reach) }
            .joined(separator: "; ")
    }

    private static func letters(_ deeds: Set<Deed>) -> String {
        Deed.allCases.filter(deeds.contains).map { words($0).letter }.joined(separator: " ")
    }

    private static func mark(_ reach: Reach) -> String {
        switch reach {
        case .ownRegion: ""
        case .ownSubject: " ¹"
        case .ownMembers: " ²"
        case .shared: " ³"
        }
    }

    private static var legend: String {
        let deeds = Deed.allCases.map { "**\(words($0).letter)** \(words($0).meaning)" }.joined(separator: ", ")
        return deeds + ".\n"
            + "Tanpa tanda · without a mark: di daerah sendiri · in the own region. "
            + "¹ usaha atau sentra sendiri · the own enterprise or sentra. "
            + "² usaha anggota sentra sendiri · enterprises of the own sentra. "
            + "³ yang dibagikan kepada daerahnya · what was shared with the own region.\n"
            + "Sel kosong berarti ditolak · an empty cell means no."
    }

    private static func words(_ deed: Deed) -> (letter: String, meaning: String) {
        switch deed {
        case .view: ("V", "melihat · view")
        case .enter: ("E", "mengisi · enter")
        case .approve: ("A", "menyetujui · approve")
        case .manage: ("M", "mengelola · manage")
        case .export: ("X", "mengekspor · export")
        }
    }

    private static func title(_ role: Hat.Role) -> String {
        switch role {
        case .administrator: "administrator"
        case .head: "kepala · head"
        case .officer: "petugas dinas · officer"
        case .enumerator: "pencacah · enumerator"
        case .partner: "mitra · partner"
        case .sentraManager: "pengelola sentra · sentra manager"
        case .owner: "pemilik usaha · owner"
        case .guestRegion: "daerah tamu · guest region"
        }
    }

    private static func title(_ dataClass: DataClass) -> String {
        switch dataClass {
        case .publicFigures: "angka dan halaman publik · public figures"
        case .register: "daftar usaha, sentra, produk · register"
        case .figures: "angka produksi per usaha · figures"
        case .personal: "data pribadi · personal data"
        case .consent: "persetujuan · consent"
        case .requests: "permohonan · requests"
        case .accounts: "akun · accounts"
        case .audit: "jejak perubahan · audit"
        case .jobs: "pekerjaan mesin · jobs"
        case .operations: "cadangan, ukuran, setelan · operations"
        }
    }
}
