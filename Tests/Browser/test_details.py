"""What hangs on an enterprise, by the keyboard alone: entered, changed, removed, put back."""


def test_a_product_by_the_keyboard(visit, office):
    page = visit(office.enterprise, width=320, storage_state=office.states["officer"])
    follow(page, "Catat produk")
    # The first field waits for the typist; a form is sent by the key that ends a line.
    page.locator("input:focus").wait_for()
    page.keyboard.type("Kain percobaan")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "saved=1" in page.url
    follow(page, "Kain percobaan")
    page.locator("input:focus").wait_for()
    page.keyboard.press("End")
    page.keyboard.type(" dari papan ketik")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    products = page.locator("#products-table")
    assert "Kain percobaan dari papan ketik" in products.inner_text()
    follow(page, "Kain percobaan")
    press(page, "Hapus produk ini")
    assert "sudah dihapus" in page.locator("[role=status]").inner_text()
    press(page, "Kembalikan")
    assert "Kain percobaan dari papan ketik" in products.inner_text()


def test_a_certificate_reaches_the_calendar(visit, office):
    page = visit(office.enterprise, storage_state=office.states["officer"])
    follow(page, "Catat sertifikat")
    page.select_option("[name=certificate-kind]", "test-report")
    page.fill("[name=certificate-number]", "Uji 1")
    page.fill("[name=printed-end]", "2020-02-29")
    press(page, "Simpan")
    page.goto(page.url.split("/enterprises")[0] + "/certificates?standing=expired&kind=test-report")
    assert "29 Februari 2020" in page.locator("#certificates").inner_text()


def follow(page, words):
    link = page.get_by_role("link", name=words).first
    link.focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")


def press(page, words):
    button = page.get_by_role("button", name=words).first
    button.focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
