"""`make messages`: collect the strings of our own code into locale/, keeping the translations still in use."""

from bootstrap import progress, virtual_environment


def update() -> None:
    """Bring the own catalogue level with the code; new strings stand in it with an empty translation."""
    from bootstrap import catalogue
    from bootstrap.extraction import own_catalogue

    own = catalogue.read(catalogue.OWN)
    # No guessing of similar strings: a wrong word of law is worse than a missing one.
    own.update(own_catalogue(), no_fuzzy_matching=True)
    own.obsolete.clear()
    catalogue.write(catalogue.OWN, own)
    missing = sum(1 for message in own if message.id and not _translated(message.string))
    progress.say(f"   {len(own)} strings in {catalogue.OWN.name}, {missing} without a translation")


def _translated(string: object) -> bool:
    return all(string) if isinstance(string, tuple | list) else bool(string)


if __name__ == "__main__":
    import sys

    from bootstrap.checkout import ROOT

    if "--update" in sys.argv:
        update()
    else:
        python = virtual_environment.ensure(development=True)
        sys.exit(progress.run([python, "-m", "bootstrap.messages", "--update"], cwd=ROOT))
