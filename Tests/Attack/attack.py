"""Attacks the real program from outside, on this machine only: malformed requests, slow ones, random ones, a scanner.

    python3 Tests/Attack/attack.py [REQUESTS] [SEED]

Nothing may come to a fault of the server, hang, be answered twice, or leave anything personal in the log.
"""

import http.client
import re
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Soak"))

from office import PASSWORD, Browser, Server, make_office, set_password, sign_in  # noqa: E402
from random_requests import check_random, make_attackers  # noqa: E402
from scan import scan  # noqa: E402
from wire import check_idle, check_slow, check_wire  # noqa: E402

NUMBER = "5103014107850001"
PHONE = "0812-9876-543"
NAME = "Ni Luh Contoh Rahasia"


def is_ready(port):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("GET", "/ready")
        return connection.getresponse().status == 200
    finally:
        connection.close()


def furnish(port, token):
    """People, accounts of each role, a person and a job. Returns names to sign in with and things to ask for."""
    admin = sign_in(port, "admin")
    accounts = {}
    for name, role in [("kepala", "head"), ("pencacah", "enumerator"), ("korban", "officer")]:
        _, _, text = admin.send(
            "/accounts",
            {"display-name": f"Contoh {name}", "name": name, "role": role, "region": "51.03", "body": "",
             "subject": ""}, page="/accounts/new")
        set_password(port, re.search(r"/links/[\w-]+", text).group())
        accounts[name] = re.search(r"/accounts/([0-9a-f-]{36})", text).group(1)
    officer = sign_in(port, "petugas")
    _, place, text = officer.send(
        "/register/people", {"display-name": NAME, "phone": PHONE, "email": "", "nik": NUMBER},
        page="/register/people/new")
    _, job, _ = admin.send("/jobs", {"kind": "audit"})
    things = {"person": re.search(r"[0-9a-f-]{36}", place).group(), "account": accounts["korban"], "job": job[-36:],
              "region": "51.03"}
    return ["admin", "kepala", "pencacah", "petugas"], things


def misuse(port, person):
    """Puts secrets where they do not belong, for the log to keep silent about."""
    for path in [f"/register/people/find?nik={NUMBER}", f"/{NUMBER}", f"/links/{PASSWORD.replace(' ', '-')}",
                 f"/register/people/{person}?phone={PHONE}"]:
        Browser(port).ask(path)
    Browser(port).ask("/", headers={"Authorization": f"Bearer {PASSWORD}", "User-Agent": NUMBER, "Referer": PHONE})


def check_log(text, secrets):
    for secret in secrets:
        assert secret not in text, f"the log holds {secret[:6]}…"
    faults = [line for line in text.splitlines() if " error " in line or " critical " in line]
    assert not faults, faults[:3]
    assert text.count("request") > 1_000, "the log is kept"


def step(words, body):
    begin = time.monotonic()
    result = body()
    print(f"attack: {words}: {result} ({time.monotonic() - begin:.0f} s)", flush=True)
    return result


def attack(folder, count, seed):
    log = folder / "tiru.log"
    server = Server(folder / "tiru.sqlite", folder / "keys", log=log, options=["--log", "info"]).start()
    try:
        port = server.port
        token = make_office(server)
        names, things = furnish(port, token)
        misuse(port, things["person"])
        step("malformed requests", lambda: check_wire(port))
        assert is_ready(port)
        # Before the attack makes their owners wait at the door.
        scanners = {name: sign_in(port, name).cookies for name in ("petugas", "admin")}
        attackers = make_attackers(port, token, names, things, seed)
        step(f"random requests, seed {seed}", lambda: check_random(port, attackers, count))
        assert is_ready(port)
        step("longest time of a page beside 200 that hold on, in seconds", lambda: round(check_idle(port), 3))
        step("seconds until who trickles is cut off", lambda: {k: round(v) for k, v in check_slow(port).items()})
        for name, cookies in scanners.items():
            step(f"findings of wapiti as {name}", lambda: check_findings(port, cookies, scan(port, cookies, folder)))
        assert is_ready(port)
        check_log(log.read_text(errors="replace"), [
            NUMBER, NUMBER[:12], PHONE, NAME, PASSWORD, PASSWORD.replace(" ", "-"), token, things["person"], "Rahasia"])
    finally:
        code = server.stop()
    assert code == 0, f"the server ended with {code}"


def check_findings(port, cookies, found):
    """Nothing grave. Returns how many findings were looked into and dismissed."""
    found = list(found)
    assert signed_in(port, cookies).ask("/account")[0] == 200, "the scanner was signed out under way, and saw little"
    grave = [case for case in found if case[1] > 1 or "Internal Server Error" in case[0]]
    # The scanner knows tokens of forms by the names that frameworks give them, and ours is called otherwise.
    dismissed = [case for case in grave if case[3] == "Lack of anti CSRF token" and needs_token(port, cookies, case[2])]
    assert grave == dismissed, [case for case in grave if case not in dismissed][:5]
    return f"{len(found)}, of them {len(dismissed)} forms whose token it does not know"


def signed_in(port, cookies):
    browser = Browser(port)
    browser.cookies = dict(cookies)
    return browser


def needs_token(port, cookies, path):
    """Whether the form is refused without its token, and with a wrong one."""
    browser = signed_in(port, cookies)
    answers = [browser.ask(path, form) for form in ({"days": "1"}, {"days": "1", "form-token": "0" * 64})]
    return all(status == 403 for status, _, _ in answers)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        attack(Path(place), int(sys.argv[1]) if len(sys.argv) > 1 else 2_000, int(sys.argv[2]) if len(sys.argv) > 2 else 7)
    print("attack: nothing came through")
