"""The verb forms that tell past from future around an expression, as tables."""

from __future__ import annotations


def _forms(words: str) -> frozenset[str]:
    return frozenset(words.split())


# "once the order is signed": an amount in the same sentence may count from there.
EVENT_CONJUNCTIONS = _forms("once when whenever upon after following")
# Verbs whose participle is no past form: "will stay shut".
LINKING = _forms("be stay remain keep become get")
MODALS = _forms("will shall would must should may might can could cannot ca wo")
PRESENT_BE = _forms("is are am")
PAST_AUXILIARIES = _forms("was were had")
HAVE = _forms("has have")
# What they say of the future is told as of now, never of an earlier day.
TOLD_AS_OF_NOW = HAVE | PRESENT_BE | _forms("will shall can may wo")
BINDING = _forms("must shall")
# "had said that it must pay": told of an earlier time.
EARLIER_PAST = _forms("had")
# Words that stand inside a verb group without ending it.
IN_GROUP = _forms(
    "not also be been being have now still then soon either both already just never ever all reportedly again"
)
# "was scheduled": whether it came about is open. Bare, or with "is", they look ahead.
PENDING = _forms("scheduled due expected planned slated supposed meant timed poised")
# "postponed to Friday": the target lies ahead of the telling.
MOVED = _forms("postponed moved delayed rescheduled adjourned pushed extended brought put deferred prolonged shifted")
MOVE_TARGETS = _forms("to until till for")
# "agreed to meet": the infinitive lies ahead.
PROSPECTIVE = _forms(
    "agreed agree agrees plans plan planned planning expects expected wants want wanted vowed vows promised promises"
    " ordered orders asked asks told tells urged urges threatened threatens pledged pledges hopes hoped intends"
    " intended decided decides scheduled set due demanded demands offered offers proposed proposes undertook warned"
    " called required requires obliged summoned invited prepared poised gave given gives granted allowed had"
)
# "announced a vote on Friday": the announcement or the vote? Past only right beside the day.
ANNOUNCED = _forms(
    "announced called agreed proposed demanded promised planned arranged convened set offered granted gave given"
    " threatened warned scheduled refused declined wanted expected ordered approved confirmed requested sought"
    " postponed moved delayed rescheduled adjourned pushed extended cancelled canceled"
)
# What is called for a day to come; whom or a place one calls on that very day.
CALLED_FOR = frozenset(
    "election elections vote poll ballot referendum strike strikes walkout meeting session summit conference rally"
    " protest protests march demonstration hearing talks congress inquiry halt end boycott".split()
)
# Past acts behind which "by Friday" still looks ahead of them.
SETTING_LIMITS = (
    PROSPECTIVE
    | ANNOUNCED
    | MOVED
    | _forms("said added stated declared ruled decreed issued insisted instructed directed imposed sentenced fined")
)
# Who tells something on a day: what is told counts from there.
TELLING = _forms(
    "said told announced ordered ruled gave issued demanded warned declared stated added decreed decided vowed"
    " threatened promised pledged urged imposed granted given instructed asked agreed set insisted predicted estimated"
    " wrote"
)
# "gave the rebels 72 hours"
GRANTING = _forms("gave give gives given giving grant grants granted granting allow allows allowed allowing")
HAVING = _forms("has have had having got get gets")
# Present forms that news uses for what is on the calendar.
PRESENT_EVENTS = _forms(
    "expires expire ends begins begin starts start opens closes meets meet votes lapses lapse resumes resume arrives"
    " leaves departs returns faces goes visits travels holds hosts decides rules sits appears plays becomes falls takes"
    " take comes runs convenes reopens elapses marks kicks gathers"
)
PAST_FORMS = _forms(
    "said did went came took made gave got held met told found left saw began ran broke struck hit fell rose won"
    " lost sent shot fought fled flew drove led spoke wrote stood sat kept brought built bought sold paid"
    " became blew burnt burst caught chose dealt drew fed felt grew hid knew laid lay lent lit meant rode"
    " rang sang sank shook slept spent stole sued swept taught thought threw tore understood withdrew"
    " hit put cut set shut woke wore overran overthrew undertook bound bore beat been done gone seen taken given"
    " written broken fallen shown known stolen thrown driven flown drawn sunk sworn swore"
)
# Ends like a past form, or is one, but seldom tells a time.
NOT_PAST = _forms(
    "need indeed deed heed weed reed feed speed seed breed bleed red hundred armed united wounded injured aged sacred"
    " naked according based alleged exceed proceed succeed bed shed sled wed unprecedented related let read hurt spread"
    " split cost bid"
)
DETERMINERS = _forms("the a an its his her their our my your this that these those some any all")
# "was sentenced to death"
AFTER_SENTENCED = _forms("death life prison jail")
# Where a clause ends.
BOUNDARIES = _forms(
    ', ; : — " “ ” „ « » ( ) that which who whom whose but and while when if after because although though whereas'
)
