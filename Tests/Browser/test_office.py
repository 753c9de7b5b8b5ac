"""The pages of an office, for those who have signed in."""

import subprocess

import pytest
from addresses import EVERY_LOOK, EVERY_OFFICE_PAGE, file_name
from axe_playwright_python.sync_playwright import Axe
from test_html import CHECKER
from test_pages import UNLABELLED, shows_text_in_print

every_page = pytest.mark.parametrize("role,path", EVERY_OFFICE_PAGE)


@pytest.fixture
def enter(visit, office):
    """Opens a page of the office as somebody of it."""

    def open_page(role, path, **settings):
        return visit(place(office, path), storage_state=office.states[role], **settings)

    return open_page


def place(office, path):
    return path.format(
        person=office.person, job=office.job, enterprise=office.enterprise, sentra=office.sentra,
        change=office.change, product=office.product, photo=office.photo,
    )


def name_of(role, path):
    return f"{role}-{file_name(path)}"


@pytest.mark.parametrize("scheme,width", EVERY_LOOK)
@every_page
def test_is_accessible(enter, shots, role, path, scheme, width):
    page = enter(role, path, width=width, color_scheme=scheme)
    for fold in page.locator("summary").all():
        fold.click()
    page.screenshot(path=shots / f"{name_of(role, path)}-{scheme}-{width}.png", full_page=True)
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()


@every_page
def test_fits_a_narrow_screen(enter, role, path):
    page = enter(role, path, width=320)
    needed, given = page.evaluate("[document.scrollingElement.scrollWidth, innerWidth]")
    assert needed <= given, f"{needed} px wide on a screen of {given} px"


@every_page
def test_title_is_the_question(enter, role, path):
    page = enter(role, path)
    assert page.title() == f"{page.locator('h1').inner_text()} · Tiru"


@every_page
def test_every_field_has_a_label(enter, role, path):
    assert enter(role, path).evaluate(UNLABELLED) == []


@every_page
def test_no_two_elements_share_an_id(enter, role, path):
    ids = enter(role, path).evaluate("[...document.querySelectorAll('[id]')].map(e => e.id)")
    assert len(ids) == len(set(ids))


@every_page
def test_prints_with_its_text(enter, role, path):
    assert shows_text_in_print(enter(role, path).pdf(format="A4"))


def test_html_is_valid(browser, office, address, tmp_path):
    for role, path in EVERY_OFFICE_PAGE:
        context = browser.new_context(storage_state=office.states[role])
        body = context.request.get(address + place(office, path)).body()
        (tmp_path / f"{name_of(role, path)}.html").write_bytes(body)
        context.close()
    command = [CHECKER, "--root", tmp_path, "--ignore", "error: CSS:"]
    checker = subprocess.run(command, capture_output=True, text=True)
    assert checker.returncode == 0, checker.stdout + checker.stderr
