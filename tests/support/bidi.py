"""Firefox as the system has it, driven over WebDriver BiDi: a web socket, messages of JSON, and no driver between."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

READY = re.compile(r"WebDriver BiDi listening on (ws://\S+)")

KEYS = {
    "Control": "\ue009", "Shift": "\ue008", "Alt": "\ue00a", "Enter": "\ue007", "Escape": "\ue00c", "Delete": "\ue017",
    "ArrowDown": "\ue015", "ArrowUp": "\ue013", "ArrowLeft": "\ue012", "ArrowRight": "\ue014", "Home": "\ue011",
}  # fmt: skip
"""WebDriver, 17.4.2: keys that are no characters."""


def firefox() -> str:
    """The browser that the system has; the test is skipped where there is none."""
    found = shutil.which("firefox-esr") or os.environ.get("PAIBAN_FIREFOX", "")
    if not found:
        pytest.skip("there is no firefox-esr")
    return found


PREFERENCES = {
    "datareporting.policy.dataSubmissionEnabled": False, "browser.shell.checkDefaultBrowser": False,
    "app.update.auto": False, "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
}  # fmt: skip
"""It asks nobody for anything of its own accord."""


@contextmanager
def running_firefox(profile: Path) -> Iterator[Firefox]:
    """The browser with one page of 1600 by 1000, ended afterwards."""
    sockets = pytest.importorskip("websockets.sync.client", reason="there is no client of web sockets")
    lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in PREFERENCES.items()]
    (profile / "user.js").write_text("".join(lines))
    command = [firefox(), "--headless", "--no-remote", "--profile", str(profile), "--remote-debugging-port", "0"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as process:
        try:
            found = next(found for line in process.stderr if (found := READY.search(line)))
            with sockets.connect(f"{found[1]}/session", max_size=None, proxy=None, open_timeout=60) as socket:
                yield Firefox(socket)
        finally:
            process.terminate()
            process.stderr.read()


class Firefox:
    """The page of the browser."""

    def __init__(self, socket: Any) -> None:
        self.socket = socket
        self.number = 0
        self.said: list[dict[str, Any]] = []
        self.ask("session.new", capabilities={})
        self.context = self.ask("browsingContext.getTree")["contexts"][0]["context"]
        self.ask("browsingContext.setViewport", context=self.context, viewport={"width": 1600, "height": 1000})
        self.ask("session.subscribe", events=["log.entryAdded", "network.beforeRequestSent"])

    def ask(self, method: str, **params: Any) -> Any:
        """One command, and what comes of it; what is told meanwhile is kept."""
        self.number += 1
        self.socket.send(json.dumps({"id": self.number, "method": method, "params": params}))
        while True:
            message = json.loads(self.socket.recv(timeout=120))
            if message.get("id") == self.number:
                assert message["type"] == "success", message
                return message["result"]
            self.said.append(message)

    def open(self, address: str) -> None:
        self.ask("browsingContext.navigate", context=self.context, url=address, wait="complete")

    def run(self, script: str) -> Any:
        """The value of an expression on the page, as JSON has it."""
        told = self.ask(
            "script.evaluate", expression=f"(async () => JSON.stringify((await ({script})) ?? null))()",
            target={"context": self.context}, awaitPromise=True,
        )  # fmt: skip
        assert told["type"] == "success", told
        return json.loads(told["result"]["value"])

    def until(self, script: str, what: str = "") -> Any:
        """Wait until an expression on the page is true."""
        end = time.monotonic() + 90
        while not (value := self.run(script)):
            assert time.monotonic() < end, what or script
            time.sleep(0.05)
        return value

    def act(self, kind: str, actions: Sequence[dict[str, Any]]) -> None:
        source = {"type": kind, "id": kind, "actions": list(actions)}
        if kind == "pointer":
            source["parameters"] = {"pointerType": "mouse"}
        self.ask("input.performActions", context=self.context, actions=[source])

    def press(self, *keys: str) -> None:
        """Keys pressed together: those before the last are held."""
        values = [KEYS.get(key, key) for key in keys]
        down = [{"type": "keyDown", "value": value} for value in values]
        self.act("key", [*down, *({"type": "keyUp", "value": value} for value in reversed(values))])

    def type(self, words: str) -> None:
        self.act("key", [{"type": kind, "value": each} for each in words for kind in ("keyDown", "keyUp")])

    def click(self, x: float, y: float, times: int = 1) -> None:
        down, up = {"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}
        self.act("pointer", [_move(x, y), *[down, up] * times])

    def drag(self, start: tuple[float, float], end: tuple[float, float], steps: int = 8, drop: bool = True) -> None:
        """The mouse pressed at ``start``, moved to ``end``, and there let go."""
        (x0, y0), (x1, y1) = start, end
        way = [_move(x0 + (x1 - x0) * n / steps, y0 + (y1 - y0) * n / steps) for n in range(1, steps + 1)]
        up = [{"type": "pointerUp", "button": 0}] if drop else []
        self.act("pointer", [_move(x0, y0), {"type": "pointerDown", "button": 0}, *way, *up])

    def let_go(self) -> None:
        self.act("pointer", [{"type": "pointerUp", "button": 0}])

    def wrong(self, origin: str) -> list[str]:
        """What the console said of errors, and what was asked of others than ``origin``."""
        found = []
        for message in self.said:
            told = message.get("params", {})
            if message.get("method") == "log.entryAdded" and told["level"] == "error":
                found.append(told["text"])
            elif message.get("method") == "network.beforeRequestSent":
                url = told["request"]["url"]
                found += [] if url.startswith((origin, "data:", "about:", "blob:")) else [url]
        return found


def _move(x: float, y: float) -> dict[str, Any]:
    return {"type": "pointerMove", "x": round(x), "y": round(y), "duration": 0}
