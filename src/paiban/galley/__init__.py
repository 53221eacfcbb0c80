"""Galleys: a story as prepared copy, and what it needs at any measure.

In: a story of the issue, the style sheet, a body setting. Out: prepared paragraphs and a head block that can be broken
at any measure, the line counts that honest copy fitting reaches, and the shape curve (columns, legs, headline form →
rows). Next: ``makeup`` chooses one shape and gives it a place.
"""
