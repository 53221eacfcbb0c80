"""One run of ``typeset`` with a stopwatch on every stage, for ``cold.py``; prints processor milliseconds as JSON.

Nothing is imported here before the stopwatch runs but what the interpreter has loaded anyway.
"""

import sys
import time

BEGUN = time.process_time()

STAGES = {
    "read": ("paiban.engine.resident", "read_issue"),
    "load": ("paiban.engine.resident", "load_kit"),
    "copy": ("paiban.engine.resident", "at_the_desk"),
    "make up": ("paiban.engine.setting", "made_up"),
    "compose": ("paiban.engine.setting", "compose_page"),
    "page rules": ("paiban.engine.setting", "check_page"),
    "print rules": ("paiban.engine.setting", "preflight_page"),
    "verify": ("paiban.engine.setting", "verify_copy"),
    "visible": ("paiban.engine.setting", "check_visible"),
    "pdf": ("paiban.output.pdf", "write_pdf"),
}
"""Each stage and the function that is its whole, by the name under which the engine calls it."""

IMPORTS = {"import the engine": "paiban.cli.set", "import the PDF": "paiban.output.pdf"}

spent: dict[str, float] = {}


def put_watch(module, name, label):
    """Replace a function by one that adds its time to ``spent``."""
    function = getattr(module, name)

    def timed(*given, **named):
        start = time.process_time()
        try:
            return function(*given, **named)
        finally:
            spent[label] = spent.get(label, 0.0) + time.process_time() - start

    setattr(module, name, timed)


for label, module in IMPORTS.items():
    start = time.process_time()
    __import__(module)
    spent[label] = time.process_time() - start
for label, (module, name) in STAGES.items():
    put_watch(sys.modules[module], name, label)
code = sys.modules["paiban.cli"].main([sys.argv[1], "-q", "-o", sys.argv[2]])
spent["everything"] = time.process_time() - BEGUN
loaded = len(sys.modules)
if code:
    sys.exit(code)

import json  # noqa: E402  after the clock has stopped

print(json.dumps({**{label: 1000 * seconds for label, seconds in spent.items()}, "modules": loaded}))
