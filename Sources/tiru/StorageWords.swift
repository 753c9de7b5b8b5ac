import Storage

extension IndonesianCommand {
    var copying: String { "menyalin" }
    var copyHeading: [String] { ["tabel", "baris", "sidik"] }
    func copied(rows: Int, tables: Int, to target: String) -> String {
        "\(rows) baris dalam \(tables) tabel disalin ke \(target) dan dibaca ulang: sama di kedua sisi"
    }
    func refusal(_ refusal: DatabaseCopyRefusal) -> String {
        switch refusal {
        case .sourceMissing(let path): "\(path) tidak ada; periksa nama dan letaknya"
        case .sameDatabase: "asal dan tujuan sama; sebutkan tujuan lain"
        case .targetHoldsRows(let table):
            "tujuan sudah berisi (tabel \(table)) dan tidak diubah; sebutkan berkas baru atau basis data kosong"
        case .schemasDiffer: "tabel kedua basis data tidak sama; tidak ada yang disalin; buat tujuan yang baru"
        case .altered(let table):
            "isi tabel \(table) di tujuan tidak sama dengan asalnya; tidak ada yang disalin; jalankan `tiru doctor` pada asal"
        case .interrupted: "sambungan terputus; tidak ada yang disalin; jalankan lagi"
        }
    }
    func refusal(_ refusal: StoreRefusal) -> String {
        switch refusal {
        case .cannotOpen(let path, let reason):
            "basis data \(path) tidak dapat dibuka (\(reason)); periksa alamatnya"
        case .notOurs(let path): "\(path) adalah basis data program lain dan tidak disentuh; sebutkan yang lain"
        case .empty: "basis data kosong: jalankan `tiru demo`"
        case .noKeys: "berkas kunci diperlukan; sebutkan dengan --keys"
        case .wrongKeys(let number):
            "berkas kunci bukan milik basis data ini (kunci \(number)); sebutkan yang benar dengan --keys"
        case .busy: "basis data sedang dipakai program lain; coba lagi sebentar lagi"
        case .diskFull: "penyimpanan penuh; tidak ada yang disimpan; kosongkan tempat lalu jalankan lagi"
        case .readOnly: "basis data hanya dapat dibaca; periksa izinnya"
        case .unreachable(let reason): "peladen tidak terjangkau (\(reason)); tidak ada yang disimpan; jalankan lagi"
        case .outcomeUnknown:
            "sambungan terputus saat menyimpan; mungkin tersimpan, mungkin tidak; periksa dengan `tiru doctor`"
        }
    }
    var stopped: String { "dihentikan; tidak ada yang disimpan" }
}

extension EnglishCommand {
    var copying: String { "copying" }
    var copyHeading: [String] { ["table", "rows", "fingerprint"] }
    func copied(rows: Int, tables: Int, to target: String) -> String {
        "\(rows) rows in \(tables) tables copied to \(target) and read back: the same on both sides"
    }
    func refusal(_ refusal: DatabaseCopyRefusal) -> String {
        switch refusal {
        case .sourceMissing(let path): "\(path) is not there; check its name and place"
        case .sameDatabase: "source and target are the same; name another target"
        case .targetHoldsRows(let table):
            "the target holds rows already (table \(table)) and was not changed; name a new file or an empty database"
        case .schemasDiffer: "the two databases do not have the same tables; nothing was copied; make a new target"
        case .altered(let table):
            "table \(table) did not arrive as it was sent; nothing was copied; run `tiru doctor` on the source"
        case .interrupted: "a connection was lost; nothing was copied; run it again"
        }
    }
    func refusal(_ refusal: StoreRefusal) -> String {
        switch refusal {
        case .cannotOpen(let path, let reason): "the database \(path) cannot be opened (\(reason)); check its address"
        case .notOurs(let path): "\(path) is another program's database and was not touched; name another"
        case .empty: "the database is empty: run `tiru demo`"
        case .noKeys: "the key file is needed; name it with --keys"
        case .wrongKeys(let number):
            "the key file is not this database's (key \(number)); name the right one with --keys"
        case .busy: "another program uses the database; try again in a moment"
        case .diskFull: "the disk is full; nothing was kept; make room and run it again"
        case .readOnly: "the database may only be read; check its permissions"
        case .unreachable(let reason): "the server cannot be reached (\(reason)); nothing was kept; run it again"
        case .outcomeUnknown:
            "the connection was lost while it was being kept; it may have been, or not; check with `tiru doctor`"
        }
    }
    var stopped: String { "stopped; nothing was kept" }
}
