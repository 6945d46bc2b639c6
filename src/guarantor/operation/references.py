"""Whether everything that is named exists, and was published when it had to be."""

from datetime import date

from guarantor.model import Kind
from guarantor.operation.ids import Ids
from guarantor.operation.reading import MOST_NAMES, Mention, Reading, Target

_NEEDED = {
    Target.STATEMENT: (Kind.STATEMENT,),
    Target.PARTY: (Kind.PARTY,),
    Target.PROPOSITION: (Kind.PROPOSITION,),
    Target.CONTRIBUTION: (Kind.CONTRIBUTION,),
    Target.CAPABILITY: (Kind.CONTRIBUTION, Kind.REQUIREMENT),
    Target.AUDIENCE: (Kind.OPERATION,),
    Target.REQUIREMENT: (Kind.REQUIREMENT,),
    Target.SETTER: (Kind.PARTY, Kind.CONTRIBUTION),
    Target.MEMBER: (Kind.PARTY, Kind.PROPOSITION, Kind.CONTRIBUTION),
}
"""The files that have to be readable before something can be said not to exist."""
_WHERE = {
    Target.STATEMENT: "statements.csv",
    Target.PARTY: "parties.yaml",
    Target.PROPOSITION: "propositions.yaml",
    Target.CONTRIBUTION: "contributions.yaml",
    Target.CAPABILITY: "contributions.yaml and requirements.yaml",
    Target.AUDIENCE: "operation.yaml",
    Target.REQUIREMENT: "requirements.yaml",
    Target.SETTER: "parties.yaml and contributions.yaml",
    Target.MEMBER: "the operation",
}
_FEW = 8
"""How many names a sentence lists."""


def check_mentions(ids: Ids, reading: Reading) -> None:
    """Note every name of something that does not exist."""
    known: dict[Target, set[str]] = {
        Target.STATEMENT: ids.own[Kind.STATEMENT],
        Target.PARTY: set(ids.of(Kind.PARTY)),
        Target.PROPOSITION: set(ids.of(Kind.PROPOSITION)),
        Target.CONTRIBUTION: set(ids.of(Kind.CONTRIBUTION)),
        Target.CAPABILITY: ids.capabilities,
        Target.AUDIENCE: ids.audiences,
        Target.REQUIREMENT: ids.own[Kind.REQUIREMENT],
        Target.SETTER: set(ids.of(Kind.PARTY, Kind.CONTRIBUTION)),
        Target.MEMBER: set(ids.of(Kind.PARTY, Kind.PROPOSITION, Kind.CONTRIBUTION)),
    }
    for mention in reading.mentions:
        names = known[mention.target]
        if mention.name in names or not reading.has_read(*_NEEDED[mention.target]):
            continue
        if mention.target is Target.CAPABILITY:  # offers of it may be yet to come
            reading.warn(mention.place, _absent(mention, names, reading))
        else:
            reading.fault(mention.place, _absent(mention, names, reading))


def _absent(mention: Mention, names: set[str], reading: Reading) -> str:
    near = reading.nearest(mention.name, sorted(names) if len(names) < MOST_NAMES else ())
    few = f"there are {', '.join(sorted(names))}" if 0 < len(names) <= _FEW else ""
    remedy = near or few or "add it there, or name another"
    return f"{mention.name} is no {mention.target} of {_WHERE[mention.target]}; {remedy}"


def check_claims(published: dict[str, date], reading: Reading) -> None:
    """Note every step or record that claims to be known before its evidence was published."""
    for claim in reading.claims:
        day = published.get(claim.statement)
        if day is not None and day > claim.since:
            sentence = (
                f"{claim.statement} was published on {day}, after the {claim.what} claims to be "
                f"known since {claim.since}; give a later day or earlier evidence"
            )
            reading.fault(claim.place, sentence)
