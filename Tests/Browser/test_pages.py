"""What holds for every page, however it looks."""

import re
import zlib

import pytest
from addresses import EVERY_PAGE, UNKNOWN_REGION
from server import fetch

every_page = pytest.mark.parametrize("path", EVERY_PAGE)

LARGEST_PAGE = 60_000

UNLABELLED = """[...document.querySelectorAll("input, select, textarea")]
    .filter(field => !["hidden", "submit", "button"].includes(field.type))
    .filter(field => field.labels.length == 0 && !field.ariaLabel)
    .map(field => field.outerHTML)"""

UNTOLD_DRAWINGS = """[...document.querySelectorAll("svg")]
    .filter(svg => !["title", "desc"].every(name =>
        svg.querySelector(`:scope > ${name}`)?.textContent.trim()))
    .map(svg => svg.outerHTML.slice(0, 120))"""


@every_page
def test_title_is_the_question(visit, path):
    page = visit(path)
    question = page.locator("h1").inner_text()
    assert page.title() in [question, f"{question} · Tiru"]


@every_page
def test_reads_the_same_without_script(visit, path):
    pages = [visit(path), visit(path, java_script_enabled=False)]
    with_script, without = [
        [page.locator("h1").all_inner_texts(), page.locator("tr").all_inner_texts()]
        for page in pages
    ]
    assert with_script == without


@every_page
def test_every_field_has_a_label(visit, path):
    assert visit(path).evaluate(UNLABELLED) == []


@every_page
def test_every_drawing_is_told_in_words(visit, path):
    assert visit(path).evaluate(UNTOLD_DRAWINGS) == []


@every_page
def test_first_tab_goes_to_the_skip_link(visit, path):
    page = visit(path)
    page.keyboard.press("Tab")
    focused = page.locator(":focus")
    target = focused.get_attribute("href") or ""
    assert target.startswith("#"), f"the first Tab goes to {focused.inner_text()!r}"
    assert page.locator(target).count() == 1
    box = focused.bounding_box()
    assert box["x"] >= 0 and box["y"] >= 0 and box["width"] > 1, "it stays out of sight"


@every_page
def test_is_small(browser, address, path):
    """All that travels for one page, its style sheet included."""
    context = browser.new_context()
    page = context.new_page()
    requests = []
    page.on("requestfinished", lambda request: requests.append(request))
    page.goto(address + path, wait_until="networkidle")
    bytes_sent = sum(request.sizes()["responseBodySize"] for request in requests)
    context.close()
    assert 0 < bytes_sent <= LARGEST_PAGE


@every_page
def test_prints_with_its_text(visit, path):
    assert shows_text_in_print(visit(path).pdf(format="A4"))


def shows_text_in_print(pdf):
    streams = re.findall(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL)
    return any(shows_text(stream) for stream in streams)


def shows_text(stream):
    """Whether a compressed part of a PDF holds one of its two commands that show text."""
    try:
        commands = zlib.decompressobj().decompress(stream)
    except zlib.error:
        return False
    return re.search(rb"[>)\]]\s*T[jJ]\b", commands) is not None


def test_an_unknown_region_is_refused_with_a_page(address):
    status, kind, body = fetch(address + UNKNOWN_REGION)
    assert 400 <= status < 500
    assert kind.startswith("text/html")
    assert b"<h1" in body
