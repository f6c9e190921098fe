"""Ask a server for a page: slowly, within bounds of time and size, and never inside a network.

Addresses come from files that anybody may propose and from servers that may mean harm. So a host is
asked at most once in a while, an answer has a fixed time however slowly it drips and however many
addresses its name has, at most so many bytes are read, certificates must hold, and a name that
leads into a private network is not asked.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import quote, urldefrag, urljoin, urlsplit

from ice_subpoenas.plain import HIDDEN

PAUSE = 1.0  # seconds between two requests to one host
TIMEOUT = 20.0  # seconds for one answer, from looking up the name to the last packet
LONGEST_WAIT = 60.0  # seconds that a server may make us wait
LONGEST = 4000  # characters of an address
PLAIN = "/?%:@!$&'()*+,;=~-._"
"""What stays as it is written in a path or a query."""
TRANSLATED = ipaddress.ip_network("64:ff9b::/96")
"""IPv6 addresses that end with the IPv4 address to which a translator leads."""
SITE_LOCAL = ipaddress.ip_network("fec0::/10")
Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class NoAnswer(Exception):  # noqa: N818  it is no error of the program
    """No usable answer; the message says why."""


@dataclass(frozen=True)
class Answer:
    """What a server answered: its status, its headers by lower-case name, the bytes asked for."""

    status: int
    headers: Mapping[str, str]
    body: bytes = b""
    is_cut: bool = False

    @property
    def leads_to(self) -> str | None:
        """Of a redirect: where it leads, as the server writes it."""
        return self.headers.get("location") if 300 <= self.status < 400 else None


class Target(NamedTuple):
    """Where a request goes: whether it is encrypted, host, port, and path with query."""

    is_secure: bool
    host: str
    port: int | None
    path: str

    @property
    def origin(self) -> str:
        """Scheme, host and port, for which one robots.txt holds."""
        port = f":{self.port}" if self.port else ""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{'https' if self.is_secure else 'http'}://{host}{port}"


def target(address: str) -> Target:
    """Where an address leads; `NoAnswer` if it is none of a page on the web.

    >>> target("HTTPS://Example.org/a b?c=ä#d")
    Target(is_secure=True, host='example.org', port=None, path='/a%20b?c=%C3%A4')
    """
    try:
        parts = urlsplit(address)
        host, port = (parts.hostname or "").encode("idna").decode(), parts.port
    except ValueError:
        raise NoAnswer("it is not an address") from None
    if parts.scheme not in ("http", "https") or not host or len(address) > LONGEST:
        raise NoAnswer("it is not an address of a page on the web")
    if parts.username is not None or parts.password is not None:
        raise NoAnswer("it is an address with a user name")
    path = parts.path or "/"
    whole = f"{path}?{parts.query}" if parts.query else path
    return Target(parts.scheme == "https", host, port, quote(whole, safe=PLAIN))


def joined(address: str, where: str) -> str:
    """The address that a redirect names, without what comes after `#`; `NoAnswer` if it is none.

    >>> joined("https://example.org/a/b", "../c#d")
    'https://example.org/c'
    """
    if HIDDEN.search(where) or any(character.isspace() for character in where):
        raise NoAnswer("it leads to something that is not an address")
    try:
        found = urldefrag(urljoin(address, where)).url
    except ValueError:
        found = ""
    target(found)
    return found


@dataclass
class Web:
    """The way to servers. `agent` is the name that we give; the clock is there for tests."""

    agent: str
    pause: float = PAUSE
    timeout: float = TIMEOUT
    is_local_allowed: bool = False
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    secure: ssl.SSLContext = field(default_factory=ssl.create_default_context)
    _free: dict[str, float] = field(default_factory=dict)

    def ask(self, address: str, limit: int = 0, pause: float = 0.0) -> Answer:
        """The answer to one request, with at most `limit` bytes of its body.

        Waits until the host may be asked. It may be asked again after `pause` seconds, or later
        where that is our habit. Raises `NoAnswer`.
        """
        goal = target(address)
        self._wait(goal.host)
        try:
            found = self._asked(goal, limit)
        finally:
            self._free[goal.host] = self.clock() + max(pause, self.pause)
        self._heed(goal.host, found)
        return found

    def _wait(self, host: str) -> None:
        seconds = self._free.get(host, 0.0) - self.clock()
        if seconds > 0:
            self.sleep(seconds)

    def _heed(self, host: str, answer: Answer) -> None:
        """Wait as long as a server that is asked too often says."""
        wanted = answer.headers.get("retry-after", "")
        if answer.status in (429, 503) and wanted.isascii() and wanted.isdigit():
            seconds = min(float(wanted[:9]), LONGEST_WAIT)
            self._free[host] = max(self._free[host], self.clock() + seconds)

    def _asked(self, goal: Target, limit: int) -> Answer:
        """What a thread of its own is told; it is left alone when the time is over."""
        told: list[Answer | Exception] = []

        def ask() -> None:
            try:
                told.append(self._exchange(goal, limit))
            except (NoAnswer, OSError, http.client.HTTPException, ValueError) as error:
                told.append(error)

        thread = threading.Thread(target=ask, daemon=True)
        thread.start()
        thread.join(self.timeout)
        found = told[0] if told else TimeoutError()
        if isinstance(found, TimeoutError):
            raise NoAnswer(f"no answer within {self.timeout:g} seconds")
        if isinstance(found, NoAnswer):
            raise found
        if isinstance(found, Exception):
            raise NoAnswer(_why(found))
        return found

    def _exchange(self, goal: Target, limit: int) -> Answer:
        kind = http.client.HTTPSConnection if goal.is_secure else http.client.HTTPConnection
        connection = kind(goal.host, goal.port, timeout=self.timeout)
        try:
            opened = self._opened(goal.host, connection.port)
            if goal.is_secure:
                opened = self.secure.wrap_socket(opened, server_hostname=goal.host)
            connection.sock = opened
            headers = {"User-Agent": self.agent, "Accept": "*/*", "Connection": "close"}
            connection.request("GET", goal.path, headers=headers)
            response = connection.getresponse()
            body = response.read(limit + 1) if limit else b""
            named = {name.lower(): str(value) for name, value in response.headers.items()}
            return Answer(response.status, named, body[:limit], len(body) > limit)
        finally:
            connection.close()

    def _opened(self, host: str, port: int) -> socket.socket:
        """A connection to the first of the public addresses of a name that takes one in time."""
        failed = OSError("its name stands for no address")
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        for *_, (address, *_) in found:
            if not self.is_local_allowed and not is_public(str(address)):
                raise NoAnswer("its name leads into a private network")
            try:
                opened = socket.create_connection((str(address), port), self.timeout / len(found))
            except OSError as error:
                failed = error
            else:
                opened.settimeout(self.timeout)
                return opened
        raise failed


def is_public(address: str) -> bool:
    """Whether an IP address belongs to the public internet.

    >>> [is_public(a) for a in ("93.184.216.34", "10.0.0.1", "127.0.0.1", "169.254.169.254")]
    [True, False, False, False]
    >>> [is_public(a) for a in ("::ffff:127.0.0.1", "fe80::1%eth0", "2606:4700::1111")]
    [False, False, True]
    >>> [is_public(a) for a in ("64:ff9b::a9fe:a9fe", "2002:7f00:1::1", "64:ff9b::5db8:d822")]
    [False, False, True]
    >>> [is_public(a) for a in ("::7f00:1", "fec0::1", "64:ff9b:1::1")]
    [False, False, False]
    """
    found = _reached(ipaddress.ip_address(address.partition("%")[0]))
    is_inner = found.is_multicast or found.is_reserved or found in SITE_LOCAL
    return found.is_global and not is_inner


def _reached(found: Address) -> Address:
    """What is asked where an IPv6 address stands for an IPv4 address: that one."""
    if isinstance(found, ipaddress.IPv4Address):
        return found
    translated = ipaddress.IPv4Address(int(found) & 0xFFFFFFFF) if found in TRANSLATED else None
    return translated or found.ipv4_mapped or found.sixtofour or found


_WHY: tuple[tuple[type[Exception], str], ...] = (
    (ssl.SSLError, "it does not speak TLS as it should"),
    (socket.gaierror, "its name is not known"),
    (ConnectionRefusedError, "it refuses the connection"),
    (ConnectionError, "it breaks the connection off"),
    (OSError, "it cannot be reached"),
)
"""What went wrong, in words that need no knowledge of the program; the first that fits."""


def _why(error: Exception) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"its certificate does not hold: {error.verify_message}"
    fitting = (said for kind, said in _WHY if isinstance(error, kind))
    return next(fitting, "its answer is none that a program can read")
