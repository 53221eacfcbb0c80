"""Compute an ICC profile for coldset newsprint from published aim values.

``aims`` holds the numbers, ``inks`` the model of the print (CMYK → colour), ``separate`` its inverse with black
generation and ink limit, ``gamut`` the limits of what can be printed, ``mapping`` what the intents do with the rest,
``tables`` the profile's tables and ``icc`` the file. A tool of the maker's: NumPy is wanted here and nowhere in paiban.
"""
