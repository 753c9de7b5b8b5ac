"""An office that works: servers started, accounts made, people entered over HTTP, all with the standard library."""

import http.client
import os
import re
import subprocess
import threading
import time
import urllib.parse
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
PROGRAM = REPOSITORY / ".build/release/tiru"
PASSWORD = "empat gerobak kelapa biru"


class Server:
    """The real program over a database."""

    def __init__(self, database, keys, port=0, log=None, options=()):
        self.database, self.keys, self.port, self.log, self.options = database, keys, port, log, options
        self.first_link = None
        self.process = None

    def start(self):
        command = [
            PROGRAM, "serve", "--port", str(self.port), "--database", str(self.database), "--keys", str(self.keys),
            "--facts", REPOSITORY / "Data", "--rate", "0", *self.options,
        ]
        errors = open(self.log, "ab") if self.log else subprocess.DEVNULL
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=errors, text=True)
        for line in self.process.stdout:
            if match := re.search(r"http://127\.0\.0\.1:(\d+)(/links/[\w-]+)?", line):
                self.port = int(match.group(1))
                if match.group(2):
                    self.first_link = match.group(2)
                    break
                if not self.is_new():
                    break
        if self.process.poll() is not None:
            raise AssertionError(f"the server ended with {self.process.returncode}")
        return self

    def is_new(self):
        """Whether a first link is still to come."""
        return self.first_link is None and not getattr(self, "has_administrator", False)

    def kill(self):
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()

    def stop(self):
        self.process.terminate()
        code = self.process.wait(timeout=60)
        self.process.stdout.close()
        return code


class Browser:
    """One who keeps cookies and fills in forms."""

    def __init__(self, port):
        self.port, self.cookies = port, {}

    def ask(self, path, form=None, headers=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        headers = dict(headers or {})
        if self.cookies:
            headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        body = None
        if form is not None:
            body = urllib.parse.urlencode(form)
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        try:
            connection.request("GET" if form is None else "POST", path, body, headers)
            answer = connection.getresponse()
            text = answer.read().decode("utf-8", "replace")
            for name, value in answer.getheaders():
                if name.lower() == "set-cookie":
                    cookie, _, _ = value.partition(";")
                    key, _, held = cookie.partition("=")
                    self.cookies[key] = held
                    if not held:
                        del self.cookies[key]
            return answer.status, answer.getheader("Location"), text
        finally:
            connection.close()

    def send(self, path, form, page=None):
        """Opens a page, and sends its form."""
        _, _, text = self.ask(page or path)
        token = re.search(r'name="form-token" value="([^"]*)"', text)
        assert token, f"no form on {page or path}: {text[:300]}"
        return self.ask(path, {"form-token": token.group(1), **form})


def sign_in(port, name):
    browser = Browser(port)
    status, _, text = browser.send("/sign-in", {"name": name, "password": PASSWORD})
    assert status == 303, f"{name} cannot sign in: {status} {text[:300]}"
    return browser


def set_password(port, link):
    status, _, text = Browser(port).send(link, {"password": PASSWORD, "again": PASSWORD})
    assert status == 303, f"{status} {text[:300]}"


def make_office(server):
    """The first administrator, and an officer of Badung with a token for scripts. Returns the token."""
    founder = {"office": "51.03", "display-name": "Contoh Administrator", "name": "admin",
               "password": PASSWORD, "again": PASSWORD}
    status, _, text = Browser(server.port).send(server.first_link, founder)
    assert status == 303, f"{status} {text[:300]}"
    server.has_administrator = True
    admin = sign_in(server.port, "admin")
    status, _, text = admin.send(
        "/accounts",
        {"display-name": "Contoh Petugas", "name": "petugas", "role": "officer", "region": "51.03", "body": "",
         "subject": ""}, page="/accounts/new")
    assert status == 200, f"{status} {text[:300]}"
    set_password(server.port, re.search(r"/links/[\w-]+", text).group())
    officer = sign_in(server.port, "petugas")
    status, _, text = officer.send(
        "/account/tokens", {"token-name": "uji tahan", "scope": "write", "days": "30", "current": PASSWORD}, page="/account")
    return re.search(r"tiru_[\w-]+", text).group()


class Writers:
    """Threads that enter people one after the other, and remember what was acknowledged."""

    def __init__(self, ports, token, count=4):
        self.ports, self.token = ports, token
        self.acknowledged = []
        self.refused = 0
        self.lost = 0
        self.last_success = time.monotonic()
        self.longest_pause = 0.0
        self.lock = threading.Lock()
        self.is_over = threading.Event()
        self.threads = [threading.Thread(target=self.work, args=(number,)) for number in range(count)]

    def start(self):
        self.last_success = time.monotonic()
        for thread in self.threads:
            thread.start()
        return self

    def end(self):
        self.is_over.set()
        for thread in self.threads:
            thread.join()

    def work(self, number):
        connection, serial = None, 0
        while not self.is_over.is_set():
            serial += 1
            name = f"Contoh {number}, {serial}"
            form = urllib.parse.urlencode({"display-name": name, "phone": "081234567", "email": "", "nik": ""})
            try:
                if connection is None:
                    port = self.ports[(number + serial) % len(self.ports)]
                    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
                connection.request(
                    "POST", "/register/people", form,
                    {"Authorization": f"Bearer {self.token}", "Content-Type": "application/x-www-form-urlencoded"})
                answer = connection.getresponse()
                answer.read()
                location = answer.getheader("Location") or ""
            except (OSError, http.client.HTTPException):
                connection = None
                with self.lock:
                    self.lost += 1
                self.is_over.wait(0.02)
                continue
            with self.lock:
                if answer.status == 303:
                    self.acknowledged.append(location.partition("/register/people/")[2][:36])
                    now = time.monotonic()
                    self.longest_pause = max(self.longest_pause, now - self.last_success)
                    self.last_success = now
                else:
                    self.refused += 1
                    connection.close()
                    connection = None
