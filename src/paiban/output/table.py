"""Every output by its name. A new one is a module that offers ``write_…``, and a row here.

Each module is loaded when its output is asked for: a run that writes no PDF loads no PDF writer.
"""

from __future__ import annotations

from paiban.output.model import File, Finished, Options, Output, Written


def _pdf(finished: Finished, options: Options) -> Written:
    if finished.pdf:
        return Written((File("", finished.pdf),))
    from paiban.output.pdf import write_pdf  # noqa: PLC0415  see the module

    pages, catalogue, press, info = finished.pages, finished.catalogue, finished.press, finished.info
    pdf, found = write_pdf(pages, catalogue, press, info, halved=options.halved, memo=finished.memo)
    return Written((File("", pdf),) if pdf else (), found)


def _png(finished: Finished, options: Options) -> Written:
    from paiban.output.png import write_png  # noqa: PLC0415  see the module

    return write_png(finished, options)


def _plates(finished: Finished, options: Options) -> Written:
    from paiban.output.plates import write_plates  # noqa: PLC0415  see the module

    return write_plates(finished, options)


def _svg(finished: Finished, options: Options) -> Written:
    from paiban.output.svg import write_svg  # noqa: PLC0415  see the module

    return write_svg(finished, options)


def _json(finished: Finished, options: Options) -> Written:
    from paiban.output.json import write_json  # noqa: PLC0415  see the module

    return write_json(finished, options)


OUTPUTS: dict[str, Output] = {
    output.name: output
    for output in (
        Output("pdf", ".pdf", _pdf),
        Output("png", ".png", _png),
        Output("plates", ".png", _plates),
        Output("svg", ".svg", _svg),
        Output("json", ".json", _json, strict=False),
    )
}
