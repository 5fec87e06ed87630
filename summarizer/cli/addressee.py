"""Who will be asked: the settings in force, and the host named before anything leaves this machine."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import typer

from summarizer import settings
from summarizer.cli import PROGRAM
from summarizer.errors import SettingsError
from summarizer.settings import Settings

NOWHERE = Path("/nowhere")


def settled(arguments: Mapping[str, Any]) -> Settings:
    """The settings in force; nobody is about to be asked.

    Raises:
        typer.BadParameter: an option has a value that cannot be used. That is the caller's slip, whatever else is
            set: options are judged alone first, so that nothing else can be to blame.
        SettingsError: another setting has one.
    """
    try:
        settings.resolve(env={}, cwd=NOWHERE, **arguments)
    except SettingsError as error:
        raise typer.BadParameter(str(error)) from None
    return settings.resolve(**arguments)


def addressee(arguments: Mapping[str, Any], *, local_only: bool, what: str = "the article is") -> Settings:
    """The settings in force; names the host that `what` sent to, unless it is this machine.

    Raises:
        typer.BadParameter: as `settled`.
        SettingsError: a setting has a value that cannot be used, or the host is refused.
        ModelUnavailable: there is no model to ask.
    """
    from summarizer.settings.access import is_loopback

    settled(arguments)
    chosen = settings.resolve(local_only=local_only or None, **arguments)
    chosen.check_access()
    if chosen.endpoint and not is_loopback(chosen.endpoint):
        host = urlsplit(chosen.endpoint).hostname
        sys.stderr.write(f"{PROGRAM}: {what} sent to {host} (model {chosen.model})\n")
        sys.stderr.flush()
    return chosen
