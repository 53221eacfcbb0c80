"""Propose, try and mend.

In: a page whose blocks lack places. Out: ``Proposal``s (``automatic``), the page with a place for every block, by way
of each block's shapes (``candidates``, ``shapes``), the search, and the page set for real (``trial``); for a page
that is not full, what would fill it (``remedy``). Next: ``frame`` sets the page that is taken.
"""
