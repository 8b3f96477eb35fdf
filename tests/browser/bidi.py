"""Debian's Firefox, which speaks WebDriver BiDi itself: JSON over a websocket, no driver."""

from __future__ import annotations

import itertools
import json
import re
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect

FIREFOX = "/usr/bin/firefox-esr"
LISTENING = re.compile(r"WebDriver BiDi listening on (ws://127\.0\.0\.1:\d+)")
SECONDS = 60
# A browser that calls nobody, and that waits for a test's own page only.
PREFERENCES = {
    "app.update.enabled": False,
    "browser.safebrowsing.update.enabled": False,
    "browser.startup.page": 0,
    "datareporting.policy.dataSubmissionEnabled": False,
    "extensions.update.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,",
    "toolkit.telemetry.enabled": False,
}
ENTER = "\ue007"


@dataclass
class Firefox:
    """A tab; each method waits until the browser has done what it says."""

    socket: ClientConnection
    tab: str = ""
    numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    def send(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Send a command and return its result."""
        number = next(self.numbers)
        self.socket.send(json.dumps({"id": number, "method": method, "params": parameters}))
        while True:
            answer = json.loads(self.socket.recv(SECONDS))
            if answer.get("id") == number:
                assert answer["type"] == "success", f"{method}: {answer}"
                result: dict[str, Any] = answer["result"]
                return result

    def open(self, address: str) -> None:
        """Load a page."""
        self.send("browsingContext.navigate", context=self.tab, url=address, wait="complete")

    def run(self, script: str) -> Any:
        """Return the value of an expression in the page, a promise's when it is kept."""
        target = {"context": self.tab}
        found = self.send("script.evaluate", expression=script, target=target, awaitPromise=True)
        assert found["type"] == "success", found
        return found["result"].get("value")

    def wait(self, condition: str) -> None:
        """Wait until an expression is true in the page, whichever page that is by then.

        The page is asked again and again: a promise given by a page that is left is never kept.
        """
        script = f"(() => {{ try {{ return Boolean({condition}) }} catch {{ return false }} }})()"
        for _ in range(SECONDS * 20):
            if self.run(script):
                return
            time.sleep(0.05)
        raise AssertionError(condition)

    def press(self, text: str) -> None:
        """Press and let go one key after the other."""
        keys = [{"type": kind, "value": key} for key in text for kind in ("keyDown", "keyUp")]
        source = {"type": "key", "id": "keyboard", "actions": keys}
        self.send("input.performActions", context=self.tab, actions=[source])


@contextmanager
def firefox(profile: Path) -> Iterator[Firefox]:
    """Start Firefox with an empty profile; the value is its tab."""
    lines = [
        f"user_pref({json.dumps(key)}, {json.dumps(PREFERENCES[key])});" for key in PREFERENCES
    ]
    (profile / "user.js").write_text("\n".join(lines), encoding="utf-8")
    command = [FIREFOX, "--headless", "--remote-debugging-port", "0", "--profile", str(profile)]
    process = subprocess.Popen(
        command,
        env={"HOME": str(profile), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stderr
        found = next(filter(None, map(LISTENING.search, process.stderr)), None)
        assert found, "Firefox did not say where it listens"
        with connect(f"{found[1]}/session", max_size=None) as socket:
            tab = Firefox(socket)
            tab.send("session.new", capabilities={})
            # The first tab leaves the focus in the address bar; a new one has it.
            tab.tab = tab.send("browsingContext.create", type="tab")["context"]
            yield tab
            tab.send("browser.close")
        process.wait(SECONDS)
    finally:
        process.kill()
        process.wait()
