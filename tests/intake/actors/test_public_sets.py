"""Coded news sentences that others published: read from beside the project, skipped if absent."""

import pytest

from benchmarks.intake import public_sets
from guarantor.model import Stance

needs_the_sets = pytest.mark.skipif(
    not public_sets.FOLDER.is_dir(), reason="the coded sentences are absent"
)
XML = """
<Sentence date="20080804" id="a" evaluate="true"/>
<EventCoding eventcode="102" sourcecode="KENGOV" targetcode="UGA" />
<EventCoding noevents="True" />
<Text>
Kenya urged
Uganda to wait.
</Text>
"""


@needs_the_sets
def test_the_actors_of_the_gold_records_are_found() -> None:
    """The aim is 95 in a hundred."""
    records = public_sets.plover(public_sets.FOLDER / "PLOVER_GSR_CAMEO.json.txt")
    found, *_ = public_sets.actors(records)

    assert len(records) == 322
    assert found.total > 600
    assert found.right / found.total >= 0.95


def test_a_record_is_read_from_its_mark_up() -> None:
    """Sectors are cut off the codes; a sentence without an event is no record."""
    (record,) = public_sets.records_of(XML)

    assert record.text == "Kenya urged Uganda to wait."
    assert record.actors == (("KEN", ""), ("UGA", ""))
    assert record.source == ("KEN",)
    assert record.stance is Stance.REQUESTED


def test_a_record_without_a_party_is_out_and_counted() -> None:
    """A placeholder names nobody; an invented state is in no table."""
    record = public_sets.Record(
        text="Rebels in Kenya met the UN.",
        actors=(("---", ""), ("KEN", "Kenya"), ("IGO", "UN"), ("ARN", "Arnor")),
        source=("KEN",),
        stance=None,
    )
    found, in_words = public_sets.actors([record])

    assert (found.right, found.total) == (2, 2)
    assert dict(found.left_out) == {
        "without a party (placeholder or sector)": 1,
        "of an invented or unlisted code": 1,
    }
    assert (in_words.right, in_words.total) == (2, 2)
    assert "1.000" in str(found)


def test_stances_and_speakers_are_compared_with_the_records() -> None:
    """By hand: the request is found and is Kenya's; the refusal is not made."""
    asked = public_sets.Record(
        text="Kenya urged Uganda to send troops.",
        actors=(),
        source=("KEN",),
        stance=Stance.REQUESTED,
    )
    missed = public_sets.Record(
        text="It rained.", actors=(), source=("KEN",), stance=Stance.REFUSED
    )
    shares = {one.name: (one.right, one.total) for one in public_sets.stances([asked, missed])}

    assert shares == {
        "pledged: records found": (0, 0),
        "refused: records found": (0, 1),
        "requested: records found": (1, 1),
        "stances: proposals right": (1, 1),
        "speakers right": (1, 1),
    }
