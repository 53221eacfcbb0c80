"""The desk's application: the page, its modules, faces, pictures and proofs, and the one socket that everything else
goes over.
"""

from __future__ import annotations

import asyncio
import json
from asyncio import to_thread
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import datetime
from pathlib import Path
from secrets import compare_digest
from typing import Any
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from paiban.desk.faces import whole_face
from paiban.desk.inking import ink_picture
from paiban.desk.receiving import dropped_in
from paiban.desk.scene import Data, picture_file
from paiban.desk.session import Session
from paiban.desk.watch import watch
from paiban.engine.drafting import READINGS, Pull, written_or_drafted
from paiban.files import DRAFT_PART, issue_stem
from paiban.language import preferred
from paiban.output.model import Options
from paiban.output.table import OUTPUTS

WEB = Path(__file__).parent / "web"
TYPES = {".js": "text/javascript", ".css": "text/css", ".html": "text/html"}
FOR_GOOD = {"cache-control": "private, max-age=31536000, immutable"}
"""What has a name made of its content never changes."""

NEVER = {"cache-control": "no-store"}
PROOF_DPI = 150
MOST_DROPPED = 256 * 1024 * 1024
"""So many bytes are taken in at once: a day's pictures."""

PROOFS = {"pdf": "application/pdf", "png": "image/png"}
"""The outputs that may be asked for as proofs."""


def application(session: Session, wanted: Data) -> Starlette:
    """The application around a session; ``wanted`` is what the page is told: its key, its editor, and its language,
    ``""`` for that of each browser.
    """
    answers = _Answers(session, wanted)
    routes = [
        Route("/", answers.page),
        Route("/web/{name}", answers.module),
        Route("/face/{name}", answers.face),
        Route("/picture/{name}", answers.picture),
        Route("/proof/{name}", answers.proof),
        Route("/ink/{number}", answers.ink),
        Route("/drop", answers.drop, methods=["POST"]),
        WebSocketRoute("/socket", answers.socket),
    ]
    return Starlette(routes=routes, lifespan=answers.life)


class _Answers:
    """What each address answers."""

    def __init__(self, session: Session, wanted: Data) -> None:
        self._session = session
        self._wanted = wanted

    def _lang(self, request: Request) -> str:
        """The language that was asked for, else the browser's."""
        return str(self._wanted["lang"]) or preferred(request.headers.get("accept-language", ""))

    async def page(self, request: Request) -> Response:
        words = (WEB / "index.html").read_text("utf-8")
        told = (
            json.dumps({**self._wanted, "lang": self._lang(request)}, ensure_ascii=False)
            .replace("&", "&amp;")
            .replace('"', "&quot;")
        )
        return Response(words.replace("{{wanted}}", told), media_type="text/html", headers=NEVER)

    async def module(self, request: Request) -> Response:
        path = WEB / f"{request.path_params['name']}"
        known = path.name in {each.name for each in WEB.iterdir()} and path.suffix in TYPES
        if not known or path.suffix == ".html":
            return _nothing()
        return Response(path.read_bytes(), media_type=TYPES[path.suffix], headers=NEVER)

    async def face(self, request: Request) -> Response:
        shown = self._session.shown
        found = shown.face(request.path_params["name"]) if shown else None
        data = b"" if found is None else await to_thread(whole_face, found)
        return Response(data, media_type="font/ttf", headers=FOR_GOOD) if data else _nothing()

    async def picture(self, request: Request) -> Response:
        shown = self._session.shown
        found = self._session.pictures.get(request.path_params["name"])
        data = b"" if found is None or shown is None else await to_thread(picture_file, found, shown.made)
        return Response(data, media_type="image/svg+xml", headers=FOR_GOOD) if data else _nothing()

    async def proof(self, request: Request) -> Response:
        """The whole issue as PDF, or the page of a number as PNG; with a ``reading`` (一校 …) as its 大样."""
        name, shown = request.path_params["name"], self._session.shown
        reading = request.query_params.get("reading", "")
        if shown is None or name not in PROOFS or (reading and reading not in READINGS):
            return _nothing()
        lang = self._lang(request)
        pull = Pull(reading, f"{datetime.now():%Y-%m-%d %H:%M}", self._session.book.noted()) if reading else None
        made, files = await self._session.setting(
            written_or_drafted, shown.made, OUTPUTS[name], lang, Options(PROOF_DPI), pull
        )
        number = request.query_params.get("page", "0") if name == "png" else "0"
        if not number.isdecimal() or int(number) >= len(files):
            return _nothing()
        parts = (
            issue_stem(self._session.path),
            files[int(number)].part.strip("-"),
            READINGS[reading].said(lang) if pull else DRAFT_PART.strip("-") if made.draft else "",
        )
        title = quote("-".join(part for part in parts if part))
        called = {"content-disposition": f"inline; filename*=UTF-8''{title}.{name}"}
        return Response(files[int(number)].data, media_type=PROOFS[name], headers={**NEVER, **called})

    async def ink(self, request: Request) -> Response:
        """How much ink the press puts down on the page of a number."""
        number, shown = request.path_params["number"], self._session.shown
        if shown is None or shown.made.kit is None or not number.isdecimal():
            return _nothing()
        _, files = await self._session.setting(
            written_or_drafted, shown.made, OUTPUTS["pdf"], self._lang(request), Options(PROOF_DPI), None
        )
        data = await to_thread(ink_picture, files[0].data, shown.made.kit.press, int(number) + 1) if files else b""
        return Response(data, media_type="image/png", headers=NEVER) if data else _nothing()

    async def drop(self, request: Request) -> Response:
        """Files that were dropped on the page of a number."""
        number, parts, size = request.query_params.get("page", "0"), list[bytes](), 0
        async for part in request.stream():
            size += len(part)
            if size > MOST_DROPPED:
                return _nothing()
            parts.append(part)
        files = dropped_in(b"".join(parts))
        if not files or not number.isdecimal():
            return _nothing()
        answer = await self._session.answered(self._session.take_in(files, int(number)))
        return JSONResponse(answer, headers=NEVER)

    async def socket(self, ws: WebSocket) -> None:
        await ws.accept()
        await _serve(ws, self._session, self._wanted["key"])

    @asynccontextmanager
    async def life(self, _: Starlette) -> AsyncIterator[None]:
        """From the first look at the file to the end of the watching."""
        await self._session.begin()
        watching = asyncio.create_task(watch(self._session))
        yield
        watching.cancel()
        with suppress(asyncio.CancelledError):
            await watching
        await self._session.close()


async def _serve(ws: WebSocket, session: Session, key: str) -> None:
    """One browser, from its first message, which says the key once more, to its going."""
    sending = asyncio.Lock()
    answering: set[asyncio.Task[None]] = set()

    async def screen(message: Data) -> None:
        with suppress(RuntimeError, WebSocketDisconnect):
            async with sending:
                await ws.send_text(json.dumps(message, ensure_ascii=False, separators=(",", ":")))

    async def reply(asking: Data) -> None:
        answer = await session.answer(asking)
        await screen({"type": "answer", "n": asking.get("n"), **answer})

    try:
        if not compare_digest(str((await _received(ws)).get("key")).encode(), key.encode()):
            await ws.close(1008)
            return
        await session.join(screen)
        while True:
            task = asyncio.create_task(reply(await _received(ws)))  # a search takes its time, and hands do not wait
            answering.add(task)
            task.add_done_callback(answering.discard)
    except WebSocketDisconnect:
        pass
    finally:
        session.leave(screen)


async def _received(ws: WebSocket) -> Data:
    """A message; one that is no JSON object is nothing asked."""
    try:
        data: Any = json.loads(await ws.receive_text())
    except (ValueError, KeyError):
        data = {}
    return data if isinstance(data, dict) else {}


def _nothing() -> Response:
    return PlainTextResponse("", 404)
