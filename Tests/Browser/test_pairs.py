"""A pair that may be one enterprise, by the keyboard alone, on a narrow screen: told apart, merged, parted again."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe

OWNER = "Ni Made Kembar Percobaan"


@pytest.fixture
def officer(browser, office):
    """At 320 px, as on a phone or at 400 % zoom."""
    context = browser.new_context(
        storage_state=office.states["officer"], viewport={"width": 320, "height": 800}
    )
    yield context.new_page()
    context.close()


def test_a_pair_is_merged_parted_and_told_apart_by_the_keyboard(officer, address, shots):
    page = officer
    for name in ["Anyaman Pelangi Percobaan", "UD Anyaman Pelanggi Percobaan"]:
        enter(page, address, name)
    page.goto(address + "/register/twins")
    press(page, "Cari")
    page.wait_for_selector("meta[http-equiv=refresh]", state="detached", timeout=120_000)
    follow(page, "Anyaman Pelang")
    pair = page.url
    assert "pemilik sama" in page.inner_text("div.answer")
    look_closely(page, shots, "pair-open")

    # The second of the two is to stay: by the arrow, as in every group of choices.
    tab_to(page, "input[name=keep]")
    page.keyboard.press("ArrowDown")
    kept = page.evaluate("document.activeElement.value")
    assert kept != page.locator("input[name=keep]").first.get_attribute("value")
    press(page, "Gabungkan")
    assert page.url.endswith(f"/register/enterprises/{kept}?saved=1"), page.url
    assert "digabung ke sini" in page.inner_text("main")

    page.goto(pair)
    assert "Sudah diputuskan: digabungkan." in page.inner_text("div.answer")
    assert page.locator("input[name=keep]").count() == 0
    look_closely(page, shots, "pair-merged")
    page.goto(f"{address}/register/enterprises/{kept}")
    press(page, "Pisahkan")
    assert "saved=1" in page.url and "digabung ke sini" not in page.inner_text("main")

    page.goto(pair)
    press(page, "Memang berbeda")
    assert page.url == address + "/register/twins"
    assert page.get_by_role("link", name=re.compile("Anyaman Pelang")).count() == 0
    page.goto(pair)
    assert "Sudah diputuskan: memang dua perusahaan." in page.inner_text("div.answer")
    look_closely(page, shots, "pair-different")


def enter(page, address, name):
    page.goto(address + "/register/enterprises/new")
    page.fill("[name=name]", name)
    page.fill("[name=owner]", OWNER)
    page.fill("[name=phone]", "0812-9090-7171")
    page.fill("[name=village]", "51.03.06.2002")
    with page.expect_navigation():
        page.locator("main button[type=submit]").first.click()
    assert "/register/enterprises/" in page.url, page.inner_text("main")


def look_closely(page, shots, name):
    """Fits, in light and dark, and says nothing against the rules of access."""
    for fold in page.locator("summary").all():
        fold.click()
    for scheme in ["light", "dark"]:
        page.emulate_media(color_scheme=scheme)
        page.screenshot(path=shots / f"{name}-{scheme}-320.png", full_page=True)
        needed, given = page.evaluate("[document.scrollingElement.scrollWidth, innerWidth]")
        assert needed <= given, f"{needed} px wide on a screen of {given} px"
        results = Axe().run(page)
        assert results.violations_count == 0, results.generate_report()
    page.emulate_media(color_scheme="light")


def tab_to(page, selector):
    """Goes on by the tabulator until it stands on an element: what cannot be reached so, cannot be used."""
    page.evaluate("document.activeElement.blur()")
    for _ in range(120):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"the keyboard does not come to {selector}")


def tab_to_words(page, words, tag):
    page.evaluate("document.activeElement.blur()")
    for _ in range(120):
        page.keyboard.press("Tab")
        here = page.evaluate_handle("document.activeElement")
        if here.evaluate("(e, [tag, words]) => e.matches('main ' + tag) && e.innerText.includes(words)", [tag, words]):
            return
    raise AssertionError(f"the keyboard does not come to {words}")


def press(page, words):
    tab_to_words(page, words, "button")
    with page.expect_navigation():
        page.keyboard.press("Enter")


def follow(page, words):
    tab_to_words(page, words, "a")
    with page.expect_navigation():
        page.keyboard.press("Enter")
