import os
import shutil

import pytest
from playwright.sync_api import sync_playwright

from office import open_office
from server import REPOSITORY, running_server


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    with running_server(tmp_path_factory.mktemp("database") / "tiru.sqlite") as server:
        yield server


@pytest.fixture(scope="session")
def address(server):
    return server[0]


@pytest.fixture(scope="session")
def office(browser, server):
    """People of an office who have signed in, and something on their pages."""
    address, link = server
    if link is None:
        pytest.skip("a server that is there already tells nobody its first link")
    return open_office(browser, address, link)


@pytest.fixture(scope="session")
def browser():
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    assert program, "chromium is missing: scripts/prepare browser"
    # Chromium refuses its sandbox to root, which is who runs in a container.
    options = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=options)
        yield browser
        browser.close()


@pytest.fixture
def visit(browser, address):
    """Opens a path in a fresh window: visit("/", width=320, color_scheme="dark")."""
    contexts = []

    def open_page(path, width=1280, **settings):
        context = browser.new_context(viewport={"width": width, "height": 800}, **settings)
        contexts.append(context)
        page = context.new_page()
        page.goto(address + path)
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def shots():
    """Where pictures for people go."""
    folder = REPOSITORY / ".tools/shots"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def pytest_terminal_summary(terminalreporter, exitstatus):
    outcomes = ["passed", "failed", "error"]
    counts = [f"{len(terminalreporter.getreports(outcome))} {outcome}" for outcome in outcomes]
    verdict = "all hold" if exitstatus == 0 else "NOT all hold"
    terminalreporter.write_line(f"browser tests: {verdict} ({', '.join(counts)})")
    terminalreporter.write_line("pictures: .tools/shots")
