"""What a governing word makes of a period: "by X" ends with it, "from X" begins with it, "before X" ends before it."""

from __future__ import annotations

from collections.abc import Callable

from summarizer.dates import arithmetic
from summarizer.dates.lexicon import Governor
from summarizer.dates.scene import Direction, Meaning, Period, Scene, UnclearError


def governed(governor: Governor, inner: Meaning) -> Meaning:
    """The meaning of an expression under its governing word."""
    return lambda scene: _GOVERNORS[governor](scene, inner)


def _by(scene: Scene, inner: Meaning) -> Period:
    return _bound(inner(scene.under(Direction.FUTURE, limit=True)), start=False)


def _before(scene: Scene, inner: Meaning) -> Period:
    period = inner(scene.under(Direction.FUTURE, limit=True, strict=True))
    if period.time or period.closing:
        return _bound(period, start=False)
    first = period.span[0]
    return _bound(period._replace(end=arithmetic.shift(first, -1), start=None), start=False)


def _from(scene: Scene, inner: Meaning) -> Period:
    """From then on: a bare weekday goes by the verb, but a date without its year is the nearest, or in doubt."""
    return _bound(inner(scene.under(scene.around.direction() or Direction.FUTURE, nearest=True)), start=True)


def _since(scene: Scene, inner: Meaning) -> Period:
    return _bound(inner(scene.under(Direction.PAST)), start=True)


def _after(scene: Scene, inner: Meaning) -> Period:
    period = inner(scene)
    if period.time:
        return _bound(period, start=True)
    last = period.span[1]
    return _bound(period._replace(start=arithmetic.shift(last, 1), end=None), start=True)


def _bound(period: Period, *, start: bool) -> Period:
    """One bound of a period; UnclearError where its ends are no limits, or it has no such end."""
    kept = period.start if start else period.end
    if period.vague or kept is None:
        raise UnclearError("no such limit")
    return Period(kept, None, period.precision, period.time) if start else period._replace(start=None)


_GOVERNORS: dict[Governor, Callable[[Scene, Meaning], Period]] = {
    "by": _by,
    "before": _before,
    "from": _from,
    "since": _since,
    "after": _after,
    "on": lambda scene, inner: inner(scene),
}
