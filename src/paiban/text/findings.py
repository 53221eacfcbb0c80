"""What the text stage has to say about copy, as diagnostics."""

from __future__ import annotations

from paiban.diagnostic import Diagnostic, diagnose
from paiban.span import Text


def point(cluster: str) -> str:
    """Code points in the usual notation."""
    return " ".join(f"U+{ord(character):04X}" for character in cluster)


def missing(copy: Text, index: int, cluster: str) -> Diagnostic:
    """No face has ``cluster``, which stands at ``index`` of ``copy``."""
    return diagnose("P310", copy.at(index, index + len(cluster)), character=cluster, point=point(cluster))


def fallback(copy: Text, index: int, cluster: str, face: str, other: str) -> Diagnostic:
    """``cluster`` comes from the face ``other`` of the role's chain, not from ``face``."""
    span = copy.at(index, index + len(cluster))
    return diagnose("P311", span, character=cluster, point=point(cluster), face=face, other=other)
