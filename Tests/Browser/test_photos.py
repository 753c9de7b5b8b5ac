"""Photos of a product: sent, seen, removed and put back, as a clerk on a telephone does it."""

from office import drawn_photo, send_photo

CAPTION = "Kain percobaan berwarna nila, tampak depan"


def test_a_photo_is_sent_seen_removed_and_put_back(visit, office):
    page = visit(office.enterprise, width=320, storage_state=office.states["officer"])
    new_product(page, "Kain berfoto")
    page.get_by_role("link", name="Kain berfoto").first.click()
    send_photo(page, drawn_photo(page), CAPTION)
    assert "added=" in page.url
    photo = page.locator("ul.photos img")
    assert width_of(photo) == 320
    assert photo.get_attribute("alt") == CAPTION
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    # The small one leads to the large one.
    with page.expect_navigation():
        page.locator("ul.photos a").click()
    assert width_of(page.locator("figure img")) == 1600
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    with page.expect_navigation():
        page.get_by_role("button", name="Hapus foto ini").click()
    assert "sudah dihapus" in page.locator("[role=status]").inner_text()
    assert page.locator("ul.photos").count() == 0
    with page.expect_navigation():
        page.locator("[role=status] button").click()
    assert page.locator("ul.photos img").get_attribute("alt") == CAPTION
    page.goto(page.url.split("/products")[0])
    assert page.locator(f"ul.photos img[alt='{CAPTION}']").count() == 1


def test_a_file_that_is_no_photo_is_refused_and_the_words_stay(visit, office):
    page = visit(office.enterprise, storage_state=office.states["officer"])
    new_product(page, "Kain tanpa foto")
    page.get_by_role("link", name="Kain tanpa foto").first.click()
    send_photo(page, b"%PDF-1.7\n", CAPTION)
    assert "Ini PDF, bukan foto" in page.locator("[role=alert]").inner_text()
    assert page.locator("[name=caption]").input_value() == CAPTION
    assert page.locator("[name=product-name]").input_value() == "Kain tanpa foto"


def new_product(page, name):
    page.get_by_role("link", name="Catat produk").first.click()
    page.fill("[name=product-name]", name)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def width_of(photo):
    """In pixels, once it is there: it is fetched when it comes into sight."""
    photo.scroll_into_view_if_needed()
    return photo.evaluate("image => image.decode().then(() => image.naturalWidth)")
