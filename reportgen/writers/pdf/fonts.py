"""Look for the fonts of the page, before anything is printed with them.

Part of the PDF writer. Without any font the printing library crashes, and without ours it takes
another and the pages change: both are found out here. Fontconfig, which that library uses too, is
asked directly. Source: fontconfig's developers' reference.
"""

from __future__ import annotations

import ctypes
import sys
from contextlib import suppress

from reportgen.errors import FontError, OutputError, Problem
from reportgen.messages import Message, message

_LIBRARIES = {
    "darwin": ("libfontconfig.1.dylib",),
    "win32": ("libfontconfig-1.dll",),
}
_FAMILY = b"family"
_PACKAGES = {
    "fonts-liberation": {
        *("Times New Roman", "Arial", "Courier New"),
        *("Liberation Serif", "Liberation Sans", "Liberation Mono"),
    },
    "fonts-croscore": {"Tinos", "Arimo", "Cousine"},
    "fonts-crosextra-carlito": {"Calibri", "Carlito"},
    "fonts-crosextra-caladea": {"Cambria", "Caladea"},
    "fonts-dejavu": {"DejaVu Serif", "DejaVu Sans", "DejaVu Sans Mono"},
    "fonts-noto-core": {"Noto Serif", "Noto Sans"},
    "fonts-texgyre": {"TeX Gyre Termes", "TeX Gyre Heros", "TeX Gyre Pagella"},
}
"""The Debian packages that bring fonts, or others with their measures."""


class _FontSet(ctypes.Structure):
    _fields_ = (("nfont", ctypes.c_int), ("sfont", ctypes.c_int), ("fonts", ctypes.c_void_p))


def find_font(families: tuple[str, ...]) -> str:
    """Find the first family that is installed.

    Args:
        families: the names of the families that fit, best first.

    Returns:
        The name of the first one found.

    Raises:
        FontError: none of them is installed.
        OutputError: the library that knows the fonts is not installed.
    """
    fontconfig = _fontconfig()
    found = next((family for family in families if _is_installed(fontconfig, family)), None)
    if found is None:
        raise font_error(families)
    return found


def font_error(families: tuple[str, ...], instead: str = "") -> FontError:
    """Say that no font fits.

    Args:
        families: the families wanted.
        instead: the family that was taken in their place; empty where none was.
    """
    wanted = ", ".join(families)
    what = message(
        "the PDF needs one of these fonts, and none is installed: {families}", families=wanted
    )
    if instead:
        what = message(
            "the PDF needs one of these fonts: {families}; the letters were set in {instead}",
            families=wanted,
            instead=instead,
        )
    return FontError(Problem(what, _advice(families)))


def _advice(families: tuple[str, ...]) -> Message:
    packages = (package for package, known in _PACKAGES.items() if not known.isdisjoint(families))
    package = next(packages, None)
    if package is None:
        return message("Install one, or name another under “fonts” in style.yaml.")
    return message(
        "Install one; on Debian and Ubuntu: {command}", command=f"sudo apt-get install {package}"
    )


def missing_libraries_error() -> OutputError:
    """Say that the libraries that set and print text are not installed."""
    return OutputError(
        Problem(
            message(
                "the PDF needs libraries of the system that are not installed (Pango, HarfBuzz)"
            ),
            message(
                "Install them; on Debian and Ubuntu: {command}",
                command="sudo apt-get install libpangoft2-1.0-0 libharfbuzz-subset0",
            ),
        )
    )


def _fontconfig() -> ctypes.CDLL:
    for name in _LIBRARIES.get(sys.platform, ("libfontconfig.so.1",)):
        with suppress(OSError):
            return _declared(ctypes.CDLL(name))
    raise missing_libraries_error()


def _declared(library: ctypes.CDLL) -> ctypes.CDLL:
    """Declare the functions in use: what is not declared is cut down to 32 bits."""
    pointer, text = ctypes.c_void_p, ctypes.c_char_p
    for name, result, arguments in (
        ("FcPatternCreate", pointer, ()),
        ("FcPatternAddString", ctypes.c_int, (pointer, text, text)),
        ("FcPatternDestroy", None, (pointer,)),
        ("FcObjectSetCreate", pointer, ()),
        ("FcObjectSetDestroy", None, (pointer,)),
        ("FcFontList", ctypes.POINTER(_FontSet), (pointer, pointer, pointer)),
        ("FcFontSetDestroy", None, (ctypes.POINTER(_FontSet),)),
    ):
        function = getattr(library, name)
        function.restype, function.argtypes = result, arguments
    return library


def _is_installed(fontconfig: ctypes.CDLL, family: str) -> bool:
    pattern = fontconfig.FcPatternCreate()
    details = fontconfig.FcObjectSetCreate()
    fontconfig.FcPatternAddString(pattern, _FAMILY, family.encode())
    found = fontconfig.FcFontList(None, pattern, details)
    try:
        return bool(found) and found.contents.nfont > 0
    finally:
        if found:
            fontconfig.FcFontSetDestroy(found)
        fontconfig.FcObjectSetDestroy(details)
        fontconfig.FcPatternDestroy(pattern)
