"""The rules by which a time expression is placed, one test a rule, beside the table."""

from __future__ import annotations

import datetime as dt

import pytest

from summarizer.dates import resolve
from summarizer.errors import InputError
from summarizer.schema import When

THURSDAY = dt.date(2026, 3, 12)
Days = tuple[str | None, str | None]


def days(when: When) -> Days:
    return str(when.start) if when.start else None, str(when.end) if when.end else None


def in_sentence(expression: str, sentence: str, published: dt.date = THURSDAY) -> Days:
    assert expression in sentence
    return days(resolve(expression, published, context=sentence))


def test_an_unresolved_expression_keeps_its_words_and_nothing_else() -> None:
    assert resolve(" by and by ", THURSDAY) == When(text=" by and by ")


def test_the_text_is_kept_as_written() -> None:
    assert resolve("By  FRIDAY,", THURSDAY).text == "By  FRIDAY,"
    assert days(resolve("By  FRIDAY,", THURSDAY)) == (None, "2026-03-13")


@pytest.mark.parametrize("expression", ["", " ", "...", "by", "from to", "within", "(", "–", "\x00", "в", "a" * 5000])
def test_what_is_no_time_is_unresolved(expression: str) -> None:
    assert not resolve(expression, THURSDAY).resolved


@pytest.mark.parametrize("published", [dt.date.min, dt.date.max])
@pytest.mark.parametrize(
    "expression",
    ["yesterday", "tomorrow", "last week", "next year", "in 99999999 days", "9999999 years ago", "before today",
     "next weekend", "this winter", "within 800000 weeks", "by Friday", "December 31", "overnight into Sunday"],
)  # fmt: skip
def test_the_edges_of_the_calendar_raise_nothing(published: dt.date, expression: str) -> None:
    when = resolve(expression, published)
    assert when.start is None or when.end is None or when.start <= when.end


def test_the_day_after_the_last_one_is_unresolved() -> None:
    assert not resolve("tomorrow", dt.date.max).resolved


def test_hours_on_a_bare_date_that_are_no_whole_days_give_both_days_they_may_reach() -> None:
    assert days(resolve("in 36 hours", THURSDAY)) == ("2026-03-13", "2026-03-14")
    assert days(resolve("within 12 hours", THURSDAY)) == ("2026-03-12", "2026-03-13")


def test_hours_from_a_publication_time_are_counted_to_the_hour() -> None:
    published = dt.datetime(2026, 3, 12, 20, 30, tzinfo=dt.UTC)
    when = resolve("within six hours", published)
    assert (days(when), when.time, when.precision) == (
        ("2026-03-12", "2026-03-13"),
        dt.time(2, 30, tzinfo=dt.UTC),
        "hour",
    )


def test_a_named_zone_becomes_the_offset_of_that_day() -> None:
    summer = resolve("6 p.m. Kyiv time on 1 July 2026", None).time
    winter = resolve("6 p.m. Kyiv time on 1 December 2026", None).time
    assert summer == dt.time(18, tzinfo=dt.timezone(dt.timedelta(hours=3)))
    assert winter == dt.time(18, tzinfo=dt.timezone(dt.timedelta(hours=2)))


def test_a_zone_that_means_several_places_is_left_out() -> None:
    assert resolve("6 p.m. IST on 1 July 2026", None).time == dt.time(18)


def test_local_time_beside_universal_time_gives_its_offset() -> None:
    assert resolve("8 p.m. (0000 GMT) on 1 July 2026", None).time == dt.time(
        20, tzinfo=dt.timezone(dt.timedelta(hours=-4))
    )


def test_a_time_survives_json() -> None:
    when = resolve("8 p.m. ET on 1 July 2026", None)
    assert When.model_validate_json(when.model_dump_json()) == when


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The court ruled on Tuesday.", "2026-03-10"),
        ("The court, which ruled on Tuesday, rose.", "2026-03-10"),
        ("The court will rule on Tuesday.", "2026-03-17"),
        ("The court rules on Tuesday, officials said.", "2026-03-17"),
        ("The court is expected to rule on Tuesday.", "2026-03-17"),
        ("They agreed to meet on Tuesday.", "2026-03-17"),
        ("The vote was postponed to Tuesday.", "2026-03-17"),
        ("The vote is scheduled for Tuesday.", "2026-03-17"),
        ("On Tuesday, the court ruled that it will sit again.", "2026-03-10"),
        ("On Tuesday, the court will hear what was said.", "2026-03-17"),
        ("He said the talks will resume on Tuesday.", "2026-03-17"),
        ("The minister said on Tuesday that talks will resume.", "2026-03-10"),
        ("Three people were killed on Tuesday as they slept.", "2026-03-10"),
        ("The ministry may decide on Tuesday.", "2026-03-17"),
        ("The hearing was to be held on Tuesday.", None),
        ("The hearing was scheduled for Tuesday.", None),
        ("He announced a vote on Tuesday.", None),
        ("The court set a Tuesday deadline.", None),
        ("A quiet Tuesday in the harbour.", None),
        ("It would have ended on Tuesday.", None),
    ],
)
def test_the_verb_that_governs_a_bare_weekday_decides(sentence: str, expected: str | None) -> None:
    expression = "Tuesday"
    assert in_sentence(expression, sentence)[0] == expected


@pytest.mark.parametrize(
    ("expression", "sentence"),
    [
        ("until Tuesday", "The road was closed until Tuesday."),
        ("until Tuesday", "The strike lasted until Tuesday."),
        ("By Tuesday", "By Tuesday, 200 people had fled."),
        ("by Monday", "Last Friday they demanded two million dollars by Monday."),
        ("by Wednesday", "He had promised last Friday to leave by Wednesday."),
        ("until at least Monday", "Schools will stay shut until at least Monday."),
        ("until Monday", "The militia, which had until Monday to leave, is still there."),
    ],
)
def test_a_limit_that_may_be_over_is_unresolved(expression: str, sentence: str) -> None:
    assert in_sentence(expression, sentence) == (None, None)


@pytest.mark.parametrize(
    ("expression", "sentence", "end"),
    [
        ("until Monday", "The rebels who shot a man last Friday have given Lomé until Monday.", "2026-03-16"),
        ("by Friday", "The union told the firm on Wednesday to answer by Friday.", "2026-03-13"),
        ("until Friday", "The kidnappers said the family had until Friday to pay.", "2026-03-13"),
        ("until Friday", "The truce was extended until Friday.", "2026-03-13"),
        ("by Thursday", "The embargo lapses unless it is renewed by Thursday.", "2026-03-12"),
    ],
)
def test_a_limit_that_is_being_set_ends_on_the_coming_weekday(expression: str, sentence: str, end: str) -> None:
    assert in_sentence(expression, sentence) == (None, end)


@pytest.mark.parametrize(
    ("expression", "sentence", "expected"),
    [
        (
            "within 24 hours",
            "Israel on Tuesday ordered the residents to leave within 24 hours.",
            ("2026-03-10", "2026-03-11"),
        ),
        (
            "within 14 days",
            "The court ruled on 3 March. The firm must pay within 14 days.",
            ("2026-03-03", "2026-03-17"),
        ),
        ("within 14 days", "The firm, founded in 1999, must pay within 14 days.", ("2026-03-12", "2026-03-26")),
        ("within 14 days", "In January the court ordered the firm to pay within 14 days.", (None, None)),
        ("within 14 days", "Once the order is signed the firm must pay within 14 days.", (None, None)),
        ("within 14 days", "Talks on Monday and on Tuesday said little of peace within 14 days.", (None, None)),
        ("in three days", "The bridge was hit on Monday and will reopen in three days.", (None, None)),
        (
            "in three days",
            "The minister said on Monday the bridge would reopen in three days.",
            ("2026-03-12", "2026-03-12"),
        ),
        ("30 days", "The judge gave the firm 30 days to appeal.", ("2026-03-12", "2026-04-11")),
        ("30 days", "The firm was closed for 30 days.", (None, None)),
    ],
)
def test_an_amount_counts_from_the_day_that_the_sentence_tells_of(
    expression: str, sentence: str, expected: Days
) -> None:
    assert in_sentence(expression, sentence) == expected


@pytest.mark.parametrize(
    ("expression", "sentence", "expected"),
    [
        ("Two days later", "On 2 March the dam broke. Two days later the town was dry.", "2026-03-04"),
        ("Two days later", "Two days later, on 5 March, the pair were found.", None),
        ("the next day", "The old lease ends on 31 March and the new one starts the next day.", "2026-04-01"),
        ("the next day", "It rained on Monday and on Wednesday but not the next day.", None),
        ("tomorrow", '"We strike tomorrow," the union said on Tuesday.', "2026-03-11"),
        ("tomorrow", "The union said on Tuesday that it strikes tomorrow.", "2026-03-13"),
    ],
)
def test_words_of_another_days_today_count_from_it(expression: str, sentence: str, expected: str | None) -> None:
    assert in_sentence(expression, sentence)[0] == expected


def test_the_nearest_date_gives_way_to_a_verb_that_contradicts_it() -> None:
    assert in_sentence("on January 20", "He will be sworn in on January 20.") == (None, None)
    assert in_sentence("In May", "In May the court ordered him to leave.") == (None, None)
    assert in_sentence("on January 20", "He was sworn in on January 20.") == ("2026-01-20", "2026-01-20")


def test_from_one_date_to_another_is_no_span_where_something_is_moved() -> None:
    assert in_sentence("from March 3 to March 17", "The vote was moved from March 3 to March 17.") == (None, None)
    assert in_sentence("from March 3 to March 17", "It was shut from March 3 to March 17.")[1] == "2026-03-17"


def test_a_night_still_to_come_is_not_told_in_the_past() -> None:
    assert in_sentence("Thursday night", "Two men were shot Thursday night.") == (None, None)
    assert in_sentence("Thursday night", "The curfew begins Thursday night.") == ("2026-03-12", "2026-03-12")


def test_the_tense_counts_from_any_sentence_that_holds_the_expression_alone() -> None:
    context = "He resigned in May. The court will sit on Monday. She had left."
    assert in_sentence("on Monday", context) == ("2026-03-16", "2026-03-16")


def test_two_places_with_different_tenses_leave_a_weekday_open() -> None:
    assert in_sentence("on Monday", "They met on Monday and will meet again on Monday.") == (None, None)


def test_figures_are_read_by_the_language_around_them() -> None:
    german = "Der Vertrag zwischen den beiden Seiten endet am 03.04.2026 um Mitternacht."
    assert in_sentence("03.04.2026", german) == ("2026-04-03", "2026-04-03")
    assert in_sentence("03.04.2026", "The contract between both sides ends on 03.04.2026 at noon.") == (None, None)


def test_a_month_that_two_languages_name_is_read_by_the_context() -> None:
    polish = "Umowa między stronami wygasa dopiero 12 listopada 2026 i nie zostanie przedłużona."
    assert in_sentence("12 listopada 2026", polish) == ("2026-11-12", "2026-11-12")


def test_english_verbs_say_nothing_of_a_weekday_in_another_language() -> None:
    assert in_sentence("am Freitag", "Was er will, was am Freitag war, sagte er.") == (None, None)


def test_a_day_that_must_still_come_is_next_year_s_rather_than_long_past() -> None:
    """Said of now; told of another time, or of a day that passed lately, it stays open."""
    assert in_sentence("by 1 December", "The firm must answer by 1 December.")[1] == "2026-12-01"
    assert in_sentence("by December", "The firm will answer by December.")[1] == "2026-12-31"
    assert in_sentence("by 1 December", "In October a judge had ruled that it must answer by 1 December.")[1] is None
    assert in_sentence("by 15 February", "The firm must answer by 15 February.")[1] is None


def test_a_day_that_is_written_and_not_made_is_told_with_the_remedy() -> None:
    with pytest.raises(InputError, match=r"not str '2026-03-12'; make one with date\.fromisoformat"):
        resolve("by Friday", "2026-03-12")  # type: ignore[arg-type]


@pytest.mark.parametrize("words", [None, 3, b"by Friday"])
def test_an_expression_or_context_that_is_no_str_is_told_by_its_type(words: object) -> None:
    with pytest.raises(InputError, match="the expression must be a str"):
        resolve(words, THURSDAY)  # type: ignore[arg-type]
    with pytest.raises(InputError, match="the context must be a str"):
        resolve("by Friday", THURSDAY, context=words)  # type: ignore[arg-type]
