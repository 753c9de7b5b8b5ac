"""A long list is watched and stopped while it is checked and while it is entered, without script; nothing is half done,
and it is begun again."""

import re

import pytest
from test_first_hour import answer, fetched

ROWS = 60_000


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
    page.wait_for_selector("progress[max='60000']")
    assert re.search(r"dari 60\.000", page.inner_text("p.progress"))
    wait_until_done(page)
    assert re.search(r"60\.000 baris diperiksa: 60\.000 baru", answer(page)), answer(page)

    page.click("form[action$='/enter'] button")
    stop(page)
    assert "Pemasukan dihentikan" in answer(page)
    assert fetched(page, address + "/register/enterprises.csv") == before
    assert page.locator("form[action$='/enter'] button").count() == 1, "it can be entered again"
    page.click("form[action$='/lay-aside'] button")


def long_list():
    lines = ["nama_perusahaan,jalan"] + [f"Panjang {n},Jalan {n}" for n in range(ROWS)]
    return "\n".join(lines).encode()


def stop(page):
    page.click("form[action$='/cancel'] button")
    wait_until_done(page)


def wait_until_done(page):
    page.wait_for_selector("meta[http-equiv=refresh]", state="detached")
