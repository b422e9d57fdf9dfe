"""Runs first in the frozen app: requests warns where it finds no library that guesses the encoding of a text.

The app reads answers as the UTF-8 that JSON is, and asks for no guess; the library is half a megabyte.
"""

import warnings

warnings.filterwarnings("ignore", message="Unable to find acceptable character detection dependency")
