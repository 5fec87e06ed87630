"""Text → numbered sentences with exact offsets; files → text. Offsets are code points into the text as passed in."""

from __future__ import annotations

import codecs
import hashlib
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import BinaryIO

from summarizer.errors import InputError
from summarizer.schema import require_str

# Abbreviations after which sentencex (1.0.32) splits although no sentence ends there.
_ENDS_WITH_HALF_DAY = re.compile(r"\d\s?[ap]\.m\.\s*$", re.IGNORECASE)
_DAY_OR_ZONE = re.compile(
    r"(?:on )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Febr)uary|March|April|May|June|July|August|September"
    r"|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.|[ECMP][SD]?T|GMT|UTC|CES?T|BST"
    r"|(?:Eastern|Central|Pacific|local|[A-Z]\w+) [Tt]ime)\b"
)
_OPEN_ABBREVIATION = re.compile(
    r"(?:^|[\s(\[])(?:approx|incl|excl|ca|cf|vs|est|resp|max|min|avg|ext|fig|no|nos|art|para|sec|op|cit|hrs|zzgl|inkl|bzw|ggf"
    r"|env|(?-i:MM?)|руб|тыс|млн|млрд|грн|ул|им)\.\s*$",
    re.IGNORECASE,
)
_ENDS_INSIDE_QUOTATION = re.compile(r"[,!?…][\"”’»“]\s*$")
_INNER_END = re.compile(r"(?<=[\w)%])[.!?]\s+(?=[\"“„«‘]?[A-ZÀ-ÖØ-ÞА-ЯЁІЇЄҐ0-9])")
_INITIAL_OR_TITLE = re.compile(
    r"(?:\b[A-WYZА-ЯІЇЄҐ]|(?<!\bon )(?<!\bauf )(?<!\bsur )(?<!\ben )\bX"  # "wrote on X." ends a sentence
    r"|\b(?:Mr|Mrs|Ms|Dr|St|Prof|Gen|Col|Lt|Maj|Capt|Sgt|Brig|Adm|Cmdr|Gov|Sen|Rep|Rev|Hon|Sr|Jr|No|Nos|Jan|Feb|Mar"
    r"|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Inc|Ltd|Corp|Co|Mt|Ft|vs|Nr|Hr|Fr|Mme|Mlle|Sra?|etc|approx|incl|ca|p\.m|a\.m|U\.S|U\.K|U\.N|E\.U)"
    r"|\d)\.$"
)
_GOES_ON = re.compile(r"\s*[a-zà-öø-ÿа-яёіїєґ]")
_BREAK = re.compile(r"\n[ \t\r]*\n\s*")
_NUL_SHARE = 0.01
_SHORTEST_TO_IDENTIFY = 40
_LONGEST_SENTENCE = 2_000
"""Characters: what the smallest window has room for. No sentence is as long, but a text without sentence ends is."""


@dataclass(frozen=True)
class Sentence:
    """One sentence: `text[start:end]` without outer whitespace; `number` counts from 1, `paragraph` from 0."""

    number: int
    start: int
    end: int
    paragraph: int


@dataclass(frozen=True)
class Document:
    """A text with its sentences."""

    text: str
    sentences: tuple[Sentence, ...]
    language: str

    @classmethod
    def of(cls, text: str, language: str | None = None) -> Document:
        """Split `text`; `language` is a BCP 47 tag, identified from the text when None.

        Raises:
            InputError: `text` is not a str, has not one visible character, or half a surrogate pair.
        """
        require_characters(text, "the text")
        if is_blank(text):
            raise InputError(f"the text is empty: {len(text)} characters, none of them visible")
        language = language or identify_language(text)
        return cls(text=text, sentences=tuple(_sentences(text, language)), language=language)

    def __hash__(self) -> int:
        """Of the text alone, which keeps its own: a document is the key of many a cache, its sentences are many."""
        return hash(self.text)

    @cached_property
    def sha256(self) -> str:
        """Of the UTF-8 bytes; lone surrogates pass."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    def quote(self, sentence: Sentence) -> str:
        """The sentence's own characters."""
        return self.text[sentence.start : sentence.end]

    def sentence(self, number: int) -> Sentence | None:
        """The sentence of that number, or None."""
        return self.sentences[number - 1] if 1 <= number <= len(self.sentences) else None

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds the character at `offset`, or None between sentences."""
        return next((s for s in self.sentences if s.start <= offset < s.end), None)

    def line(self, offset: int) -> int:
        """The line number, from 1, of the character at `offset`."""
        return self.text.count("\n", 0, offset) + 1


def is_blank(text: str) -> bool:
    """Whether there is nothing to be seen: white space, controls, marks of no width."""
    return all(character.isspace() or unicodedata.category(character) in {"Cc", "Cf"} for character in text)


def require_characters(text: str, name: str) -> None:
    """See that it is a str of whole characters, as no brief and no request could carry half a surrogate pair.

    Raises:
        InputError: it is not; the message calls it `name`.
    """
    require_str(text, name)
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise InputError(
            f"{name} has half a surrogate pair (U+{ord(text[error.start]):04X}) at offset {error.start}, where it was "
            "decoded or cut wrongly; mend it with text.encode('utf-16', 'surrogatepass').decode('utf-16', 'replace')"
        ) from None


def identify_language(text: str) -> str:
    """The BCP 47 tag of the text's language, "und" where it is too short to tell."""
    letters = sum(map(str.isalpha, text))
    if letters < _SHORTEST_TO_IDENTIFY:
        return "en" if letters and text.isascii() else "und"
    import py3langid  # late: its model takes over a second to load

    return str(py3langid.classify(text)[0])


def _sentences(text: str, language: str) -> list[Sentence]:
    found: list[Sentence] = []
    for paragraph, (start, end) in enumerate(_paragraphs(text)):
        for first, last in _split(text, start, end, language):
            found.append(Sentence(len(found) + 1, first, last, paragraph))
    return found


def _paragraphs(text: str) -> list[tuple[int, int]]:
    bounds, start = [], 0
    for gap in _BREAK.finditer(text):
        bounds.append((start, gap.start()))
        start = gap.end()
    bounds.append((start, len(text)))
    return [(s, e) for s, e in bounds if text[s:e].strip()]


def _split(text: str, start: int, end: int, language: str) -> list[tuple[int, int]]:
    """The sentences of one paragraph as trimmed spans."""
    import sentencex  # late: loads a compiled module

    pieces: list[tuple[int, int]] = []
    at = start
    for piece in sentencex.segment(language if language != "und" else "en", text[start:end]):
        first, at = at, at + len(piece)
        if pieces and _belongs_to_previous(text[pieces[-1][0] : pieces[-1][1]], piece):
            pieces[-1] = (pieces[-1][0], at)
        else:
            pieces.append((first, at))
    parts = [part for s, e in pieces for part in _split_quotation(text, s, e)]
    bounded = [piece for s, e in parts for piece in _bounded(text, s, e)]
    return [_trim(text, s, e) for s, e in bounded if text[s:e].strip()]


def _split_quotation(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A piece cut at the sentence ends inside a quotation, which sentencex keeps whole however long it is."""
    cuts = [
        start + m.end()
        for m in _INNER_END.finditer(text[start:end])
        if not _INITIAL_OR_TITLE.search(text[start : start + m.start() + 1])
    ]
    bounds = [start, *cuts, end]
    return list(pairwise(bounds))


def _bounded(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A piece that is too long for a sentence, cut at white space, or where there is none at its longest."""
    while end - start > _LONGEST_SENTENCE:
        longest = start + _LONGEST_SENTENCE
        cut = next((at for at in range(longest, start, -1) if text[at - 1].isspace()), longest)
        yield start, cut
        start = cut
    yield start, end


def _belongs_to_previous(before: str, piece: str) -> bool:
    """Whether sentencex split where no sentence ends: after an abbreviation, or between a quotation and "he said"."""
    if _OPEN_ABBREVIATION.search(before) or not piece.strip():
        return True
    if _ENDS_WITH_HALF_DAY.search(before) and _DAY_OR_ZONE.match(piece):
        return True
    return bool(_ENDS_INSIDE_QUOTATION.search(before) and _GOES_ON.match(piece))


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def read_file(path: Path | BinaryIO) -> str:
    """Decode a file's bytes as UTF-8: a BOM is dropped, newlines stay as they are.

    Raises:
        InputError: the file is binary, not UTF-8, or blank.
        OSError: the file cannot be opened.
    """
    name, data = (str(path), path.read_bytes()) if isinstance(path, Path) else ("standard input", path.read())
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise InputError(f"{name} is UTF-16, not UTF-8; save it as UTF-8, or convert it with iconv -f utf-16 -t utf-8")
    if data.count(0) > _NUL_SHARE * len(data):
        raise InputError(f"{name} is a binary file ({len(data)} bytes); give plain text in UTF-8")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise InputError(
            f"{name} is not UTF-8: byte 0x{data[error.start]:02x} at offset {error.start}; "
            "convert it, for instance with iconv"
        ) from error
    text = text.removeprefix("\ufeff")
    if is_blank(text):
        raise InputError(f"{name} is empty: {len(data)} bytes without a word")
    return text
