"""Small things that many tests need."""

from datetime import date

from guarantor.model import Attribution, DateBasis, Firmness, Stance, Standing, Statement


def statement(name: str, published: date, *, speaker_parties: tuple[str, ...] = ()) -> Statement:
    """Return a statement of which only the id, the day and the speaker matter."""
    return Statement(
        id=name,
        said_on=published,
        published_on=published,
        date_basis=DateBasis.PAGE,
        speaker="somebody",
        speaker_parties=speaker_parties,
        standing=Standing.MINISTER,
        about=speaker_parties,
        kind="troops",
        stance=Stance.PLEDGED,
        firmness=Firmness.PLEDGED,
        quantity="",
        unit="",
        condition="",
        paraphrase="Said something.",
        source=f"https://example.org/{name}",
        attribution=Attribution.NAMED,
        reliability="A",
        credibility=1,
    )
