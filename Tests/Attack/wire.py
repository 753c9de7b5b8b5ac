"""Requests that no browser sends, written byte by byte: two lengths, hidden second requests, slow and endless ones."""

import socket
import threading
import time

HEAD = "GET /ready HTTP/1.1\r\nHost: 127.0.0.1\r\n"
HIDDEN = "GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
CHUNK = "0\r\n\r\n"


def exchange(port, data, wait=5.0, is_over=False):
    """Sends bytes and reads until the server closes or answers no more. Returns what came, and whether it hung."""
    with socket.create_connection(("127.0.0.1", port), timeout=wait) as connection:
        try:
            connection.sendall(data if isinstance(data, bytes) else data.encode("latin-1"))
            if is_over:
                connection.shutdown(socket.SHUT_WR)
        except OSError:
            pass  # Refused before it was all sent; what was answered is read below.
        read = b""
        while True:
            try:
                part = connection.recv(65536)
            except TimeoutError:
                return read, not read
            except OSError:
                return read, False
            if not part:
                return read, False
            read += part
            # A whole answer is there; a second one, to a hidden request, would follow at once.
            connection.settimeout(0.3)


def post(headers, body, path="/sign-in"):
    return f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n{headers}\r\n{body}"


def smuggled():
    """A request in the body of another. No server may answer it."""
    length = len(HIDDEN)
    wrapped = f"{length:x}\r\n{HIDDEN}\r\n{CHUNK}"
    codings = [
        "Transfer-Encoding: chunked", "Transfer-Encoding : chunked", "Transfer-Encoding:\tchunked",
        "Transfer-Encoding: xchunked", "Transfer-Encoding: identity", "Transfer-Encoding: chunked, identity",
        "Transfer-Encoding: identity, chunked", "transfer-encoding: CHUNKED", "X: y\r\n Transfer-Encoding: chunked",
        "Transfer-Encoding:\r\n chunked", "Transfer-Encoding: \x0bchunked", "Transfer-Encoding: chunked\x00",
        "Transfer-Encoding: gzip\r\nTransfer-Encoding: chunked", 'Transfer-Encoding: "chunked"', "Transfer-Encoding:",
        "X: y\nTransfer-Encoding: chunked", "Transfer-Encoding: chunked;q=1",
    ]
    for coding in codings:
        yield f"length and {coding!r}", post(f"Content-Length: {len(CHUNK)}\r\n{coding}\r\n", CHUNK + HIDDEN)
        yield f"{coding!r} and length", post(f"{coding}\r\nContent-Length: {len(wrapped)}\r\n", wrapped)
    lengths = [
        "Content-Length: 0\r\nContent-Length: {n}", "Content-Length: {n}\r\nContent-Length: 0", "Content-Length: 0, {n}",
        "Content-Length: +{n}", "Content-Length: -{n}", "Content-Length : {n}", "Content-Length: {n} ",
        "Content-Length: 0x{n:x}", "Content-Length: {n}.0", "Content-Length: {n}e0", "Content-Length: 0{n}",
        "Content-Length: {n} {n}", "Content-Length:\r\n {n}", "Content-Length: \x00{n}",
        "X: y\nContent-Length: {n}", "Content-Length: {n}\rX: y", "Content-Length: 18446744073709551616",
        "Content-Length: 99999999999999999999999", "Content-Length: NaN", "Content-Length: ٣",
    ]
    for field in lengths:
        text = field.format(n=length)
        yield f"{text!r}", post(text + "\r\n", HIDDEN).encode("utf-8", "replace")


def chunks():
    coding = "Transfer-Encoding: chunked\r\n"
    for size in ["fffffffffffffffff", "-1", "+5", "0x5", "5;a=\"\r\n", "5 ;x", " 5", "5\n", "", "g"]:
        yield f"chunk of {size!r}", post(coding, f"{size}\r\nhello\r\n{CHUNK}{HIDDEN}")


def odd():
    """Heads that are wrong, large, or say who they are in an odd way. Answered or closed, and no fault of ours."""
    yield "bare line feeds", "GET /ready HTTP/1.1\nHost: 127.0.0.1\n\n"
    yield "bare carriage returns", "GET /ready HTTP/1.1\rHost: 127.0.0.1\r\r"
    yield "a folded header", HEAD + "X: a\r\n b\r\n\r\n"
    yield "a zero in a header", HEAD + "X: a\0b\r\n\r\n"
    yield "a zero in a name", HEAD + "X\0: a\r\n\r\n"
    yield "a zero in the address", "GET /re\0ady HTTP/1.1\r\nHost: a\r\n\r\n"
    yield "bytes above 127 in a header", HEAD + "User-Agent: \xff\xfe\xc3\x28\r\nCookie: tiru-session=\xff\r\n\r\n"
    yield "bytes above 127 in the address", "GET /\xff\xfe\xc3\x28?\xe9=\xff HTTP/1.1\r\nHost: a\r\n\r\n"
    yield "a header without a name", HEAD + ": a\r\n\r\n"
    yield "a header without a colon", HEAD + "abc\r\n\r\n"
    yield "an address of 100 kB", f"GET /{'a' * 100_000} HTTP/1.1\r\nHost: a\r\n\r\n"
    yield "a question of 60 kB", f"GET /compare/hosts?home={'a' * 60_000} HTTP/1.1\r\nHost: a\r\n\r\n"
    yield "10,000 fields", f"GET /compare/hosts?{'&'.join(f'a{n}=' for n in range(10_000))} HTTP/1.1\r\nHost: a\r\n\r\n"
    yield "1,000 headers", HEAD + "".join(f"X-{n}: a\r\n" for n in range(1_000)) + "\r\n"
    yield "a header of 1 MB", HEAD + f"X: {'a' * (1 << 20)}\r\n\r\n"
    yield "a name of 1 MB", HEAD + f"{'X' * (1 << 20)}: a\r\n\r\n"
    yield "a cookie of 60 kB", HEAD + f"Cookie: tiru-session={'a' * 60_000}\r\n\r\n"
    yield "1,000 cookies", HEAD + "Cookie: " + "; ".join("tiru-session=a" for _ in range(1_000)) + "\r\n\r\n"
    yield "an unknown version", "GET /ready HTTP/9.9\r\nHost: a\r\n\r\n"
    yield "HTTP/2 at once", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"
    yield "version 1.0 without Host", "GET /ready HTTP/1.0\r\n\r\n"
    yield "version 0.9", "GET /ready\r\n\r\n"
    yield "no Host", "GET /ready HTTP/1.1\r\n\r\n"
    yield "two Hosts", "GET /ready HTTP/1.1\r\nHost: a\r\nHost: evil.test\r\n\r\n"
    for host in ["evil.test", "", "a b", "a/../b", "[::1", "127.0.0.1:99999", "a@b", "\xff"]:
        yield f"Host {host!r}", f"GET /account HTTP/1.1\r\nHost: {host}\r\n\r\n"
    for target in ["http://evil.test/ready", "http://evil.test", "//evil.test/account", "*", "ready", "?a", "http://",
                   "http://a:b@evil.test:99999/account", "/\\evil.test", "/.//evil.test", "ftp://a/b", "/%", "/%2e%2e/",
                   "http://[::1/account", "\\", "/" + "/" * 5_000, "/" + "a/" * 5_000, "/a?" + "&" * 5_000, "/#a"]:
        yield f"the address {target[:40]!r}", f"GET {target} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
    yield "OPTIONS *", "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n"
    yield "CONNECT", "CONNECT evil.test:443 HTTP/1.1\r\nHost: evil.test:443\r\n\r\n"
    yield "an invented method", "BREW /ready HTTP/1.1\r\nHost: a\r\n\r\n"
    yield "TRACE", "TRACE / HTTP/1.1\r\nHost: a\r\nCookie: tiru-session=secret-of-mine\r\n\r\n"
    yield "an upgrade", HEAD + "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\n\r\n"
    yield "a web socket", HEAD + "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: x\r\n\r\n"
    yield "a range", "GET / HTTP/1.1\r\nHost: a\r\nRange: bytes=0-0,5-999999999999999999\r\n\r\n"
    yield "an expectation", post("Expect: 100-continue\r\nContent-Length: 5\r\n", "a=b&c")
    yield "a body with GET", HEAD + "Content-Length: 5\r\n\r\nhello"
    yield "not HTTP", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + "a" * 600
    yield "only line ends", "\r\n" * 2_000


def paths():
    """Ways out of the folder of the one file that is served."""
    for up in ["..", "%2e%2e", "%2E%2E", ".%2e", "%252e%252e", "..%00", "..;", "%c0%ae%c0%ae", "....", "..%5c", "..\\"]:
        for start in ["/assets", "", "/assets/tiru.css", "/compare"]:
            for separator in ["/", "%2f", "\\", "%5c"]:
                yield f"{start}/{separator.join([up] * 8)}{separator}etc/passwd"
    yield from ["/assets/", "/assets", "/tiru.sqlite", "/.git/config", "/Package.swift", "/tiru.sqlite.keys",
                "/assets/tiru.css%00.html", "/assets/tiru.css/", "/assets//tiru.css", "/file:///etc/passwd"]


def bodies():
    form = "Content-Type: application/x-www-form-urlencoded\r\n"
    large = "a=" + "b" * (10 << 20)
    yield 413, "a form of 10 MB", post(f"{form}Content-Length: {len(large)}\r\n", large)
    yield 411, "a form of 10 MB of unknown length", post(
        form + "Transfer-Encoding: chunked\r\n", f"{len(large):x}\r\n{large}\r\n{CHUNK}")
    yield 413, "a form of 100 kB", post(f"{form}Content-Length: 100002\r\n", large[:100_002])
    parts = "".join(f"--x\r\nContent-Disposition: form-data; name=\"a{n}\"; filename=\"../../a\"\r\n\r\nb\r\n"
                    for n in range(5_000)) + "--x--\r\n"
    multipart = "Content-Type: multipart/form-data; boundary=x\r\n"
    yield 415, "a form of 5,000 files", post(f"{multipart}Content-Length: {len(parts)}\r\n", parts)
    yield 415, "a form of files without an end", post(f"{multipart}Content-Length: 100\r\n", parts[:100])
    for kind in ["application/json", "text/xml", "text/plain", "application/x-www-form-urlencode", "a" * 5_000]:
        yield 415, f"a body of {kind[:20]}", post(f"Content-Type: {kind}\r\nContent-Length: 2\r\n", "{}")


def check_wire(port):
    count = 0
    for name, data in [*smuggled(), *chunks()]:
        read, is_hung = exchange(port, data)
        assert b"\r\n\r\nok\n" not in read, f"{name}: the hidden request was answered"
        check(name, read, is_hung)
        count += 1
    read, _ = exchange(port, (HEAD + "\r\n") * 500)
    assert read.count(b"HTTP/1.1 200 OK\r\n") == 500, "500 requests sent at once are answered one after the other"
    for name, data in odd():
        read, is_hung = exchange(port, data, is_over=True)
        check(name, read, is_hung)
        assert b"secret-of-mine" not in read, name
        assert not any(line.lower().startswith((b"location: //", b"location: http")) for line in read.split(b"\r\n")), name
        count += 1
    for path in paths():
        read, is_hung = exchange(port, f"GET {path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
        check(path, read, is_hung)
        assert b"root:" not in read and b"SQLite format" not in read, path
        count += 1
    for status, name, data in bodies():
        read, is_hung = exchange(port, data)
        check(name, read, is_hung)
        assert not read or read.startswith(b"HTTP/1.1 %d" % status), f"{name}: {read[:80]}"
        count += 1
    return count


def check(name, read, is_hung):
    assert not is_hung, f"{name}: neither answered nor closed"
    for line in read.split(b"\r\n"):
        assert not line.startswith(b"HTTP/1.1 5"), f"{name}: {line}"


def check_slow(port):
    """Who sends a byte now and then is cut off. Returns after how many seconds, for each way."""
    ways = {
        "a head": (b"", b"GET /ready HTTP/1.1\r\nHost: a\r\nX: "),
        "a body": (b"POST /sign-in HTTP/1.1\r\nHost: a\r\nContent-Length: 9999\r\n\r\n", b""),
        "a second head": (HEAD.encode() + b"\r\n", b"GET /ready HTTP/1.1\r\nX: "),
        "line ends": (b"", b"\r\n" * 4),
    }
    times = {}
    threads = [threading.Thread(target=trickle, args=(port, way, *parts, times)) for way, parts in ways.items()]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for way, seconds in times.items():
        assert seconds < 65, f"{way} that trickles holds its connection for more than {seconds:.0f} s"
    return times


def trickle(port, way, first, start, times):
    with socket.create_connection(("127.0.0.1", port), timeout=0.5) as connection:
        begin = time.monotonic()
        connection.sendall(first + start)
        filler = b"\r\n" if way == "line ends" else b"a"
        while time.monotonic() - begin < 70:
            try:
                connection.sendall(filler)
                if not connection.recv(65536):
                    break
            except TimeoutError:
                continue
            except OSError:
                break
        times[way] = time.monotonic() - begin


def check_idle(port, count=200):
    """Connections that say nothing, and ones that do not read. Returns the longest time of a page meanwhile."""
    held = []
    try:
        for number in range(count):
            connection = socket.create_connection(("127.0.0.1", port), timeout=5)
            if number % 2:
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1024)
                connection.sendall(b"GET /compare/regions HTTP/1.1\r\nHost: a\r\n\r\n" * 20)
            held.append(connection)
        longest = 0.0
        for _ in range(50):
            begin = time.monotonic()
            read, is_hung = exchange(port, HEAD + "Connection: close\r\n\r\n")
            longest = max(longest, time.monotonic() - begin)
            assert read.startswith(b"HTTP/1.1 200") and not is_hung, read[:100]
        return longest
    finally:
        for connection in held:
            connection.close()
