"""Requests over HTTP, each on a connection of its own, and what came of them."""

import dataclasses
import http.client
import json
import time


@dataclasses.dataclass(frozen=True)
class Answer:
    """What came back; status 0: nothing did, and nobody knows what became of the request."""
    sent: float
    answered: float
    status: int
    retry_after: bool = False
    body: str = ""

    @property
    def view(self):
        try:
            view = json.loads(self.body)
        except ValueError:
            return {}
        return view if isinstance(view, dict) else {}

    @property
    def fate(self):
        """entered, put off (politely, to come back later), cut (no answer, or a gateway's word that
        there is none), or wrong."""
        if self.status in (200, 201):
            return "entered"
        if self.status == 503 and self.retry_after:
            return "put off"
        if self.status in (0, 502, 504):
            return "cut"
        return "wrong"

    def __str__(self):
        return f"{self.status} {self.body[:300]}" if self.status else f"no answer: {self.body}"


def ask(address, method, path, body=None, headers=None, source=None, timeout=60.0):
    """`address`: host and port; `source`: the address to come from; `timeout`: seconds of silence."""
    sent = time.monotonic()
    wire = http.client.HTTPConnection(*address, timeout=timeout,
                                      source_address=(source, 0) if source else None)
    try:
        words = {"Accept": "application/json", "Connection": "close", **(headers or {})}
        if body is not None:
            words["Content-Type"] = "application/json"
            body = json.dumps(body, ensure_ascii=False).encode()
        wire.request(method, path, body, words)
        got = wire.getresponse()
        text = got.read().decode(errors="replace")
        return Answer(sent, time.monotonic(), got.status, got.getheader("Retry-After") is not None,
                      text)
    except (OSError, http.client.HTTPException) as fault:
        return Answer(sent, time.monotonic(), 0, body=f"{type(fault).__name__} {fault}")
    finally:
        wire.close()
