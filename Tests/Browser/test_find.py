"""Search from every page, by the keyboard and without a script."""


def test_a_key_leads_to_the_search_and_arrows_to_what_is_found(visit, office):
    page = visit("/account", width=320, storage_state=office.states["officer"])
    page.keyboard.press("/")
    page.keyboard.type("tenun")
    page.wait_for_selector("#finds li")
    page.keyboard.press("ArrowDown")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "/register/" in page.url
    page.keyboard.press("Control+k")
    assert page.evaluate("document.activeElement.id") == "find"
    page.keyboard.type("tenun")
    page.wait_for_selector("#finds li")
    page.keyboard.press("Escape")
    assert page.locator("#finds").is_hidden()


def test_a_slash_in_a_field_is_a_slash(visit, office):
    page = visit("/register/enterprises", storage_state=office.states["officer"])
    page.focus("#q")
    page.keyboard.type("a/b")
    assert page.input_value("#q") == "a/b"


def test_it_works_without_a_script(visit, office):
    page = visit("/", storage_state=office.states["officer"], java_script_enabled=False)
    page.fill("#find", "tenun")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "/find?q=tenun" in page.url
    assert page.locator("ul.found li").count() > 0


def test_a_citizen_number_is_not_sent_by_itself(visit, office):
    page = visit("/", storage_state=office.states["officer"])
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.focus("#find")
    page.keyboard.type("5103 0141 0785 0001")
    page.wait_for_function("document.getElementById('finds').hidden")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert not any("find.json" in url and "0001" in url for url in asked)
    assert "0001" not in page.locator("main").inner_text()
