"""Part of `make lint`: each string of our own code is translated, completely and certainly, and no other is kept."""

import sys
from collections.abc import Iterator

from babel.messages.catalog import Catalog, Message

from bootstrap import catalogue
from bootstrap.extraction import own_catalogue

SHOWN = 40


def complaints(code: Catalog, translations: Catalog) -> Iterator[str]:
    """Yield one line per string that is missing, untranslated, uncertain, malformed, or no longer in the code."""
    for message in code:
        if not message.id:
            continue
        translation = translations.get(message.id, message.context)
        name = f"{_where(message)}: {message.id!r}"
        if translation is None:
            yield f"{name} is not in the catalogue (run make messages)"
        elif translation.fuzzy:
            yield f"{name} has a translation marked fuzzy"
        elif not _complete(translation):
            yield f"{name} is not translated"
        else:
            translation.flags |= message.flags  # python-format is known from the code
            yield from (f"{name}: {error}" for error in translation.check(translations))
    for message in translations:
        if message.id and code.get(message.id, message.context) is None:
            yield f"{catalogue.OWN.name}: {message.id!r} is no longer in the code (run make messages)"


def _complete(message: Message) -> bool:
    return all(message.string) if isinstance(message.string, tuple | list) else bool(message.string)


def _where(message: Message) -> str:
    return ":".join(map(str, message.locations[0])) if message.locations else "?"


def main() -> None:
    """Print what is wrong, or how many strings are in order; exit 1 if anything is."""
    code = own_catalogue()
    found = list(complaints(code, catalogue.read(catalogue.OWN)))
    for line in found[:SHOWN]:
        print(line)
    if len(found) > SHOWN:
        print(f"… and {len(found) - SHOWN} more")
    if found:
        sys.exit(f"{len(found)} strings want a look in {catalogue.OWN.relative_to(catalogue.ROOT)}")
    print(f"All {len(code)} strings of our own code are translated.")


if __name__ == "__main__":
    main()
