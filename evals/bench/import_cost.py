"""What importing the library and asking for help cost, each beside its yardstick in one run.

    python evals/bench/import_cost.py [ROUNDS]

Every round starts each program once, in turn, so that whatever else the machine does falls on all of them; the least of
the rounds is compared, because a start can only be delayed. Exits with 3 when a limit is broken.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

ROUNDS = 15
QUALITY_GATE = 3
MODEL_ALLOWANCE = 0.030
"""Seconds that the library may take on top of one pydantic model."""
HELP_FACTOR = 1.3
"""Times the help of an empty program of three commands."""

EMPTY_PROGRAM = """
import typer

app = typer.Typer()

@app.command()
def one() -> None: ...

@app.command()
def two() -> None: ...

@app.command()
def three() -> None: ...

app()
"""
PROGRAMS = {
    "python": "pass",
    "one BaseModel": "from pydantic import BaseModel\nclass One(BaseModel):\n    number: int",
    "import summarizer": "import summarizer",
    "from summarizer import …": "from summarizer import summarize, Summarizer, Brief",
    "empty typer --help": EMPTY_PROGRAM,
    "summarizer --help": "from summarizer.cli import main\nmain()",
}


class Verdict(NamedTuple):
    """A measured figure beside its limit, in seconds."""

    what: str
    measured: float
    limit: float

    def __str__(self) -> str:
        mark = "ok" if self.measured <= self.limit else "OVER"
        return f"{self.what:28}{1000 * self.measured:8.0f} ms   limit {1000 * self.limit:6.0f} ms   {mark}"


def main() -> int:
    """Measure, print, judge."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    with tempfile.TemporaryDirectory() as folder:
        files = {name: _script(Path(folder), number, code) for number, (name, code) in enumerate(PROGRAMS.items())}
        least = dict.fromkeys(files, float("inf"))
        for _ in range(rounds + 1):  # one more: the first fills the disk cache and writes bytecode
            for name, file in files.items():
                least[name] = min(least[name], _seconds(file, helping=name.endswith("--help")))
    for name, seconds in least.items():
        print(f"{name:28}{1000 * seconds:8.0f} ms")
    verdicts = [
        Verdict(
            "from summarizer import …", least["from summarizer import …"], least["one BaseModel"] + MODEL_ALLOWANCE
        ),
        Verdict("summarizer --help", least["summarizer --help"], HELP_FACTOR * least["empty typer --help"]),
    ]
    print(*verdicts, sep="\n")
    return 0 if all(verdict.measured <= verdict.limit for verdict in verdicts) else QUALITY_GATE


def _script(folder: Path, number: int, code: str) -> Path:
    file = folder / f"program_{number}.py"
    file.write_text(code, encoding="utf-8")
    return file


def _seconds(file: Path, *, helping: bool) -> float:
    # As installed: bytecode is kept, whatever this shell says, and the first, unmeasured round writes it.
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, str(file), *(["--help"] if helping else [])]
    began = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)
    return time.perf_counter() - began


if __name__ == "__main__":
    sys.exit(main())
