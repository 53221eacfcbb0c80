"""How the pictures of the samples are painted: a canvas of light, land and water on it, what stands there.

``canvas`` lays colours through soft masks, ``land`` has skies, hills, mist and water, ``plants``, ``buildings``,
``afloat`` and ``people`` what stands in them; ``scenes_…`` are the pictures. The same numbers give the same pictures.
"""
