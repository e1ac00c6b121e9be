"""Why a file could not be read or written, with what to do about it: the system's own words are English and offer nothing."""

from __future__ import annotations

from pathlib import Path

from django.utils.translation import gettext as _


def why_not_read(path: Path, error: OSError) -> str:
    """One sentence that names ``path``."""
    match error:
        case FileNotFoundError() | NotADirectoryError():
            return _("%(path)s: there is no such file. Check the path.") % {"path": path}
        case PermissionError():
            return _(
                "%(path)s: the account that runs the command may not read this file. Give it the right, or name another file."
            ) % {"path": path}
    return _folder_or_other(path, error)


def why_not_written(path: Path, error: OSError) -> str:
    """One sentence that names ``path``."""
    match error:
        case FileNotFoundError() | NotADirectoryError():
            return _(
                "%(path)s: there is no folder %(folder)s. Make it first, or name a file in another folder."
            ) % {"path": path, "folder": path.parent}
        case PermissionError():
            return _(
                "%(path)s: the account that runs the command may not write there. Give it the right, or name another file."
            ) % {"path": path}
    return _folder_or_other(path, error)


def _folder_or_other(path: Path, error: OSError) -> str:
    if isinstance(error, IsADirectoryError):
        return _("%(path)s is a folder. Name a file in it.") % {"path": path}
    return _("%(path)s: the system refuses (%(said)s). Check the disk, or name another file.") % {
        "path": path,
        "said": error.strerror,
    }
