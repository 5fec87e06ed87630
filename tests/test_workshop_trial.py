"""Two briefs of one article: what is gained, lost and changed; and the briefs that are kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Self

import pytest
from sample import ARTICLE, PUBLISHED, actors, attacks, claims, deadlines, evidence, run, sample_brief

from summarizer.composition import Article
from summarizer.document import Document
from summarizer.errors import TimedOut
from summarizer.progress import Progress
from summarizer.prompts import Prompts, shipped_folder
from summarizer.schema import Actor, Brief, Claim, Count, ExtraItem
from summarizer.settings import resolve
from summarizer.workshop.changes import compare_briefs, paired
from summarizer.workshop.kept_briefs import MOST, KeptBriefs
from summarizer.workshop.trial import Trial, try_

READ = Article(Document.of(ARTICLE, "en"), PUBLISHED)


class Recording:
    """Stands for `summarizer.Summarizer`: a brief for each folder of prompts, or an error."""

    def __init__(self, answer: Callable[[Path], Brief | BaseException]) -> None:
        self.answer = answer
        self.asked: list[Path] = []
        self.open = 0
        self.most_open = 0

    def __call__(self, **arguments: Any) -> Self:
        self.prompts: Path = arguments["prompts"]
        self.progress = arguments["progress"]
        return self

    def __enter__(self) -> Self:
        self.open += 1
        self.most_open = max(self.most_open, self.open)
        return self

    def __exit__(self, *_: object) -> None:
        self.open -= 1

    def summarize(self, _: str, **__: object) -> Brief:
        self.progress(Progress("asking", 1, 3, "calls"))
        self.asked.append(self.prompts)
        answer = self.answer(self.prompts)
        if isinstance(answer, BaseException):
            raise answer
        return answer


def summary_of(old: Brief, new: Brief) -> list[tuple[str, str, list[str]]]:
    return [(change.section, change.kind, change.fields) for change in compare_briefs(old, new)]


def test_the_same_brief_has_no_changes_and_every_item_is_a_pair() -> None:
    assert compare_briefs(sample_brief(), sample_brief()) == []
    assert len(list(paired(sample_brief(), sample_brief()))) == 2 + len(list(sample_brief().items()))


def test_items_are_gained_and_lost() -> None:
    without = sample_brief(deadlines=[])
    (lost,) = compare_briefs(sample_brief(), without)
    (gained,) = compare_briefs(without, sample_brief())
    assert (lost.kind, lost.section, lost.old_id, lost.new) == ("lost", "deadlines", "d1", None)
    assert (gained.kind, gained.new_id, gained.old) == ("gained", "d1", None)


def test_an_item_with_other_values_is_changed_and_its_fields_are_named() -> None:
    other = deadlines()[0].model_copy(update={"status": "extended", "amount": "6 p.m."})
    assert summary_of(sample_brief(), sample_brief(deadlines=[other])) == [
        ("deadlines", "changed", ["amount", "status"])
    ]


def test_items_that_are_only_counted_anew_are_the_same() -> None:
    first, second = claims()
    renamed = [second.model_copy(update={"id": "c1"}), first.model_copy(update={"id": "c2"})]
    assert compare_briefs(sample_brief(), sample_brief(claims=renamed)) == []


def test_actors_that_are_only_counted_anew_change_nothing_that_refers_to_them() -> None:
    moved = {"a1": "a4", "a2": "a3", "a3": "a2", "a4": "a1"}
    cast = [actor.model_copy(update={"id": moved[actor.id]}) for actor in reversed(actors())]
    said = [c.model_copy(update={"speaker": moved[c.speaker], "about": [moved[a] for a in c.about]}) for c in claims()]
    due = [
        d.model_copy(update={"set_by": [moved[a] for a in d.set_by], "binding_on": [moved[a] for a in d.binding_on]})
        for d in deadlines()
    ]
    hit = [
        k.model_copy(
            update={
                "reported_by": [moved[a] for a in k.reported_by],
                "figures": [f.model_copy(update={"by": moved[f.by or ""]}) for f in k.figures],
            }
        )
        for k in attacks()
    ]
    other = sample_brief(actors=cast, claims=said, deadlines=due, attacks=hit)
    assert compare_briefs(sample_brief(), other) == []


def test_two_claims_of_one_sentence_find_their_own_counterparts() -> None:
    where = evidence("He denied that any heavy gun had crossed the line.")
    one = Claim(id="c1", speaker="a3", text="No gun crossed.", evidence=[where])
    other = Claim(id="c2", speaker="a2", text="The line holds.", evidence=[where])
    swapped = [other.model_copy(update={"id": "c1"}), one.model_copy(update={"id": "c2"})]
    assert compare_briefs(sample_brief(claims=[one, other]), sample_brief(claims=swapped)) == []


def test_an_item_about_other_words_is_another_item() -> None:
    elsewhere = claims()[1].model_copy(update={"evidence": [evidence("rescue workers said")]})
    kinds = summary_of(sample_brief(), sample_brief(claims=[claims()[0], elsewhere]))
    assert kinds == [("claims", "lost", []), ("claims", "gained", [])]


def test_an_actor_is_the_same_by_any_of_its_names() -> None:
    short = Actor(
        id="a3", name="Dararith", aliases=["Sok Dararith"], kind="person", evidence=[evidence("Sok Dararith")]
    )
    cast = [*actors()[:2], short, actors()[3]]
    (actor, *rest) = compare_briefs(sample_brief(), sample_brief(actors=cast))
    assert (actor.section, actor.kind) == ("actors", "changed")
    assert actor.fields == ["name", "aliases", "role", "affiliation"]
    assert {change.fields[0] for change in rest} == {"speaker"}


def test_headline_and_summary_are_compared_and_have_no_id() -> None:
    (change,) = compare_briefs(sample_brief(), sample_brief(headline="Another one"))
    assert (change.section, change.kind, change.fields, change.old_id) == ("headline", "changed", ["text"], None)
    assert summary_of(sample_brief(), sample_brief(summary="")) == [("summary", "lost", [])]


def sanction(**values: Any) -> ExtraItem:
    where = evidence("Bangkok has given Cambodia until 6 p.m. on Saturday")
    return ExtraItem(id="sanctions1", values={"by": "a1", **values}, references=["by"], evidence=[where])


def test_sections_of_ones_own_are_compared_like_the_others() -> None:
    old = sample_brief(extra={"sanctions": [sanction(banks=Count(low=6, text="six"))]})
    new = sample_brief(extra={"sanctions": [sanction(banks=Count(low=7, text="six"))]})
    (change,) = compare_briefs(old, new)
    assert (change.section, change.kind, change.fields) == ("sanctions", "changed", ["banks"])
    assert change.new is not None
    assert change.new["by"] == "Bangkok"
    assert summary_of(sample_brief(), new) == [("sanctions", "gained", [])]


def test_fields_of_ones_own_are_compared_with_the_item_they_are_of() -> None:
    topic = ExtraItem(id="c1", values={"topic": "war"}, evidence=claims()[0].evidence)
    assert summary_of(sample_brief(), sample_brief(extra={"claims": [topic]})) == [("claims", "changed", ["topic"])]


def own(folder: Path) -> Prompts:
    source = (shipped_folder() / "system.md").read_text(encoding="utf-8")
    (folder / "system.md").write_text(source.replace("a news desk", "a night desk"), encoding="utf-8")
    return Prompts.of(folder)


def kept(folder: Path, **arguments: Any) -> KeptBriefs:
    return KeptBriefs.of(resolve(env={}, cwd=Path("/nowhere"), cache_dir=folder / "cache", **arguments))


def trial(make: Recording, prompts: Prompts, **more: Any) -> Trial:
    return try_(READ, Prompts.of(), prompts, {"model": "tiny"}, make=make, **more)


def test_a_trial_asks_under_both_prompts_the_old_ones_first_with_both_open_at_once(tmp_path: Path) -> None:
    make = Recording(lambda folder: sample_brief(deadlines=[] if folder == tmp_path else deadlines()))
    told: list[Progress] = []
    result = trial(make, own(tmp_path), progress=told.append)
    assert make.asked == [shipped_folder(), tmp_path]
    assert make.most_open == 2
    assert [change.kind for change in result.changes] == ["lost"]
    assert [step.stage for step in told] == ["old prompts: asking", "new prompts: asking"]


def test_what_was_answered_is_not_asked_again(tmp_path: Path) -> None:
    make, prompts = Recording(lambda _: sample_brief()), own(tmp_path)
    assert trial(make, prompts, kept=kept(tmp_path)).kept == []
    again = trial(make, prompts, kept=kept(tmp_path))
    assert (again.kept, len(make.asked)) == (["old", "new"], 2)


def test_an_edit_asks_for_the_new_brief_only(tmp_path: Path) -> None:
    make, prompts = Recording(lambda _: sample_brief()), own(tmp_path)
    trial(make, prompts, kept=kept(tmp_path))
    path = tmp_path / "system.md"
    path.write_text(path.read_text(encoding="utf-8").replace("version: 1", "version: 2"), encoding="utf-8")
    assert trial(make, prompts, kept=kept(tmp_path)).kept == ["old"]
    assert make.asked[2:] == [tmp_path]


@pytest.mark.parametrize("changed", [{"model": "other"}, {"plan": "windows"}, {"base_url": "http://127.0.0.1:9/v1"}])
def test_another_model_plan_or_server_asks_again(tmp_path: Path, changed: dict[str, str]) -> None:
    kept(tmp_path).save(READ, Prompts.of(), sample_brief())
    assert kept(tmp_path).find(READ, Prompts.of()) == sample_brief()
    assert kept(tmp_path, **changed).find(READ, Prompts.of()) is None


def test_a_failure_under_the_new_prompts_keeps_the_old_brief(tmp_path: Path) -> None:
    def answer(folder: Path) -> Brief | BaseException:
        return TimedOut("too slow") if folder == tmp_path else sample_brief()

    prompts = own(tmp_path)
    with pytest.raises(TimedOut):
        trial(Recording(answer), prompts, kept=kept(tmp_path))
    assert trial(Recording(lambda _: sample_brief()), prompts, kept=kept(tmp_path)).kept == ["old"]


def test_ctrl_c_under_the_new_prompts_keeps_the_old_brief(tmp_path: Path) -> None:
    prompts = own(tmp_path)
    with pytest.raises(KeyboardInterrupt):
        trial(
            Recording(lambda folder: KeyboardInterrupt() if folder == tmp_path else sample_brief()),
            prompts,
            kept=kept(tmp_path),
        )
    assert kept(tmp_path).find(READ, Prompts.of()) == sample_brief()


def test_a_partial_brief_is_not_kept_and_a_fresh_trial_overlooks_what_is(tmp_path: Path) -> None:
    kept(tmp_path).save(READ, Prompts.of(), sample_brief(run=run(partial=True)))
    assert kept(tmp_path).find(READ, Prompts.of()) is None
    kept(tmp_path).save(READ, Prompts.of(), sample_brief())
    fresh = KeptBriefs(tmp_path / "cache" / "trials", kept(tmp_path).settings, fresh=True)
    assert fresh.find(READ, Prompts.of()) is None


def test_only_so_many_briefs_are_kept(tmp_path: Path) -> None:
    folder = tmp_path / "cache" / "trials"
    folder.mkdir(parents=True)
    for number in range(MOST + 5):
        (folder / f"{number}.json").write_text("{}", encoding="utf-8")
    kept(tmp_path).save(READ, Prompts.of(), sample_brief())
    assert len(list(folder.iterdir())) == MOST
    assert kept(tmp_path).find(READ, Prompts.of()) is not None
