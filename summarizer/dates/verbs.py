"""The verb forms that tell past from future around an expression, as tables."""

from __future__ import annotations

MODALS = frozenset("will shall would must should may might can could cannot ca wo gonna".split())
PRESENT_BE = frozenset("is are am 's".split())
PAST_BE = frozenset("was were".split())
HAVE = frozenset("has have".split())
# Words that stand inside a verb group without ending it.
IN_GROUP = frozenset(
    "not also be been being have now still then soon either both already just never ever all reportedly again".split()
)

# "was scheduled", "was to": whether it came about is open. Bare or with "is" they look ahead.
PENDING = frozenset(
    "scheduled due set expected planned slated supposed meant going to timed billed likely poised".split()
)
# "postponed to Friday": the target lies ahead of the telling.
MOVED = frozenset(
    "postponed moved delayed rescheduled adjourned pushed extended brought put deferred prolonged shifted".split()
)
MOVE_TARGETS = frozenset("to until till for".split())
# "agreed to meet": the infinitive lies ahead.
PROSPECTIVE = frozenset(
    "agreed agree agrees plans plan planned planning expects expected wants want wanted vowed vows promised promises"
    " ordered orders asked asks told tells urged urges threatened threatens pledged pledges hopes hoped intends intended"
    " decided decides scheduled set due demanded demands offered offers proposed proposes undertook warned called"
    " required requires obliged summoned invited ready prepared preparing poised likely".split()
)
# "announced a vote on Friday": the announcement or the vote? Past only right beside the day.
ANNOUNCED = frozenset(
    "announced called agreed proposed demanded promised planned arranged convened set offered granted gave given"
    " threatened warned scheduled refused declined wanted expected ordered approved confirmed requested sought"
    " postponed moved delayed rescheduled adjourned pushed extended cancelled canceled".split()
)
# Present forms that news uses for what is on the calendar.
PRESENT_EVENTS = frozenset(
    "expires expire ends begins begin starts start opens closes meets meet votes lapses lapse resumes resume arrives"
    " leaves departs returns faces goes visits travels holds hosts decides rules sits appears plays becomes falls takes"
    " take comes runs convenes reopens elapses marks kicks gathers vote".split()
)
PAST_FORMS = frozenset(
    "said did had went came took made gave got held met told found left saw began ran broke struck hit fell rose won"
    " lost sent shot fought fled flew drove led spoke wrote stood sat kept brought built bought sold paid put set cut"
    " became blew burnt burst caught chose dealt drew fed felt grew hid hurt knew laid lay lent let lit meant read rode"
    " rang sang sank shook shut slept spent split spread stole sued swept taught thought threw tore understood withdrew"
    " woke wore wound overran overthrew undertook bound bore beat been done gone seen taken given written broken fallen"
    " shown known stolen thrown driven flown drawn sunk sworn swore".split()
)
# Ends like a past form, or is one, but seldom tells a time.
NOT_PAST = frozenset(
    "need indeed feed speed seed breed bleed red hundred armed united wounded injured aged sacred naked according based"
    " led-by alleged so-called exceed proceed succeed bed shed sled wed unprecedented related regarding let put set cut"
    " hit read hurt spread split shut cost bid".split()
)
DETERMINERS = frozenset("the a an its his her their our my your this that these those some any all".split())
# Past states that last up to a limit: "held until Tuesday" looks back.
LASTED = frozenset(
    "held lasted continued remained stayed ran was were raged dragged worked lived served waited detained closed"
    " jailed hospitalised hospitalized stuck kept".split()
)
# Where a clause ends.
BOUNDARIES = frozenset(
    ', ; : — " “ ” „ « » ( ) that which who whom whose but and while when if after because although though whereas'.split()
)
# Who tells something on a day: what is to come counts from there.
TELLING = frozenset(
    "said told announced ordered ruled gave set issued demanded warned declared stated added ordered decreed decided"
    " called vowed threatened promised pledged urged imposed granted instructed asked".split()
)
