"""Finds things of the document by id."""

from collections.abc import Iterable
from functools import cached_property

from guarantor.brief.content import Figure
from guarantor.brief.document import (
    Assessment,
    EventRow,
    HangsOn,
    LineResult,
    OfferRow,
    PartyRow,
    PropositionRow,
    StatementRow,
)
from guarantor.model import PUBLIC, Basis, Priority, Status


class Index:
    """The document by id, and what its requirement asks for."""

    def __init__(self, document: Assessment) -> None:
        self.document = document

    @cached_property
    def offers(self) -> dict[str, OfferRow]:
        """The contributions, declined ones among them."""
        return {row["id"]: row for row in self.document["offers"]}

    @cached_property
    def parties(self) -> dict[str, PartyRow]:
        """The parties by code."""
        return {row["code"]: row for row in self.document["party_rows"]}

    @cached_property
    def propositions(self) -> dict[str, PropositionRow]:
        """The propositions."""
        return {row["id"]: row for row in self.document["propositions"]}

    @cached_property
    def statements(self) -> dict[str, StatementRow]:
        """The statements."""
        return {row["id"]: row for row in self.document["statements"]}

    @cached_property
    def events(self) -> dict[str, EventRow]:
        """The events, those planned among them."""
        return {row["id"]: row for row in self.document["events"]}

    @cached_property
    def need(self) -> list[LineResult]:
        """The lines that the answer turns on: the essential ones, or all where none is."""
        lines = self.document["lines"]
        return [line for line in lines if line["priority"] == Priority.ESSENTIAL] or lines

    @cached_property
    def capabilities(self) -> tuple[str, ...]:
        """What those lines ask for."""
        return tuple(dict.fromkeys(line["capability"] for line in self.need))

    @cached_property
    def published(self) -> frozenset[str]:
        """What any published requirement asks for."""
        sets = self.document["requirements"]
        return frozenset(line["capability"] for row in sets for line in row["lines"])

    @property
    def is_guarded(self) -> bool:
        """Whether parties' decisions are left out: a live operation, shown to everybody."""
        return (self.document["status"], self.document["audience"]) == (Status.LIVE, PUBLIC)

    @cached_property
    def hangs_on(self) -> list[HangsOn]:
        """What loses offers by failing, most lost first; no party where that is guarded."""
        return self._shown(self.document["hangs_on"])

    @cached_property
    def weakens(self) -> list[HangsOn]:
        """What leaves offers without an alternative by failing; guarded like what loses them."""
        return self._shown([*self.document["hangs_on"], *self.document["weakens"]])

    def _shown(self, rows: list[HangsOn]) -> list[HangsOn]:
        return [row for row in rows if row["kind"] != "party" or not self.is_guarded]

    @cached_property
    def could_stand(self) -> list[str]:
        """The offers that can stand moving together at the floor asked about."""
        asked = self.document["firm"]
        floors = [one for one in self.document["by_firmness"] if one["floor"] == asked]
        return floors[0]["offers"]["moving_together"] if floors else []

    def standing(self, capability: str | None) -> list[OfferRow]:
        """Return what is offered of a capability: not what is declined, withdrawn or on hold."""
        rows = self.offers.values()
        return [row for row in rows if row["is_offer"] and row["capability"] == capability]

    def counted(self, offers: Iterable[str]) -> list[str]:
        """Return those of some offers that count towards the need."""
        known = (self.offers[name] for name in offers if name in self.offers)
        return [row["id"] for row in known if row["capability"] in self.capabilities]

    def own_terms(self, row: OfferRow) -> bool:
        """Tell whether a term of an offer or of its party is on record, common ones aside."""
        party = self.parties.get(row["party"])
        own = any(not term["common"] for term in row["terms"])
        return own or bool(party and party["terms"])

    def shown_literals(self, literals: Iterable[str]) -> list[str]:
        """Return literals without parties' decisions where those are guarded."""
        return [one for one in literals if not (self.is_guarded and one in self.parties)]

    def shown_sets(self, sets: Iterable[list[str]]) -> list[list[str]]:
        """Return sets of literals without those that name a party, where that is guarded."""
        return [one for one in sets if len(self.shown_literals(one)) == len(one)]

    def known(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Return the ids of statements that are among the sources, each once."""
        return tuple(dict.fromkeys(name for name in ids if name in self.statements))

    def figure(self, text: str, evidence: Iterable[str]) -> Figure:
        """Return words that rest on statements."""
        return Figure(text, self.known(evidence))

    def resting(self, text: str, offers: Iterable[str]) -> Figure:
        """Return words that rest on the statements behind some contributions."""
        rows = (self.offers[name] for name in offers if name in self.offers)
        return self.figure(text, (cited for row in rows for cited in row["evidence"]))

    def whose(self, offers: Iterable[str]) -> list[str]:
        """Return the parties behind some contributions, each once."""
        known = (self.offers[name]["party"] for name in offers if name in self.offers)
        return list(dict.fromkeys(known))

    def state(self, proposition: str) -> tuple[str, str, tuple[str, ...]] | None:
        """Return what is on record of a proposition, since when without a break, on which word."""
        row = self.propositions.get(proposition)
        if row is None or not row["record"]:
            return None
        latest = row["record"][-1]
        since, cited = latest["since"], list(latest["evidence"])
        for record in reversed(row["record"][:-1]):
            if record["state"] != latest["state"]:
                break
            since, cited = record["since"], [*record["evidence"], *cited]
        return latest["state"], since, self.known(cited)

    @cached_property
    def sentences(self) -> dict[str, str]:
        """The terms and definitions as sentences, by their text."""
        rows = [*self.offers.values(), *self.parties.values()]
        said = {term["text"]: term["sentence"] for row in rows for term in row["terms"]}
        for one in self.propositions.values():
            if one["when"] and one["when_sentence"]:
                said[one["when"]] = one["when_sentence"]
        return said


VOICED = (str(Basis.STATED), str(Basis.REPORTED))
"""The bases that are somebody's word."""
