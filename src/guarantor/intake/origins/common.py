"""Common words: names and numbers that stand in reports which have nothing to do with another.

They are weighed as common whatever stands in the batch, because a batch of three documents cannot
tell what is rare. The lists are short on purpose: a batch of any size corrects them by its counts.
"""

_TITLES = (
    "mr mrs ms dr sir gen lt col maj capt sgt brig adm amb prof rev st hon sen rep gov pres jr sr "
    "no vs"
)
TITLES = frozenset(_TITLES.split())
"""Abbreviations whose full stop ends no sentence."""

_OPENERS = (
    "the a an this that these those it its he she they we i you his her their our my your who what "
    "which when where why how and but or nor so yet if as at by for from in into of on to with "
    "under over after before during since until while although though because despite however "
    "meanwhile there here not no yes all both each some many most few several more other another "
    "such only also even still just then now once earlier later today yesterday tomorrow is are "
    "was were be been has have had do does did will would can could may might must should shall "
    "let asked according about against among around between beyond without within near off out up "
    "down through across"
)
OPENERS = frozenset(_OPENERS.split())
"""Words that a sentence begins with and that are no names."""

_UNITS = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty"
)
_TENS = "thirty forty fifty sixty seventy eighty ninety"
NUMBER_WORDS = {word: str(number) for number, word in enumerate(_UNITS.split(), 2)} | {
    word: str(10 * number) for number, word in enumerate(_TENS.split(), 3)
}
"""Numbers in words; ``one`` is left out, because it mostly is no number."""

SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "m": 1e6,
    "bn": 1e9,
}
"""Words behind a number that multiply it."""

_COMMON_NAMES = (
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december "
    "president prime minister foreign defence defense secretary general chancellor ambassador "
    "spokesman spokeswoman spokesperson chief commander colonel major captain king queen sir mr "
    "mrs ms dr parliament senate congress council assembly government ministry army navy air force "
    "united nations nation un eu nato african european union security international organisation "
    "organization republic democratic state states north south east west northern southern eastern "
    "western central africa europe asia america middle american british french german russian "
    "ukrainian chinese english us uk usa britain france germany russia "
    "ukraine china london paris berlin moscow kyiv washington brussels geneva york new city "
    "reuters afp ap bbc associated press news agency"
)
COMMON_NAMES = frozenset(_COMMON_NAMES.split())
"""Days, months, offices, bodies, the largest states and the agencies that reports come from."""
