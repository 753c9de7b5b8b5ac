"""Every page in every language, light and dark, narrow and wide."""

import pytest
from addresses import EVERY_LOOK, EVERY_PAGE, file_name
from axe_playwright_python.sync_playwright import Axe


@pytest.mark.parametrize("scheme,width", EVERY_LOOK)
@pytest.mark.parametrize("path", EVERY_PAGE)
def test_is_accessible(visit, shots, path, scheme, width):
    page = visit(path, width=width, color_scheme=scheme)
    page.screenshot(path=shots / f"{file_name(path)}-{scheme}-{width}.png", full_page=True)
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize("path", EVERY_PAGE)
def test_fits_a_narrow_screen(visit, path):
    page = visit(path, width=320)
    needed, given = page.evaluate("[document.scrollingElement.scrollWidth, innerWidth]")
    assert needed <= given, f"{needed} px wide on a screen of {given} px"
