"""The first hour of an office user, in a real browser: its list goes in, is checked, taken back, entered again and comes
out unchanged; one firm is found, corrected, and shows who changed what."""

import csv
import io
import re

import pytest


@pytest.fixture
def officer(browser, office):
    context = browser.new_context(storage_state=office.states["officer"], accept_downloads=True)
    yield context.new_page()
    context.close()


def upload(page, address, name, content):
    page.goto(address + "/register/lists")
    page.set_input_files("#file", {"name": name, "mimeType": "text/csv", "buffer": content})
    page.click("form[enctype] button")
    wait_until_still(page)


def wait_until_still(page):
    """The page looks again by itself for as long as the list is worked on."""
    page.wait_for_selector("meta[http-equiv=refresh]", state="detached", timeout=60_000)


def answer(page):
    return page.inner_text("div.answer")


def fetched(page, address):
    """A file, with the cookies of the page."""
    reply = page.request.get(address)
    assert reply.ok, f"{reply.status} {address}"
    return reply.body()


def rows(content):
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))


def press(page, ending):
    page.click(f"form[action$='{ending}'] button")
    wait_until_still(page)


def test_the_offices_list_goes_in_and_comes_out_again(officer, address):
    page = officer
    sample = fetched(page, address + "/register/lists/sample.csv")
    upload(page, address, "daftar.csv", sample)
    place = page.url
    assert re.search(r"2\.000 baris diperiksa", answer(page)), answer(page)

    faults = rows(fetched(page, place + "/faults.csv"))
    assert len(faults) == 60, "all found, none invented"
    assert len({fault["code"] for fault in faults}) >= 20
    for fault in faults:
        assert fault["row"] and fault["reason"], "every fault names its row, its reason and the remedy"
        assert fault["column"] or fault["code"] in ("same-row-twice", "no-workers"), fault

    before = fetched(page, address + "/register/enterprises.csv")
    press(page, "/enter")
    assert "Sudah dimasukkan" in answer(page)
    entered = fetched(page, address + "/register/enterprises.csv")
    assert entered != before

    press(page, "/undo")
    assert "Sudah dibatalkan" in answer(page)
    assert fetched(page, address + "/register/enterprises.csv") == before

    upload(page, address, "daftar.csv", sample)
    press(page, "/enter")
    assert sorted(map(str, rows(fetched(page, address + "/register/enterprises.csv")))) == sorted(
        map(str, rows(entered))
    )

    upload(page, address, "enterprises.csv", fetched(page, address + "/register/enterprises.csv"))
    assert re.search(r": 0 baru, 0 berubah, [\d.]+ sama, 0 salah, 0 meragukan", answer(page)), answer(page)


def test_one_firm_is_found_corrected_and_tells_who_changed_what(officer, address):
    page = officer
    page.goto(address + "/register/enterprises")
    page.fill("#q", "contoh amerta")
    page.press("#q", "Enter")
    page.click("#enterprises tbody a >> nth=0")
    name = page.inner_text("h1")
    page.click("summary:has-text('Ubah data')")
    page.fill("input[name=product]", "Produk yang diperbaiki")
    page.click("form[action*='/register/enterprises/'] button")
    assert "Produk yang diperbaiki" in page.inner_text("dl.facts >> nth=0")
    page.click("a[href$='/history']")
    assert name in page.inner_text("h1")
    assert "→ Produk yang diperbaiki" in page.inner_text("main")
    assert "Ni Wayan" in page.inner_text("main")


def test_a_file_that_is_no_list_is_refused_by_name(officer, address):
    page = officer
    upload(page, address, "kosong.csv", b"satu,dua\n1,2\n")
    assert "judul kolom" in answer(page)
    upload(page, address, "gambar.xlsx", b"\x89PNG\r\n\x1a\n\x00\x00\x00\x00")
    assert "bukan Excel" in answer(page)
