"""Requests as chance would have them: known addresses, any method, any field, any body, by everybody. Seeded."""

import html
import http.client
import random
import re
import urllib.parse

from office import REPOSITORY, Browser, sign_in

METHODS = ["GET"] * 8 + ["POST"] * 8 + ["HEAD", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"]
VALUES = [
    "", " ", "0", "-1", "1", "9223372036854775807", "9223372036854775808", "1e309", "NaN", "true", "null", "[]", "{}",
    "51.03", "73.71", "00", "51", "5103", "Badung", "Bandung", "2019", "2026-11-25", "9999-12-31", "0000-00-00",
    "0001-01-01", "audit", "backup", "officer", "head", "administrator", "photo", "read", "write", "en", "id", "csv",
    "' OR '1'='1", "'; DROP TABLE person;--", "<script>alert(1)</script>", "../../etc/passwd", "=1+1", "\0", "\r\nX: y",
    "\u202e", "\ud83d\ude00", "e\u0301" * 200, "a" * 101, "a" * 4_001, "%00", "%ZZ", "\ufffe", "٣", "//evil.test",
    "01900000-0000-7000-8000-000000000000", "00000000-0000-0000-0000-000000000000",
]
# What a field would rightly hold, where a page leaves it empty.
USUAL = {
    "display-name": "Contoh Orang", "phone": "0812-345", "email": "a@b.id", "reference": "map 3", "reason": "pindah",
    "words-version": "2026-1", "name": "contoh", "region": "51.03", "token-name": "uji", "days": "30", "home": "51.03",
    "purpose": "photo", "proof": "recorded", "kind": "access", "scope": "read", "role": "officer", "outcome": "answered",
}
HEADERS = {
    "Accept": ["*/*", "", "application/json", "a" * 2_000], "Accept-Language": ["en", "xx;q=9", "\xff"],
    "X-Forwarded-For": ["127.0.0.1", "evil", "1, 2, 3", "a" * 999], "Origin": ["null", "http://evil.test", "http://a"],
    "Sec-Fetch-Site": ["cross-site", "same-origin", "x"], "X-HTTP-Method-Override": ["DELETE", "POST"],
    "Authorization": ["Bearer x", "Basic YTpi", "Bearer tiru_" + "A" * 43, "", "Bearer"], "Range": ["bytes=0-1"],
    "If-None-Match": ["*"], "If-Modified-Since": ["yesterday"], "User-Agent": ["", "a" * 3_000, "\xc3\x28\xff"],
    "Content-Encoding": ["gzip", "br"], "Referer": ["http://evil.test/"], "Expect": ["x"],
    "Content-Type": ["application/json", "multipart/form-data; boundary=x", "text/plain", "application/xml"],
}


def routes():
    """Every address of the table in the documents, as (method, address)."""
    table = (REPOSITORY / "docs/access.md").read_text()
    return re.findall(r"^\| (GET|POST) \| `([^`]+)` \|", table, re.MULTILINE) + [
        ("GET", "/health"), ("GET", "/ready"), ("GET", "/metrics"), ("GET", "/assets/tiru.css"), ("GET", "/nowhere")]


def names():
    """Every field that some page knows."""
    text = "".join(path.read_text() for path in sorted((REPOSITORY / "Sources/Web").rglob("*.swift")))
    return sorted(set(re.findall(r'(?:name: |form\[|fields\[|choice\(|integer\()"([a-z-]+)"', text)) - {"form-token"})


def forms(text):
    """The forms of a page, as (method, address, fields with their values)."""
    for action, method, inside in re.findall(r'<form action="([^"]*)"(?: method="(\w+)")?(.*?)</form>', text, re.DOTALL):
        fields = {}
        for kind, tag in re.findall(r"<(input|select|textarea)\b([^>]*)>", inside):
            if name := re.search(r'\bname="([^"]*)"', tag):
                value = re.search(r'\bvalue="([^"]*)"', tag)
                fields[name.group(1)] = html.unescape(value.group(1)) if value else ""
        yield (method or "get").upper(), html.unescape(action), fields


class Attacker:
    """One who asks by chance, with the keys of a role or with none."""

    def __init__(self, port, chance, things, name=None, token=None):
        self.port, self.chance, self.things, self.token = port, chance, things, token
        self.who = name or ("script" if token else "nobody")
        self.cookie = self.form_token = None
        self.routes, self.names = routes(), names()
        browser = sign_in(port, name) if name else Browser(port)
        self.forms = list(self.look(browser))
        if name:
            self.cookie = "; ".join(f"{key}={value}" for key, value in browser.cookies.items())
            _, _, text = browser.ask("/account")
            self.form_token = re.search(r'name="form-token" value="([^"]*)"', text).group(1)

    def look(self, browser):
        """The forms of all pages that are open to this one."""
        for method, path in self.routes:
            if method == "GET" and "." not in path:
                path = re.sub(r":([a-z]+)", lambda part: self.things.get(part.group(1), "x"), path)
                for form in forms(browser.ask(path)[2]):
                    # Leaving would end the attack, and so would somebody else's erasure or suspension.
                    if not form[1].endswith(("/sign-out", "/end", "/erase", "/suspend")):
                        yield form

    def request(self):
        """A form as a page offers it, with some fields changed; or anything at all."""
        if self.forms and self.chance.random() < 0.5:
            return self.changed(*self.chance.choice(self.forms))
        return self.anything()

    def changed(self, method, path, fields):
        fields = dict(fields)
        for name in list(fields):
            chance = self.chance.random()
            fields[name] = fields[name] or USUAL.get(name, "")
            if name != "form-token" and chance < 0.25:
                fields[name] = self.chance.choice(VALUES)
            elif chance > 0.98:
                del fields[name]
        body = urllib.parse.urlencode(fields, errors="surrogatepass")
        headers = {"Cookie": self.cookie} if self.cookie else {}
        if self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        if method == "GET":
            return method, f"{path}?{body}", headers, None
        return method, path, headers | {"Content-Type": "application/x-www-form-urlencoded"}, body

    def anything(self):
        known, path = self.chance.choice(self.routes)
        method = known if self.chance.random() < 0.6 else self.chance.choice(METHODS)
        path = re.sub(r":([a-z]+)", lambda part: self.quoted(part.group(1)), path)
        # Leaving would end the attack.
        if path.endswith(("/sign-out", "/end")):
            path = "/account"
        if self.chance.random() < 0.5:
            path += "?" + self.form(self.chance.randint(1, 4))
        headers = {name: self.chance.choice(values) for name, values in HEADERS.items() if self.chance.random() < 0.08}
        if self.cookie and self.chance.random() < 0.95:
            headers["Cookie"] = self.cookie
        if self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        body = None
        if method not in ("GET", "HEAD", "TRACE"):
            headers.setdefault("Content-Type", "application/x-www-form-urlencoded")
            body = self.form(self.chance.randint(0, 8))
            if self.form_token and self.chance.random() < 0.9:
                body += f"&form-token={self.form_token}"
            if self.chance.random() < 0.1:
                body = self.chance.randbytes(self.chance.choice([1, 100, 70_000]))
        return method, path, headers, body

    def quoted(self, kind):
        thing = self.chance.choice([self.things.get(kind, "x")] * 60 + VALUES)
        return urllib.parse.quote(thing, safe="", errors="surrogatepass")

    def form(self, count):
        pairs = [(self.chance.choice(self.names), self.chance.choice(VALUES)) for _ in range(count)]
        return urllib.parse.urlencode(pairs, errors="surrogatepass")

    def ask(self):
        """Sends one; the status, and the answer's text."""
        method, path, headers, body = self.request()
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.request(method, path, body, {k: v.encode("latin-1") for k, v in headers.items()})
            answer = connection.getresponse()
            shown = answer.read() if (answer.getheader("Content-Type") or "").startswith("text/html") else b""
            return answer.status, shown, f"{self.who}: {method} {path[:200]} {body!r:.300}"
        except TimeoutError:
            raise AssertionError(f"{self.who}: no answer to {method} {path[:300]}") from None
        except (OSError, http.client.HTTPException):
            return 0, b"", ""
        finally:
            connection.close()


def check_random(port, attackers, count):
    statuses = {}
    for number in range(count):
        status, text, request = attackers[number % len(attackers)].ask()
        assert status < 500, f"{status} for {request}: {text[:300]}"
        assert b"<script>alert" not in text, request
        statuses[status] = statuses.get(status, 0) + 1
    assert statuses.get(0, 0) < count / 20, f"too many connections closed without an answer: {statuses}"
    for wanted in (200, 303, 400, 403, 404, 405):
        assert statuses.get(wanted, 0) > 0, f"the attack does not reach far enough: {statuses}"
    return statuses


def make_attackers(port, token, names, things, seed):
    chance = random.Random(seed)
    return [Attacker(port, chance, things), Attacker(port, chance, things, token=token)] + [
        Attacker(port, chance, things, name) for name in names]
