/// What people choose first, here and elsewhere. Small on purpose: length does the work, this stops the obvious.
enum CommonPasswords {
    /// Words that are common passwords or their usual parts, in small letters, three letters or more.
    static let words = Set(
        """
        indonesia indonesiaraya rahasia bismillah bismillahirrahmanirrahim alhamdulillah assalamualaikum
        subhanallah allahuakbar insyaallah masyaallah muhammad sayang sayangku sayangkamu akusayangkamu cinta
        cintaku cintakamu akucinta akucintakamu kamu aku kita mama papa ibu bapak anakku keluarga keluargaku bunda
        ayah istriku suamiku merdeka merahputih pancasila garuda bhinneka nusantara jakarta bandung surabaya
        denpasar badung makassar gianyar sleman bantul jogja bali jawa persib persija arema bobotoh bonek
        semangat sukses bahagia selamat gembira kucing anjing harimau naga jangkrik monyet ganteng cantik imut
        kosong katasandi sandi kunci masuk coba cobacoba terserah bebas lupa gakada tidakada tidaktahu gaktau
        kantor dinas pemda pemkab pemkot kabupaten kota provinsi industri perindustrian tenagakerja disperindag
        dekranasda sentra umkm admin administrator operator petugas pegawai honorer kepala bupati tiru studitiru
        password passw0rd pass word welcome login letmein secret user guest test testing root master default
        changeme iloveyou love lovely princess dragon monkey football baseball sunshine superman batman pokemon
        naruto michael jesus computer internet samsung google facebook instagram whatsapp hello abc123
        """.split(whereSeparator: \.isWhitespace).map(String.init))

    /// Three or more neighbours of the alphabet, of the keyboard or of the digits, in either direction.
    static let runs: Set<String> = {
        let rows = [
            "abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiopasdfghjklzxcvbnm", "qwertzuiop", "azertyuiop",
            "1q2w3e4r5t6y7u8i9o0p", "q1w2e3r4t5y6u7i8o9p0", "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
            "qazwsxedcrfvtgbyhnujm", "!@#$%^&*()", "147258369", "741852963", "159357", "asdfghjkl;'", "zxcvbnm,./",
        ]
        return Set((rows + rows.map { String($0.reversed()) }).flatMap(pieces))
    }()

    /// Signs that commonly stand for letters.
    static let disguises: [Character: Character] = [
        "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s", "!": "i",
    ]

    /// The most characters that a word or a run is looked for in.
    static let longest = 28

    private static func pieces(of row: String) -> [String] {
        let letters = Array(row)
        return letters.indices.flatMap { start in
            (3...longest).filter { start + $0 <= letters.count }.map { String(letters[start..<start + $0]) }
        }
    }

}
