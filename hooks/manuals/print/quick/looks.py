"""What texts of one look share: Pango's context, language, font, and the height of their lines.

WeasyPrint 70 makes the first three anew for every text (text/line_break.py, Layout.setup), spells
a style out to remember the last (strut), and measures each line in a place of its own (line_size).
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from weasyprint.text import line_break
from weasyprint.text.constants import LST_TO_ISO, PANGO_DIRECTION
from weasyprint.text.ffi import FROM_UNITS, ffi, gobject, pango, unicode_to_char_p
from weasyprint.text.fonts import font_features, get_font_description

from manuals.print.quick.replacing import in_place_of

SETUP: Any = line_break.Layout.setup
SET_TEXT: Any = line_break.Layout.set_text
STRUT: Any = line_break.strut
LINE_SIZE: Any = line_break.line_size
Words = dict[tuple[str, float | None, str], tuple[int | None, float]]
FEATURES = (
    "font_kerning",
    "font_variant_ligatures",
    "font_variant_position",
    "font_variant_caps",
    "font_variant_numeric",
    "font_variant_alternates",
    "font_variant_east_asian",
    "font_feature_settings",
)
SPACING = ("letter_spacing", "word_spacing", "overflow_wrap")
FONT = (
    "font_style",
    "font_stretch",
    "font_weight",
    "font_size",
    "font_variation_settings",
    "font_language_override",
    "lang",
    "direction",
)


@dataclass(frozen=True)
class Look:
    """A font with all that Pango needs beside a text; `words` are the measures of words."""

    context: Any
    language: Any
    font: Any
    features: Any
    words: Words = field(default_factory=dict)


MEASURED = ffi.new("PangoRectangle *")
LOOKS: dict[Hashable, Look] = {}


@contextmanager
def quick_looks() -> Iterator[None]:
    """Share looks while this lasts."""
    with (
        in_place_of(SETUP, _setup),
        in_place_of(SET_TEXT, _set_text),
        in_place_of(STRUT, _strut),
        in_place_of(LINE_SIZE, _line_size),
    ):
        yield


def look_of(style: Any) -> Look | None:
    """Return a style's look; None where it asks for more than a font."""
    try:
        found: Look | None = style.look
    except AttributeError:
        plain = style["text_decoration_line"] == "none" and not any(
            style[name] not in (0, "normal") for name in SPACING
        )
        found = style.look = _shared(style) if plain else None
    return found


def _shared(style: Any) -> Look:
    values = (style[name] for name in (*FONT, *FEATURES))
    key = (style.font_config.font_map, tuple(style["font_family"]), *values)
    if key not in LOOKS:
        LOOKS[key] = _made(style)
    return LOOKS[key]


def _made(style: Any) -> Look:
    context = ffi.gc(
        pango.pango_font_map_create_context(style.font_config.font_map), gobject.g_object_unref
    )
    pango.pango_context_set_round_glyph_positions(context, False)
    pango.pango_context_set_base_dir(context, PANGO_DIRECTION[style["direction"]])
    override, name = style["font_language_override"], style["lang"]
    if override != "normal":
        name = LST_TO_ISO.get(override.lower(), override)
    language = pango.pango_language_get_default()
    if name:
        pointer, _kept = unicode_to_char_p(name)
        language = pango.pango_language_from_string(pointer)
        pango.pango_context_set_language(context, language)
    return Look(context, language, get_font_description(style), _features(style))


def _features(style: Any) -> Any:
    """Return the font's features that a style asks for, as Pango's attributes."""
    attributes = ffi.gc(pango.pango_attr_list_new(), pango.pango_attr_list_unref)
    wanted = font_features(*(style[name] for name in FEATURES))
    if wanted:
        text = ",".join(f"{key} {value}" for key, value in wanted.items()).encode()
        pango.pango_attr_list_insert(attributes, pango.pango_attr_font_features_new(text))
    return attributes


def _setup(layout: Any, style: Any) -> None:
    """Give a layout what Pango needs."""
    look = look_of(style)
    if look is None:
        SETUP(layout, style)
        return
    layout.style = style
    layout.first_line_direction = 0
    layout.language = look.language
    layout.ascent = layout.underline_position = layout.underline_thickness = None
    layout.strikethrough_position = layout.strikethrough_thickness = None
    made = layout.layout = ffi.gc(pango.pango_layout_new(look.context), gobject.g_object_unref)
    pango.pango_layout_set_auto_dir(made, False)
    pango.pango_layout_set_font_description(made, look.font)
    pango.pango_layout_set_attributes(made, look.features)


def _set_text(layout: Any, text: str, justify: bool = False) -> None:
    """Give a layout a text; where blanks get a width, it needs attributes of its own."""
    look = look_of(layout.style)
    if look is None or "\n" in text or "\t" in text:
        SET_TEXT(layout, text, justify)
        return
    if justify and layout.justification_spacing:
        SETUP(layout, layout.style)
        SET_TEXT(layout, text, justify)
        return
    layout.text = text
    encoded = text.encode().replace(b"\0", b"")
    pango.pango_layout_set_text(layout.layout, encoded, len(encoded))


def _strut(style: Any) -> Any:
    """Return the height of a style's lines and where the base line is."""
    try:
        return style.strut
    except AttributeError:
        found = style.strut = STRUT(style)
        return found


def _line_size(line: Any, style: Any) -> tuple[float, float]:
    """Return a line's width and height."""
    pango.pango_layout_line_get_extents(line, ffi.NULL, MEASURED)
    width, height = MEASURED.width * FROM_UNITS, MEASURED.height * FROM_UNITS
    if style["letter_spacing"] != "normal":
        width += style["letter_spacing"]
    return width, height
