"""The ICC profile of the press that data/volumes.yml names."""

from __future__ import annotations

from pathlib import Path

from manuals.errors import ManualError, Problem
from manuals.print.press.colour import Press
from manuals.printing import Printing
from manuals.volumes import PATH

SPACE = slice(12, 20)  # of an ICC profile's head: what kind of device, in which colours
OUTPUT = b"prtrCMYK"


def read_press(root: Path, printing: Printing | None) -> tuple[Printing, Press]:
    """Return how the set is printed, and the press by its profile.

    ManualError if there is none, or not of a CMYK press.
    """
    if printing is None:
        todo = 'add "print:" as the first volumes.yml of this project has it'
        raise ManualError([Problem(PATH, 0, "nothing is said of how the set is printed", todo)])
    path = root / printing.profile
    if not path.is_file():
        what = f"print: there is no profile {printing.profile}"
        todo = "put the printing house's ICC profile into data/print/ and name it here"
        raise ManualError([Problem(PATH, 0, what, todo)])
    profile = path.read_bytes()
    if profile[SPACE] != OUTPUT:
        what = f"print: {printing.profile} is not the profile of a press with four inks"
        raise ManualError([Problem(PATH, 0, what, "ask the printing house for its CMYK profile")])
    return printing, Press(profile)
