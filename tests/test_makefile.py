"""What the Makefile does where the machine lacks something."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

MAKEFILE = Path(__file__).parents[1] / "Makefile"
WITHOUT_VENV = """#!/bin/sh
[ "$1" = -c ] && exit 0
mkdir -p "$3/bin" && cp "$0" "$3/bin/python" && exit 1
"""
"""A Python as Debian has it without python3-venv: it leaves half an environment behind."""


@pytest.mark.skipif(shutil.which("make") is None, reason="there is no make")
def test_an_environment_that_fails_half_way_is_removed_and_what_to_install_is_named(tmp_path: Path) -> None:
    shutil.copy(MAKEFILE, tmp_path)
    python = tmp_path / "python"
    python.write_text(WITHOUT_VENV, encoding="utf-8")
    python.chmod(0o755)
    command = ("/usr/bin/env", "make", f"PYTHON={python}", ".venv/bin/python")
    ran = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=60)
    assert ran.returncode != 0
    assert "install python3-venv" in ran.stderr
    assert not (tmp_path / ".venv").exists()
