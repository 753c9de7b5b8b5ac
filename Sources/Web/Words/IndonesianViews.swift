extension Indonesian: ViewWords {
    var viewsTitle: String { "Tampilan tersimpan" }
    var viewsLead: String {
        "Tampilan menyimpan pencarian, saringan, kolom, dan urutan; isinya selalu menurut hak Anda sendiri."
    }
    var viewsNone: String {
        "Belum ada tampilan tersimpan. Atur daftar perusahaan seperti yang Anda perlukan, lalu simpan di sana."
    }
    var viewsManage: String { "Ganti nama atau hapus tampilan" }
    var viewKeep: String { "Simpan tampilan ini" }
    var viewKeepLead: String { "Pencarian, saringan, kolom, dan urutan halaman ini disimpan dengan sebuah nama." }
    var viewName: String { "Nama tampilan" }
    var viewShare: String { "Tampilkan juga bagi rekan sekantor" }
    var viewShareHint: String { "Yang dibagikan hanya susunannya. Setiap orang tetap melihat menurut haknya." }
    var viewShared: String { "(dibagikan)" }
    var viewSave: String { "Simpan" }
    var viewChange: String { "Ubah" }
    var viewRemove: String { "Hapus" }
    var viewUnknown: String { "Tampilan ini tidak ada lagi, atau bukan milik Anda." }
    var viewNameTaken: String { "Anda sudah punya tampilan dengan nama itu. Pakai nama lain, atau hapus yang lama." }
    func tooManyViews(_ most: String) -> String {
        "Paling banyak \(most) tampilan per orang. Hapus dahulu yang tidak dipakai lagi."
    }
}
