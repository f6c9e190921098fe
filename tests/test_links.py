"""`python build links`: what is asked of servers, what is recorded, and what servers cannot do."""

from __future__ import annotations

import contextlib
import json
import re
import shutil
import signal
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
import tomli

import system
import world
from calling import ROOT, Called, call
from check import stages
from checking import told_by
from links import command, reach, record, robots, web
from links.web import NoAnswer, Web
from locking import only_writer

MADE = "{} req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=127.0.0.1"
DAY = date(2026, 12, 1)


@dataclass
class Site:
    """A server on this machine: what it answers by path, and what it was asked."""

    pages: dict[str, Callable[[BaseHTTPRequestHandler], None]] = field(default_factory=dict)
    asked: list[tuple[str, str]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    address: str = ""

    def page(self, path: str, status: int = 200, body: bytes = b"", **headers: str) -> str:
        """Let the server answer a path; the address of it."""

        def answer(handler: BaseHTTPRequestHandler) -> None:
            handler.send_response_only(status)
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            for name, value in named.items():
                handler.send_header(name, value)
            handler.end_headers()
            handler.wfile.write(body)

        self.pages[path] = answer
        return self.address + path

    def paths(self) -> list[str]:
        """The paths that were asked for, without robots.txt."""
        return [path for _, path in self.asked if path != "/robots.txt"]


@contextlib.contextmanager
def serving(context: ssl.SSLContext | None = None) -> Iterator[Site]:
    """A server on a free port; what it has no page for is not found."""
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:  # the name that the standard library calls
            site.asked.append((self.command, self.path))
            site.headers.append(dict(self.headers.items()))
            page = site.pages.get(self.path)
            with contextlib.suppress(OSError):
                page(self) if page else self.send_error(404)

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.handle_error = lambda *_: None  # type: ignore[method-assign]
    if context:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    site.address = f"http{'s' * bool(context)}://127.0.0.1:{server.server_address[1]}"
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as made:
        yield made


SECURE = ssl.create_default_context()
"""What every way trusts; to read the certificates of the system again takes long."""


def our_web(**given: Any) -> Web:
    """The way to servers of this machine, without waiting."""
    ours: dict[str, Any] = {"agent": command.NAME, "pause": 0.0, "is_local_allowed": True}
    return Web(**(ours | {"timeout": 5.0, "secure": SECURE} | given))


def reached(address: str, way: Web | None = None) -> record.Found:
    """What comes of an address."""
    way = way or our_web()
    return reach.reach(way, robots.Robots(way, command.NAME), of_page(address))


def of_page(address: str) -> record.Asked:
    return record.Asked("s101-url", "s101", address, None)


def said(answer: record.Found) -> tuple[str, int | None, str | None]:
    """Outcome, status, and where the address leads."""
    return answer.outcome, answer.http_status, answer.leads_to


# --- one address ----------------------------------------------------------------------------------


def test_a_page_that_answers_is_found_without_reading_it(site: Site) -> None:
    assert said(reached(site.page("/a", body=b"text"))) == ("found", 200, None)
    assert site.asked == [("GET", "/robots.txt"), ("GET", "/a")]


@pytest.mark.parametrize(
    ("status", "outcome"),
    [(404, "gone"), (410, "gone"), (403, "refused"), (451, "refused"), (500, "no_answer")],
)
def test_what_a_status_means(status: int, outcome: str, site: Site) -> None:
    assert said(reached(site.page("/a", status))) == (outcome, status, None)
    assert [method for method, path in site.asked if path == "/a"] == ["GET"]


def test_where_an_address_leads_is_recorded(site: Site) -> None:
    end = site.page("/new")
    site.page("/middle", 302, Location="new#part")
    start = site.page("/old", 301, Location="/middle")

    assert said(reached(start)) == ("found", 200, end)


def test_a_page_that_leads_to_the_front_page_counts_as_lost(site: Site) -> None:
    front = site.page("/")

    assert said(reached(site.page("/story", 301, Location="/"))) == ("front_page", 200, front)
    assert said(reached(front))[0] == "found"


def test_a_circle_and_an_endless_way_end(site: Site) -> None:
    site.page("/b", 302, Location="/a")
    assert reached(site.page("/a", 302, Location="/b")).why == "it leads in a circle"

    for number in range(20):
        site.page(f"/{number}", 302, Location=f"/{number + 1}")
    assert reached(f"{site.address}/0").why == f"it leads on {reach.HOPS} times"


@pytest.mark.parametrize(
    "where",
    [
        "file:///etc/passwd",
        "javascript:alert(1)",
        "https://user:word@127.0.0.1/",
        "http://[::1",
        "/a b",
        "/" + "x" * 9000,
        "/\u202ex",
    ],
)
def test_a_redirect_to_what_is_no_page_is_not_followed(where: str, site: Site) -> None:
    def hostile(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 302 Found\r\nLocation: " + where.encode() + b"\r\n\r\n")

    site.pages["/a"] = hostile
    answer = reached(f"{site.address}/a")

    assert said(answer) == ("no_answer", None, None)
    assert site.paths() == ["/a"]


@pytest.mark.parametrize(
    "answer",
    [
        b"nonsense\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 500 + b"\r\n",
        b"HTTP/1.1 200 OK\r\nA: " + b"x" * 100_000 + b"\r\n\r\n",
        b"HTTP/1.1 twohundred OK\r\n\r\n",
        b"",
    ],
)
def test_an_answer_that_no_program_can_read_is_none(answer: bytes, site: Site) -> None:
    def broken(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(answer)

    site.pages["/a"] = broken
    assert said(reached(f"{site.address}/a")) == ("no_answer", None, None)


def test_a_server_that_drips_is_cut_off(site: Site) -> None:
    def slow(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nA: ")
        for _ in range(200):
            handler.wfile.write(b"x")
            time.sleep(0.05)

    site.pages["/a"] = slow
    answer = reached(f"{site.address}/a", our_web(timeout=0.5))

    assert answer.why == "no answer within 0.5 seconds"
    assert len([path for path in site.paths() if path == "/a"]) == 1


def test_an_endless_page_is_not_read(site: Site) -> None:
    def endless(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        while True:
            handler.wfile.write(b"x" * 65536)

    site.pages["/a"] = endless
    assert said(reached(f"{site.address}/a")) == ("found", 200, None)


def test_a_server_without_sound_encryption_is_not_trusted(site: Site, tmp_path: Path) -> None:
    plain = site.address.replace("http:", "https:")
    assert reached(f"{plain}/a").why == "it does not speak TLS as it should"

    program = shutil.which("openssl")
    if not program:
        pytest.skip("openssl is not installed (Debian: openssl)")
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    subprocess.run(
        [*MADE.format(program).split(), "-keyout", key, "-out", certificate],
        check=True,
        capture_output=True,
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    with serving(context) as other:
        answer = reached(other.page("/a"))
        assert answer.outcome == "no_answer"
        assert str(answer.why).startswith("its certificate does not hold")
        assert other.asked == []


@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        ("7", 7),
        ("nan", 0),
        ("-1", 0),
        ("soon", 0),
        ("inf", robots.LONGEST_DELAY),
        ("1e9", robots.LONGEST_DELAY),
    ],
)
def test_a_delay_that_a_site_asks_for_is_a_number_within_bounds(said: str, seconds: float) -> None:
    assert robots.parse(f"User-agent: *\nCrawl-delay: {said}\n", command.NAME).delay == seconds


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "10.0.0.1", "169.254.169.254", "[::1]"])
def test_nothing_inside_a_private_network_is_asked(host: str) -> None:
    answer = reached(f"http://{host}/", our_web(is_local_allowed=False, timeout=1.0))

    assert answer.why == "its name leads into a private network"


def test_a_public_page_cannot_lead_into_a_private_network(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The name is resolved once, and the connection goes to the address that was looked at."""
    real = socket.getaddrinfo

    def resolved(host: str, *rest: Any, **named: Any) -> Any:
        return real("192.168.7.7" if host == "inside.example" else host, *rest, **named)

    monkeypatch.setattr(socket, "getaddrinfo", resolved)
    monkeypatch.setattr(web, "is_public", lambda address: address == "127.0.0.1")
    start = site.page("/a", 302, Location="http://inside.example/secret")
    answer = reached(start, our_web(is_local_allowed=False))

    assert answer.why == "its name leads into a private network"


# --- what sites ask of programs -------------------------------------------------------------------


def test_a_page_that_a_site_keeps_from_programs_is_not_asked_for(site: Site) -> None:
    site.page("/robots.txt", body=b"User-agent: *\nDisallow: /private\nAllow: /private/open\n")

    assert said(reached(site.page("/private/a"))) == ("not_asked", None, None)
    assert said(reached(site.page("/private/open/a"))) == ("found", 200, None)
    assert site.paths() == ["/private/open/a"]


def test_a_redirect_does_not_lead_around_what_a_site_asks(site: Site) -> None:
    site.page("/robots.txt", body=b"User-agent: *\nDisallow: /private\n")
    hidden = site.page("/private")

    assert said(reached(site.page("/a", 302, Location="/private"))) == ("not_asked", None, hidden)
    assert "/private" not in site.paths()


@pytest.mark.parametrize(
    ("text", "path", "allows"),
    [
        ("", "/a", True),
        ("User-agent: *\nDisallow:", "/a", True),
        ("User-agent: *\nDisallow: /", "/a", False),
        ("User-agent: other\nDisallow: /", "/a", True),
        ("User-agent: other\nUser-agent: Ice-Subpoenas-Links\nDisallow: /", "/a", False),
        ("User-agent: *\nDisallow: /\n\nUser-agent: ice-subpoenas-links\nAllow: /", "/a", True),
        ("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf", False),
        ("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf?x", True),
        ("User-agent: *\nDisallow: /a\nAllow: /a", "/a", True),
        ("User-agent: *\nAllow: /a\nDisallow: /a/b", "/a/b/c", False),
        ("User-agent: *\nDisallow: /caf%C3%A9", "/café", False),
        ("user-AGENT : *  # all\r\nDISALLOW:/a # this\r\n", "/a", False),
        ("Disallow: /", "/a", True),
        ("\ufeffUser-agent: *\nDisallow: /a", "/a", False),
    ],
)
def test_robots_are_read_as_the_standard_says(text: str, path: str, allows: bool) -> None:
    assert robots.parse(text, command.NAME).allow(path) is allows


def test_a_pattern_made_to_take_for_ever_takes_no_time() -> None:
    pattern = "User-agent: *\nDisallow: /" + "*a" * 2000 + "$"

    assert robots.parse(pattern, command.NAME).allow("/" + "a" * 1999 + "b")


@pytest.mark.parametrize(
    ("status", "outcome"), [(404, "found"), (403, "found"), (500, "no_answer"), (429, "no_answer")]
)
def test_a_site_without_rules_is_asked_and_one_that_fails_is_not(
    status: int, outcome: str, site: Site
) -> None:
    site.page("/robots.txt", status)

    assert reached(site.page("/a")).outcome == outcome
    assert site.paths() == (["/a"] if outcome == "found" else [])


def test_of_an_endless_file_of_rules_the_beginning_counts(site: Site) -> None:
    site.page("/robots.txt", body=b"User-agent: *\nDisallow: /a\n" + b"#" * 2 * robots.LARGEST)

    assert reached(site.page("/a")).outcome == "not_asked"


@dataclass
class Clock:
    """A clock that only sleeping moves."""

    now: float = 0.0
    slept: list[float] = field(default_factory=list)

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds

    def way(self, **given: Any) -> Web:
        return our_web(
            **({"pause": web.PAUSE, "clock": lambda: self.now} | given), sleep=self.sleep
        )


def test_a_host_is_asked_once_a_second(site: Site) -> None:
    clock = Clock()
    reached(site.page("/a", 404), clock.way())

    assert len(site.asked) == 2
    assert clock.slept == [1.0]


def test_two_hosts_do_not_wait_for_each_other(site: Site) -> None:
    clock = Clock()
    way = clock.way()
    way.ask(f"{site.address}/a")
    way.ask(f"{site.address.replace('127.0.0.1', 'localhost')}/a")

    assert clock.slept == []


def test_a_site_may_ask_for_more_time(site: Site) -> None:
    clock = Clock()
    way = clock.way()
    site.page("/robots.txt", body=b"User-agent: *\nCrawl-delay: 7\n")
    rules = robots.Robots(way, command.NAME)
    for path in ("/a", "/b"):
        reach.reach(way, rules, of_page(site.page(path)))
    assert clock.slept == [1.0, 7.0]

    way.ask(site.page("/busy", 429, Retry_After="30"))
    way.ask(site.page("/c"))
    assert clock.slept[-1] == 30.0


# --- the archive ----------------------------------------------------------------------------------

COPY = "http://web.archive.org/web/20200201000000/http://example.org/a"
KEPT = "https://web.archive.org/web/20200201000000/http://example.org/a"


def closest(**given: Any) -> bytes:
    """What the archive says of a page."""
    copy = {"available": True, "status": "200", "url": COPY} | given
    return json.dumps({"archived_snapshots": {"closest": copy}}).encode()


def asked_archive(site: Site, body: bytes, status: int = 200) -> str | None:
    """What is made of an answer of the archive."""
    query = "url=http%3A%2F%2Fexample.org%2Fa&timestamp=20200131"
    service = site.page("/available", status)
    site.page(f"/available?{query}", status, body)
    return reach.archived(our_web(), "http://example.org/a", date(2020, 1, 31), service)


def test_the_copy_nearest_to_the_day_of_reading_is_taken(site: Site) -> None:
    assert asked_archive(site, closest()) == KEPT


@pytest.mark.parametrize(
    "body",
    [
        b'{"archived_snapshots": {}}',
        closest(available=False),
        closest(status="404"),
        closest(url="https://elsewhere.example/web/20200201000000/http://example.org/a"),
        closest(url="javascript:alert(1)"),
        closest(url=COPY + "\u202e"),
        closest(url=["x"]),
    ],
)
def test_what_is_no_copy_in_the_archive_is_none(body: bytes, site: Site) -> None:
    assert asked_archive(site, body) is None


@pytest.mark.parametrize("body", [b"", b"[]", b"<html>", b"[" * 5000, b" " * 2 * reach.LARGEST])
def test_an_archive_that_answers_otherwise_has_said_nothing(body: bytes, site: Site) -> None:
    with pytest.raises(NoAnswer):
        asked_archive(site, body)


# --- the command ----------------------------------------------------------------------------------

SOURCE = """
[[sources]]
source_id = "{}"
kind = "news_article"
standing = "unknown"
url = "{}"
accessed = 2020-05-01
read_from = "publisher"
read_part = "first paragraph"
reason = "An invented page."
"""


@pytest.fixture
def root(tmp_path: Path, site: Site, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout whose sources lie on the server of the test, and an archive that has a copy."""
    world.write(tmp_path)
    first = tmp_path / "datasets/reviewed/sources/s000.toml"
    first.write_text(first.read_text("utf-8").replace('url = "https://example.org', '# url = "'))
    monkeypatch.setattr(command, "Web", lambda agent: our_web(agent=agent))
    monkeypatch.setattr(reach, "ARCHIVE", f"{site.address}/available")
    return tmp_path


def sources(root: Path, *addresses: str) -> list[str]:
    """Add a source for each address; their ids."""
    ids = [f"s{101 + number}" for number in range(len(addresses))]
    text = "".join(SOURCE.format(*pair) for pair in zip(ids, addresses, strict=True))
    (root / "datasets/reviewed/documents.toml").write_text(text, "utf-8")
    return ids


def rows(root: Path) -> dict[str, dict[str, Any]]:
    """The rows of `links.toml` by id."""
    path = root / "datasets/reviewed" / record.FILE
    found = tomli.loads(path.read_text("utf-8")) if path.is_file() else {}
    listed = found.get("rows", [])
    return {row["link_id"]: {k: v for k, v in row.items() if k != "table"} for row in listed}


def links(root: Path, *words: str) -> Called:
    return call(root, "links", "--day", DAY.isoformat(), *words)


def archive(site: Site, address: str, copy: str) -> None:
    """Let the archive have a copy of an address."""
    query = f"url={address.replace(':', '%3A').replace('/', '%2F')}&timestamp=20200501"
    site.page(f"/available?{query}", body=closest(url=copy))


def test_what_came_of_each_address_is_recorded(root: Path, site: Site) -> None:
    gone = site.page("/gone", 410)
    sources(root, site.page("/a"), gone, site.page("/old", 301, Location="/a"))
    archive(site, gone, COPY)
    called = links(root)

    assert called.code == 0
    assert "3 addresses: 2 found, 1 gone\n" in called.out
    own = {key: {"link_id": f"{key}-url", "source_id": key} for key in ("s101", "s102", "s103")}
    found = {"outcome": "found", "http_status": 200, "checked_on": DAY}
    lost = {"outcome": "gone", "http_status": 410, "archived_url": KEPT, "checked_on": DAY}
    assert list(rows(root).values()) == [
        own["s101"] | {"address": f"{site.address}/a"} | found,
        own["s102"] | {"address": gone} | lost,
        own["s103"] | {"address": f"{site.address}/old", "leads_to": f"{site.address}/a"} | found,
    ]
    assert call(root, "fmt", "--check", record.FILE).code == 0


def test_a_lost_page_without_a_copy_fails_the_run(root: Path, site: Site) -> None:
    sources(root, site.page("/gone", 404))
    called = links(root)

    assert called.code == 1
    assert f"no archived copy is known:\n  s101: {site.address}/gone, status 404" in called.out


@system.needs_posix
def test_an_interrupted_run_records_what_it_has_found(root: Path, site: Site) -> None:
    sources(root, *(site.page(f"/{number}") for number in range(4)))

    def stop(_: BaseHTTPRequestHandler) -> None:
        signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)
        time.sleep(5)

    site.pages["/2"] = stop
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # a background job ignores it
    called = links(root, "--no-archive")
    signal.signal(signal.SIGINT, before)

    assert called.code == 130
    assert sorted(rows(root)) == ["s101-url", "s102-url"]


def test_named_sources_are_asked_again_and_the_others_stay(root: Path, site: Site) -> None:
    sources(root, site.page("/a"), site.page("/b"))
    links(root)
    site.page("/a", 404)
    site.asked.clear()
    links(root, "--only", "s101", "--no-archive")

    assert set(site.paths()) == {"/a"}
    assert {key: row["outcome"] for key, row in rows(root).items()} == {
        "s101-url": "gone",
        "s102-url": "found",
    }


def test_a_copy_on_record_outlives_an_archive_that_fails(root: Path, site: Site) -> None:
    page = site.page("/a")
    sources(root, page)
    archive(site, page, COPY)
    links(root)
    archive(site, page, "https://elsewhere.example/")
    assert rows(root)["s101-url"]["archived_url"] == KEPT

    site.pages = {"/a": site.pages["/a"]}
    links(root)
    assert rows(root)["s101-url"]["archived_url"] == KEPT
    archive(site, page, "https://elsewhere.example/")
    links(root)
    assert "archived_url" not in rows(root)["s101-url"]


def test_rows_of_addresses_that_no_source_has_any_more_go(root: Path, site: Site) -> None:
    sources(root, site.page("/a"), site.page("/b"))
    links(root, "--no-archive")
    sources(root, site.page("/c"))
    links(root, "--no-archive")

    assert [row["address"] for row in rows(root).values()] == [f"{site.address}/c"]


def test_a_network_that_is_gone_changes_nothing(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [f"http://{number}.invalid/a" for number in range(command.MOST_UNREACHED + 3)]
    sources(root, *names)

    def unknown(*_: Any, **__: Any) -> Any:
        raise socket.gaierror("unknown")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    called = links(root, "--no-archive")

    assert called.code == 2
    assert "is there a network?" in called.err
    assert rows(root) == {}


def test_what_was_asked_after_the_network_was_gone_is_not_recorded(root: Path, site: Site) -> None:
    names = [f"http://{number}.invalid/a" for number in range(command.MOST_UNREACHED)]
    sources(root, site.page("/a"), *names)
    links(root, "--no-archive")

    assert [row["address"] for row in rows(root).values()] == [f"{site.address}/a"]


def test_a_single_host_that_is_gone_is_recorded(root: Path, site: Site) -> None:
    free = socket.socket()
    free.bind(("127.0.0.1", 0))
    closed = f"http://127.0.0.1:{free.getsockname()[1]}/a"
    free.close()
    sources(root, closed, site.page("/a"))
    links(root, "--no-archive")

    assert {row["outcome"] for row in rows(root).values()} == {"no_answer", "found"}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--only", "s999"), "no source with an address is called 's999'"),
        (("--day", "today"), "'today' is not a day such as"),
        (("--contact", "a\nb"), "give an address in plain ASCII"),
    ],
)
def test_a_call_that_cannot_be_is_one_clear_line(
    words: tuple[str, ...], told: str, root: Path, site: Site
) -> None:
    sources(root, site.page("/a"))
    called = call(root, "links", *words)

    assert called.code == 2
    assert told in called.err
    assert "Traceback" not in called.err
    assert site.asked == []


def test_sites_are_told_who_asks(root: Path, site: Site) -> None:
    sources(root, site.page("/a"))
    links(root, "--contact", "https://example.org/us", "--no-archive")

    agents = {headers["User-Agent"] for headers in site.headers}
    assert agents == {"ice-subpoenas-links (+https://example.org/us)"}


def test_a_report_for_an_issue_holds_no_markup_of_servers(root: Path, site: Site) -> None:
    site.page("/%60@all%60%5Bx%5D(y)%3Cb%3E")
    sources(root, site.page("/a", 302, Location="/`@all`[x](y)<b>"))
    called = links(root, "--format", "markdown", "--no-archive")
    (line,) = re.findall(r"(?m)^- .+$", called.out)

    assert line.count("`") == 4
    assert called.out.startswith("1 address: 1 found\n\n## Moved to another address\n")


def test_two_runs_at_a_time_are_refused(root: Path, site: Site) -> None:
    sources(root, site.page("/a"))
    with only_writer(root):
        called = links(root)
    assert called.code == 2
    assert "is being written by" in called.err


# --- what is published ----------------------------------------------------------------------------

LINK = """
[[links]]
link_id = "s000-url"
source_id = "s000"
address = "{}"
outcome = "gone"
http_status = 404
archived_url = "https://web.archive.org/web/20200305000000/https://example.org/2020/03/04/tamarack"
checked_on = 2026-12-01
"""


def test_an_archived_copy_of_an_address_is_published_unless_it_was_corrected_since(
    tmp_path: Path,
) -> None:
    root = world.write(tmp_path)
    second = root / "datasets/reviewed/sources/s001.toml"
    told = 'reason = "A second invented article."'
    more = 'url = "https://example.org/council"\naccessed = 2020-05-01\n'
    second.write_text(second.read_text("utf-8").replace(told, more + told), "utf-8")
    wrong = LINK.format("https://example.org/wrong").replace("s000", "s001")
    links = LINK.format("https://example.org/2020/03/04/tamarack") + wrong
    (root / "datasets/reviewed/links.toml").write_text(links, "utf-8")
    checked = stages.run(root)
    assert [str(problem) for problem in checked.problems] == []

    assert [source["archived_url"] for source in checked.tables()["sources"].to_pylist()] == [
        "https://web.archive.org/web/20200305000000/https://example.org/2020/03/04/tamarack",
        None,
    ]


def test_an_archived_address_is_never_written_by_hand(tmp_path: Path) -> None:
    world.write(tmp_path)
    path = tmp_path / "datasets/reviewed/sources/s000.toml"
    old = path.read_text("utf-8")
    path.write_text(old.replace("accessed =", 'archived_url = "https://example.org/"\naccessed ='))
    (problem,) = stages.run(tmp_path).problems

    assert problem.code == "unknown-column"
    assert "is computed and never written" in problem.message


def test_a_row_of_another_source_is_refused(tmp_path: Path) -> None:
    world.write(tmp_path)
    link = LINK.format("https://example.org/a").replace('source_id = "s000"', 'source_id = "s001"')
    (tmp_path / "datasets/reviewed/links.toml").write_text(link, "utf-8")

    assert len(told_by(tmp_path, "row-invalid")) == 1


# --- the workflow ---------------------------------------------------------------------------------


def test_the_workflow_may_write_issues_and_nothing_else() -> None:
    text = (ROOT / ".github/workflows/links.yml").read_text("utf-8")

    assert re.findall(r"(?m)^ +([\w-]+): write\b", text) == ["issues"]
    assert "secrets." not in text
    assert (
        text.count("github.token") == 1
    )  # of the step that opens the issue, not of the one that asks


def test_a_release_ends_with_the_first_step_that_fails() -> None:
    text = (ROOT / ".github/workflows/release.yml").read_text("utf-8")

    assert "| tee" in text
    assert re.search(r"(?m)^defaults:\n  run:\n    shell: bash\b", text)  # it sets pipefail


@pytest.mark.parametrize("name", ["check", "links", "release"])
def test_what_a_workflow_uses_is_pinned_by_commit(name: str) -> None:
    text = (ROOT / f".github/workflows/{name}.yml").read_text("utf-8")
    used = re.findall(r"(?m)^ +- uses: (.+)$", text)

    assert used
    assert [each for each in used if not re.fullmatch(r"\S+@[0-9a-f]{40} # v[\d.]+", each)] == []
