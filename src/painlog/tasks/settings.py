"""Read a person's settings from variables and their file, and change that file."""

import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from painlog.errors import BadFileError, NotUnderstoodError
from painlog.model.settings import SETTINGS, Setting, Settings, SetValue, settings_of, understood

if TYPE_CHECKING:
    from painlog.model.settings import SettingValue

FILE_VARIABLE = "PAINLOG_SETTINGS"
_LARGEST_BYTES = 100_000


def settings_path() -> Path:
    """Return the settings file: PAINLOG_SETTINGS, else where the platform keeps such files."""
    if named := os.environ.get(FILE_VARIABLE):
        return Path(named).expanduser()
    home, config = os.environ.get("HOME", ""), os.environ.get("XDG_CONFIG_HOME", "")
    if sys.platform == "linux" and home.startswith("/") and "ANDROID_ROOT" not in os.environ:
        # The same as platformdirs says, which takes long to import.
        root = Path(config) if config.startswith("/") else Path(home, ".config")
        return root / "painlog" / "settings.toml"
    from platformdirs import user_config_path

    return user_config_path("painlog", appauthor=False) / "settings.toml"


def read_settings(environ: Mapping[str, str]) -> Settings:
    """Return the settings: for each its variable, else its value in the file, else the default.

    Raises:
        BadFileError: if the file cannot be read.
        NotUnderstoodError: if a value is not allowed.
    """
    chosen = values(environ, settings_path())
    return settings_of({v.setting.name: v.value for v in chosen if v.value is not None})


def values(environ: Mapping[str, str], path: Path) -> Iterator[SetValue]:
    """Yield each setting with its value and where that comes from.

    Raises:
        BadFileError: if the file cannot be read.
        NotUnderstoodError: if a value is not allowed.
    """
    in_file = _in_file(path)
    for setting in SETTINGS:
        if (text := environ.get(setting.variable)) is not None:
            yield SetValue(setting, understood(setting, text, setting.variable), "variable")
        elif setting.name in in_file:
            value = understood(setting, in_file[setting.name], str(path))
            yield SetValue(setting, value, "file")
        else:
            yield SetValue(setting, None, "default")


def unknown_names(path: Path) -> list[str]:
    """Return the names in the file that are not settings of this painlog.

    Raises:
        BadFileError: if the file cannot be read.
    """
    known = {setting.name for setting in SETTINGS}
    return [name for name in _in_file(path) if name not in known]


def put(path: Path, setting: Setting, value: "SettingValue | None") -> "SettingValue | None":
    """Write one value into the file, or remove it for None, and return the one before.

    Raises:
        BadFileError: if the file cannot be read or written.
    """
    from painlog.formats.settings_toml import BEGINNING, with_value

    text = text_of(path)
    old = _in_file(path).get(setting.name)
    if value != old or (text is None and value is not None):
        write(path, with_value(BEGINNING if text is None else text, setting.name, value))
    try:
        return None if old is None else understood(setting, old)
    except NotUnderstoodError:
        return str(old)


def write(path: Path, text: str) -> None:
    """Write a settings file that only its owner can read.

    Raises:
        BadFileError: if it cannot be written.
    """
    from painlog.files.drafts import new_file
    from painlog.files.private import make_directories

    # The person may keep the file elsewhere, with a link to it here.
    path = Path(os.path.realpath(path))
    try:
        make_directories(path.parent)
    except OSError as error:
        raise BadFileError(f"{path.parent} cannot be created: {error.strerror}.") from error
    with new_file(path, force=True) as file:
        file.write(text)


def text_of(path: Path) -> str | None:
    """Return the text of the settings file; None if there is no file.

    Raises:
        BadFileError: if it cannot be read.
    """
    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST_BYTES)
        return content.decode("utf-8-sig")
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
        raise BadFileError(f"The settings in {path} cannot be read: {why}.") from error


def _in_file(path: Path) -> Mapping[str, object]:
    text = text_of(path)
    if not text:
        return {}
    from painlog.formats.settings_toml import parse

    return parse(text, str(path))
