"""Writes a drawn coalition as a folder that can be served: ``python -m benchmarks.web.folder OUT``.

The same coalitions as those of the other benchmarks. JSON is YAML, so the files are written as it.
"""

import json
import re
from collections.abc import Iterable
from pathlib import Path

import click

from benchmarks.viability.generator import coalition
from guarantor.model import Chance, Offer, Term, View

_HEAD = (
    "id,said_on,published_on,date_basis,speaker,speaker_party,standing,about,kind,stance,firmness,"
    "quantity,unit,condition,paraphrase,source,attribution,reliability,credibility"
)
_SAID = (
    "S-1,2025-03-01,2025-03-01,page,A drawn speaker,,press,,troops,asserted,,,,,"
    "Drawn for a benchmark.,https://example.org/drawn,named,B,2"
)
_CODE = re.compile(r"\bP(\d\d)\b")


def write_folder(view: View, folder: Path) -> None:
    """Write a coalition as a folder; its parties are called X01 and so on, as organisations are."""
    folder.mkdir(parents=True, exist_ok=True)
    head = {
        "id": "drawn",
        "name": f"Drawn: {len(view.parties)} parties, {len(view.offers)} contributions",
        "question": "Does it add up?",
        "status": "historical",
        "activation": "unknown",
        "valid_on": "unknown",
        "as_known_on": view.as_known_on.isoformat(),
        "requirement": view.requirement,
        "firm": view.firm.value,
        "groups": {name: list(members) for name, members in view.groups.items()},
    }
    _write(folder / "operation.yaml", head)
    _write(folder / "parties.yaml", [_party(view, code) for code in view.parties])
    _write(folder / "propositions.yaml", [_proposition(view, name) for name in view.propositions])
    _write(folder / "contributions.yaml", [_offer(one) for one in view.offers.values()])
    _write(folder / "requirements.yaml", _requirements(view))
    (folder / "statements.csv").write_text(f"{_HEAD}\n{_SAID}\n", encoding="utf-8")


def _write(path: Path, value: object) -> None:
    path.write_text(_CODE.sub(r"X\1", json.dumps(value, indent=1)), encoding="utf-8")


def _chance(chance: Chance) -> dict[str, float]:
    return {"low": chance.low, "high": chance.high}


def _terms(terms: Iterable[Term]) -> list[dict[str, object]]:
    return [{"if": term.text, "basis": "stated", "evidence": ["S-1"]} for term in terms]


def _party(view: View, code: str) -> dict[str, object]:
    party = view.parties[code]
    return {
        "code": code,
        "name": f"Party {code[1:]}",
        "roles": ["contributor"],
        "decision": _chance(party.decision),
        "terms": _terms(party.terms),
    }


def _proposition(view: View, name: str) -> dict[str, object]:
    one = view.propositions[name]
    row: dict[str, object] = {"id": name, "text": one.text, "chance": _chance(one.chance)}
    return row if one.when is None else {**row, "when": str(one.when), "basis": "read"}


def _offer(offer: Offer) -> dict[str, object]:
    return {
        "id": offer.id,
        "party": offer.party,
        "capability": offer.capability,
        "unit": offer.unit,
        "quantity": {"low": float(offer.quantity.low), "high": float(offer.quantity.high or 0)},
        "firmness": offer.firmness.value,
        "terms": _terms(offer.terms),
        "fulfilment": _chance(offer.fulfilment),
        "evidence": ["S-1"],
    }


def _requirements(view: View) -> dict[str, object]:
    return {
        name: {
            "text": "Everything that is needed",
            "lines": [
                {
                    "id": line.id,
                    "capability": line.capability,
                    "need": {"low": float(line.need.low or 0), "high": float(line.need.high or 0)},
                    "unit": line.unit,
                    "priority": line.priority.value,
                }
                for line in requirement.lines
            ],
        }
        for name, requirement in view.requirements.items()
    }


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--parties", default=60, show_default=True)
@click.option("--contributions", default=2000, show_default=True)
@click.option("--seed", default=1, show_default=True)
def main(folder: Path, parties: int, contributions: int, seed: int) -> None:
    """Write a coalition drawn from a seed into FOLDER."""
    write_folder(coalition(parties=parties, contributions=contributions, seed=seed), folder)


if __name__ == "__main__":
    main()
