"""What is said while somebody waits."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest

from summarizer.cli.display import amount_of, watching
from summarizer.progress import Progress


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def seconds(*ticks: float) -> Iterator[float]:
    yield from ticks


def test_a_line_is_written_at_a_new_stage_and_every_few_seconds() -> None:
    stream, ticks = io.StringIO(), seconds(100.0, 101.0, 104.0, 105.5, 106.0)
    with watching(stream, clock=lambda: next(ticks)) as report:
        for done in range(4):
            report(Progress("reading", done, 9, "calls"))
        report(Progress("merging", 0))
    assert stream.getvalue().splitlines() == ["reading: 0 of 9 calls", "reading: 3 of 9 calls", "merging"]


def test_a_terminal_gets_a_bar_that_is_gone_at_the_end() -> None:
    stream = Terminal()
    with watching(stream) as report:
        report(Progress("downloading [bold]", 5_000_000, 20_000_000, "bytes"))
        report(Progress("reading", 1, 2, "calls"))
        report(Progress("reading", 2, 2, "calls"))
    assert "reading" in stream.getvalue()
    assert "2 of 2 calls" in stream.getvalue()


@pytest.mark.parametrize(
    ("progress", "words"),
    [
        (Progress("s", 0), ""),
        (Progress("s", 3), "3"),
        (Progress("s", 3, None, "calls"), "3 calls"),
        (Progress("s", 3, 7, "calls"), "3 of 7 calls"),
        (Progress("s", 120_400_000, 1_117_320_768, "bytes"), "120 of 1,117 MB"),
    ],
)
def test_an_amount_reads_as_a_share_of_the_whole(progress: Progress, words: str) -> None:
    assert amount_of(progress) == words
