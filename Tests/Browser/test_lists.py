"""A long list is watched and stopped while it is checked and while it is entered, without script; nothing is half done,
and it is begun again."""

import pytest
from test_first_hour import answer, fetched

# So many that no machine has looked through them before a page is read once more.
ROWS = 200_000
SAID = f"{ROWS:,}".replace(",", ".")


@pytest.fixture
def officer(browser, office):
    context = browser.new_context(storage_state=office.states["officer"], java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_a_long_list_is_stopped_and_begun_again(officer, address):
    page = officer
    page.set_default_timeout(120_000)
    before = fetched(page, address + "/register/enterprises.csv")
    page.goto(address + "/register/lists")
    page.set_input_files("#file", {"name": "panjang.csv", "mimeType": "text/csv", "buffer": long_list()})
    page.click("form[enctype] button")
    stop(page)
    assert "Pemeriksaan dihentikan" in answer(page)

    page.click("form[action$='/check'] button")
    assert f"dari {SAID}" in progress(page)
    wait_until_done(page)
    assert f"{SAID} baris diperiksa: {SAID} baru" in answer(page), answer(page)

    page.click("form[action$='/enter'] button")
    stop(page)
    assert "Pemasukan dihentikan" in answer(page)
    assert fetched(page, address + "/register/enterprises.csv") == before
    assert page.locator("form[action$='/enter'] button").count() == 1, "it can be entered again"
    page.click("form[action$='/lay-aside'] button")


def long_list():
    lines = ["nama_perusahaan,jalan"] + [f"Panjang {n},Jalan {n}" for n in range(ROWS)]
    return "\n".join(lines).encode()


def progress(page):
    """How far the work is, once that is known. The page is asked for anew at once: it would itself only after seconds."""
    while page.locator("progress[max]").count() == 0:
        assert page.locator("meta[http-equiv=refresh]").count() == 1, "over before anybody saw how far it was"
        page.reload()
    return page.inner_text("p.progress")


def stop(page):
    page.click("form[action$='/cancel'] button")
    wait_until_done(page)


def wait_until_done(page):
    page.wait_for_selector("meta[http-equiv=refresh]", state="detached")
