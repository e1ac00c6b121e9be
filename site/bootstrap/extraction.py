"""Finds the translatable strings of our own Python and templates with Babel, so that GNU gettext is not needed."""

import ast
import io
import tokenize
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from django.conf import settings
from django.utils.translation.template import templatize

from bootstrap.checkout import ROOT

APPS = ("home", "accountability", "litigation", "site/config")
TEMPLATES = "templates"
# What Django calls them; the numbers say which argument is what, `c` marks a context.
KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    **dict.fromkeys(("_", "gettext", "gettext_lazy", "gettext_noop")),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), (1, 2)),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), ((1, "c"), 2)),
    **dict.fromkeys(("npgettext", "npgettext_lazy"), ((1, "c"), 2, 3)),
}
COMMENT_TAGS = ["Translators"]


def own_catalogue() -> Catalog:
    """Return every string of our own code, untranslated, each with the files it stands in.

    Raises SyntaxError naming the file when one cannot be read.
    """
    catalogue = Catalog(charset="utf-8")
    for path in own_files():
        name = path.relative_to(ROOT).as_posix()
        try:
            source = _as_python(path)
            found = list(extract("python", io.BytesIO(source), KEYWORDS, COMMENT_TAGS))
            hidden = list(inside_f_strings(source)) if path.suffix == ".py" else []
        except (SyntaxError, tokenize.TokenError) as error:
            raise SyntaxError(f"{name}: its strings cannot be collected ({error})") from error
        for line, message, comments, context in found:
            catalogue.add(message, locations=[(name, line)], auto_comments=comments, context=context)
        for line, text in hidden:
            catalogue.add(text, locations=[(name, line)])
    return catalogue


def inside_f_strings(source: bytes) -> Iterator[tuple[int, str]]:
    """Yield line and string of each ``{_("…")}`` within an f-string: before Python 3.12 that is one token, in which
    Babel sees no call."""
    for outer in ast.walk(ast.parse(source)):
        if not isinstance(outer, ast.JoinedStr):
            continue
        for call in ast.walk(outer):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in KEYWORDS:
                text = call.args[0] if len(call.args) == 1 else None
                if not isinstance(text, ast.Constant) or not isinstance(text.value, str):
                    raise SyntaxError(f"line {call.lineno}: take {call.func.id}(…) out of the f-string")
                yield call.lineno, text.value


def own_files() -> Iterator[Path]:
    """Yield the modules and templates whose strings are ours to translate, in a fixed order."""
    for app in APPS:
        for path in sorted((ROOT / app).rglob("*.py")):
            # Migrations freeze old names; nobody reads them on a page.
            if "migrations" not in path.parts:
                yield path
    for folder in (TEMPLATES, *APPS):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in (".html", ".txt", ".xml", ".svg") and "templates" in path.parts:
                yield path


def _as_python(path: Path) -> bytes:
    if path.suffix == ".py":
        return path.read_bytes()
    if not settings.configured:
        # templatize reads no setting of ours, but Django asks for some before it lexes.
        settings.configure()
    text = templatize(path.read_text(encoding="utf-8"), origin=str(path))
    # What is not a string has become XXX; without indentation it reads as Python names.
    return "\n".join(line.strip() for line in text.splitlines()).encode()
