"""Opens an office through its own forms: the first administrator, a head, an officer, a person."""

import base64
import re
from dataclasses import dataclass

PASSWORD = "tiga kuda lari di sawah"


@dataclass
class Office:
    # What a browser keeps of each who has signed in, by role.
    states: dict
    # Addresses that are made while the office is opened.
    person: str
    job: str
    enterprise: str
    sentra: str
    change: str
    product: str
    photo: str


def open_office(browser, address, link):
    def page():
        return browser.new_context().new_page()

    founder = page()
    founder.goto(address + link)
    send(founder, office="51.03", display_name="Made Admin", name="admin", password=PASSWORD, again=PASSWORD)
    pages = {"administrator": sign_in(page(), address, "admin")}
    for role, name in [("head", "sari"), ("officer", "wayan")]:
        invitation = invite(pages["administrator"], address, role, name)
        guest = page()
        guest.goto(address + invitation)
        send(guest, password=PASSWORD, again=PASSWORD)
        pages[role] = sign_in(page(), address, name)
    person = enter_person(pages["officer"], address)
    pages["administrator"].goto(address + "/jobs")
    click(pages["administrator"], "form.deed button")
    job = path_of(pages["administrator"], address)
    pages["officer"].goto(address + "/register/enterprises")
    enterprise = pages["officer"].locator("#enterprises tbody a").first.get_attribute("href")
    pages["officer"].goto(address + "/register/sentra")
    sentra = pages["officer"].locator("#sentra tbody a").first.get_attribute("href")
    pages["owner"] = sign_in_owner(page, pages["administrator"], address, enterprise)
    change = propose_change(pages["owner"], address, enterprise)
    product, photo = enter_product(pages["officer"], address, enterprise)
    states = {role: page.context.storage_state() for role, page in pages.items()}
    return Office(states, person, job, enterprise, sentra, change, product, photo)


def invite(page, address, role, name, **fields):
    page.goto(address + "/accounts/new")
    page.select_option("select[name=role]", role)
    send(page, display_name=f"Ni {name.title()}", name=name, region="51.03", **fields)
    return re.search(r"/links/[\w-]+", page.content()).group()


def sign_in(page, address, name):
    page.goto(address + "/sign-in")
    send(page, name=name, password=PASSWORD)
    return page


def sign_in_owner(new_page, administrator, address, enterprise):
    """Whoever owns the enterprise, with an account of their own."""
    invitation = invite(administrator, address, "owner", "pemilik", subject=enterprise.rpartition("/")[2])
    guest = new_page()
    guest.goto(address + invitation)
    send(guest, password=PASSWORD, again=PASSWORD)
    return sign_in(new_page(), address, "pemilik")


def propose_change(page, address, enterprise):
    """A request that waits for the office."""
    page.goto(address + enterprise)
    page.locator("details:has(form[action$='/changes']) summary").click()
    page.fill("form[action$='/changes'] [name=branch]", "Sandang (Contoh)")
    page.fill("form[action$='/changes'] [name=why]", "Jenisnya belum tertulis")
    click(page, "form[action$='/changes'] button")
    return page.locator("a[href^='/register/changes/']").first.get_attribute("href")


def enter_product(page, address, enterprise):
    """A product with a photo."""
    page.goto(address + enterprise + "/products/new")
    send(page, product_name="Selendang (Contoh)")
    page.get_by_role("link", name="Selendang (Contoh)").first.click()
    product = path_of(page, address)
    send_photo(page, drawn_photo(page), "Selendang terlipat, tampak depan")
    return product, page.locator("ul.photos a").first.get_attribute("href")


def send_photo(page, content, caption):
    page.fill("[name=caption]", caption)
    page.set_input_files("[name=photo]", {"name": "foto.jpg", "mimeType": "image/jpeg", "buffer": content})
    with page.expect_navigation():
        page.locator("form[action$='/photos'] button").click()


def drawn_photo(page):
    """A JPEG of 2,000 by 1,500 pixels."""
    address = page.evaluate(
        """() => {
            const canvas = document.createElement("canvas");
            canvas.width = 2000; canvas.height = 1500;
            const brush = canvas.getContext("2d");
            brush.fillStyle = "#27396b"; brush.fillRect(0, 0, 2000, 1500);
            brush.fillStyle = "#e9e2d0"; brush.fillRect(400, 300, 500, 500);
            return canvas.toDataURL("image/jpeg");
        }"""
    )
    return base64.b64decode(address.partition(",")[2])


def enter_person(page, address):
    """One person with consent that was taken back, and a request."""
    page.goto(address + "/register/people/new")
    send(page, display_name="Ni Wayan Sari", phone="0812-3456-789", nik="5103014107850001")
    person = path_of(page, address)
    for purpose in ["photo", "publish-name"]:
        page.locator("details:has(form[action$='/consents']) summary").click()
        page.select_option("select[name=purpose]", purpose)
        page.fill("[name=reference]", "map 3, lembar 12")
        page.fill("[name=words-version]", "2026-1")
        click(page, "form[action$='/consents'] button")
    click(page, "form[action$='/consents/withdraw'] button")
    page.locator("details:has(form[action$='/requests']) summary").click()
    click(page, "form[action$='/requests'] button")
    return person


def path_of(page, address):
    return page.url.removeprefix(address).partition("?")[0]


def send(page, **fields):
    for name, value in fields.items():
        page.fill(f"main [name='{name.replace('_', '-')}']", value)
    click(page, "main button[type=submit]")


def click(page, selector):
    with page.expect_navigation():
        page.locator(selector).first.click()
