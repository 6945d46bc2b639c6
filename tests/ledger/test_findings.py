"""Doubts about what is on record, each by hand: when it is told, and when it is not."""

from pathlib import Path

import pytest

from guarantor.ledger import findings, view
from guarantor.model import View
from guarantor.operation import bundled, open_folder
from tests.ledger.folders import said, viewed

ONE_OFFER = """\
- {id: alf-troops, party: ALF, capability: land_troops, unit: persons, firmness: pledged,
   evidence: [S-1]}
"""
PROPOSITIONS = """\
- {id: peace, text: There is peace}
"""


def told(view: View, code: str) -> list[tuple[str, str, tuple[str, ...]]]:
    """Return the findings of a code: about which entry, in which words, on which evidence."""
    return [(one.entry, one.message, one.evidence) for one in findings(view) if one.code == code]


def offer(*, terms: str = "", more: str = "", firmness: str = "pledged", cites: str = "S-1") -> str:
    """Return the text of an offer of troops by Alfland."""
    return (
        "- {id: alf-troops, party: ALF, capability: land_troops, unit: persons, "
        f"firmness: {firmness}, evidence: [{cites}], terms: [{terms}]{more}}}\n"
    )


def test_an_offer_without_a_term_is_told(tmp_path: Path) -> None:
    """Silence is not "unconditional"; a term that we read or assumed is not on record."""
    read = "{if: peace, basis: read}"
    view = viewed(
        tmp_path,
        said("S-1", "2025-03-01"),
        contributions=offer(terms=read),
        propositions=PROPOSITIONS,
    )

    assert told(view, "no_term_on_record") == [
        (
            "alf-troops",
            (
                "Nobody was heard to put a term on alf-troops (Alfland, land troops); that is not "
                "to say that it has none."
            ),
            ("S-1",),
        )
    ]


@pytest.mark.parametrize(
    "texts",
    [
        {"contributions": offer(terms="peace")},
        {"contributions": offer(terms="undisclosed")},
        {"contributions": offer(terms="{if: peace, basis: reported, evidence: [S-1]}")},
        {"contributions": offer(firmness="declined")},
        {"contributions": offer(firmness="delivered")},
        {
            "contributions": offer(),
            "parties": "- {code: ALF, name: A, terms: [{if: peace, basis: stated, "
            "evidence: [S-1]}]}\n",
        },
        {
            "contributions": offer(),
            "header": "common_terms: [{for: [land_troops], if: peace, basis: stated, "
            "evidence: [S-1]}]\n",
        },
    ],
)
def test_a_term_on_record_a_refusal_and_a_delivery_are_not_told(
    tmp_path: Path, texts: dict[str, str]
) -> None:
    """The party's term and one shared by its offers are terms of the offer, too."""
    view = viewed(
        tmp_path,
        said("S-1", "2025-03-01", condition="peace"),
        propositions=PROPOSITIONS,
        **texts,
    )

    assert told(view, "no_term_on_record") == []
    assert told(view, "condition_not_on_record") == []


def test_a_condition_that_is_not_on_record_is_told(tmp_path: Path) -> None:
    """The statement names one, and the offer has no term that anybody voiced."""
    view = viewed(
        tmp_path,
        said("S-1", "2025-03-01", condition="peace first"),
        contributions=ONE_OFFER,
    )

    assert told(view, "condition_not_on_record") == [
        (
            "alf-troops",
            (
                "Statement S-1 of 1 Mar 2025 names a condition (“peace first”), and alf-troops "
                "(Alfland, land troops) has no term on record that anybody stated or reported."
            ),
            ("S-1",),
        )
    ]


def test_the_condition_of_ending_a_pause_is_no_condition_of_the_offer(tmp_path: Path) -> None:
    """It was suspended until somebody moved."""
    view = viewed(
        tmp_path,
        said("S-1", "2025-03-01", condition="Bravia moves", stance="suspended"),
        contributions=ONE_OFFER,
    )

    assert told(view, "condition_not_on_record") == []


REFUSED = """\
- id: backstop
  text: Guarantia stands behind it
  record:
    - {since: 2025-03-02, is: STATE, evidence: [S-2]}
- {id: un_mandate, text: There is a mandate}
- {id: cover, text: There is cover, when: backstop and un_mandate, basis: read, chance: unknown}
"""


@pytest.mark.parametrize(
    ("state", "terms", "needed_by"),
    [
        ("refused", "backstop", "terms on record of alf-troops"),
        ("fails", "cover", "terms on record of alf-troops"),
        ("refused", "un_mandate and cover", "terms on record of alf-troops"),
        ("refused", "'at_least(2, [backstop, un_mandate])'", "terms on record of alf-troops"),
        (
            "refused",
            "{if: backstop, basis: assumed}",
            "terms that we read or assumed of alf-troops",
        ),
        ("refused", "backstop or un_mandate", None),
        ("refused", "cover or un_mandate", None),
        ("refused", "not backstop", None),
        ("refused", "'at_least(1, [backstop, un_mandate])'", None),
        ("refused", "'total(land_troops) >= 5'", None),
        ("refused", "undisclosed", None),
        ("contested", "backstop", None),
        ("stands", "backstop", None),
    ],
)
def test_a_refusal_of_what_a_term_cannot_do_without_is_told(
    tmp_path: Path, state: str, terms: str, needed_by: str | None
) -> None:
    """Directly or through a ``when``; a term that an alternative could meet is not told."""
    view = viewed(
        tmp_path,
        said("S-1", "2025-03-01"),
        said("S-2", "2025-03-02"),
        propositions=REFUSED.replace("STATE", state),
        contributions=offer(terms=terms),
    )
    done = "was refused" if state == "refused" else "has failed"
    sentence = (
        f"“Guarantia stands behind it” (backstop) {done} as of 2 Mar 2025, and is needed by "
        f"{needed_by}."
    )
    evidence = ("S-2",) if "assumed" in terms else ("S-2", "S-1")

    assert told(view, "refused_need") == ([("backstop", sentence, evidence)] if needed_by else [])


def test_a_term_already_impossible_is_not_blamed_on_a_refusal(tmp_path: Path) -> None:
    """Nothing was lost by it."""
    view = viewed(
        tmp_path,
        said("S-1", "2025-03-01"),
        said("S-2", "2025-03-02"),
        propositions=REFUSED.replace("STATE", "refused"),
        contributions=offer(terms="'backstop and at_least(1, [])'"),
    )

    assert told(view, "refused_need") == []


STANDS = """\
- id: un_mandate
  text: The force has a mandate
  record:
    - {since: 2025-03-02, is: STATE, evidence: [S-2]}
- {id: blue_helmets, text: They are blue helmets, when: un_mandate, basis: read}
- {id: own_command, text: They are under their own command, when: not blue_helmets, chance: 0.5}
- id: settled
  text: It is settled otherwise
  when: un_mandate
  record:
    - {since: 2025-03-02, is: fails, evidence: [S-2]}
"""


@pytest.mark.parametrize(
    ("state", "terms", "is_told"),
    [
        ("stands", "not un_mandate", True),
        ("holds", "not un_mandate", True),
        ("stands", "not blue_helmets", True),
        ("stands", "own_command", True),
        ("stands", "'not at_least(1, [un_mandate, own_command])'", True),
        ("stands", "not (un_mandate and own_command)", False),
        ("stands", "un_mandate or not un_mandate", False),
        ("stands", "not settled", False),
        ("stands", "un_mandate", False),
        ("open", "not un_mandate", False),
    ],
)
def test_a_term_that_cannot_hold_while_a_promise_stands_is_told(
    tmp_path: Path,
    state: str,
    terms: str,
    is_told: bool,  # noqa: FBT001  a column of the table
) -> None:
    """Directly, through a definition, or through what a definition shuts out."""
    view = viewed(
        tmp_path,
        said("S-1", "2025-03-01"),
        said("S-2", "2025-03-02", speaker_party="GUA"),
        propositions=STANDS.replace("STATE", state),
        contributions=offer(terms=terms),
    )

    found = told(view, "contradicted_term")

    assert bool(found) is is_told
    for entry, message, evidence in found:
        assert entry == "alf-troops"
        assert f"“The force has a mandate” (un_mandate) {state}, as it does since" in message
        assert message.endswith("2 Mar 2025 on the word of Guarantia.")
        assert evidence == ("S-1", "S-2")


def test_a_promise_of_nobody_named_is_told_as_such(tmp_path: Path) -> None:
    """A newspaper's word has no party."""
    view = viewed(
        tmp_path,
        said("S-1", "2025-03-01"),
        said("S-2", "2025-03-02", speaker_party=""),
        propositions=STANDS.replace("STATE", "stands"),
        contributions=offer(terms="not un_mandate"),
    )

    ((_, message, _),) = told(view, "contradicted_term")
    assert message.endswith("on the word of somebody unnamed.")


STEPS = """\
- id: alf-troops
  party: ALF
  capability: land_troops
  unit: persons
  steps:
    - {since: 2025-03-01, firmness: floated, evidence: [S-1],
       terms: [peace, {if: mandate, basis: reported, evidence: [S-1]}]}
    - {since: 2025-03-05, firmness: pledged, evidence: [S-2]AGAIN}
"""


def test_a_condition_that_later_steps_do_not_repeat_is_told_with_its_day(tmp_path: Path) -> None:
    """Only what the party itself stated: it is the party that did not repeat it."""
    view = viewed(
        tmp_path,
        said("S-1", "2025-03-01"),
        said("S-2", "2025-03-05"),
        propositions="- {id: peace, text: Peace}\n- {id: mandate, text: A mandate}\n",
        contributions=STEPS.replace("AGAIN", ""),
    )

    assert told(view, "not_repeated") == [
        (
            "alf-troops",
            (
                "Of alf-troops (Alfland, land troops), stated terms were not repeated later: "
                "“peace” (last on 1 Mar 2025); later statements are S-2 of 5 Mar 2025."
            ),
            ("S-2",),
        )
    ]


@pytest.mark.parametrize("again", [", terms: [peace]", ", withdraw_terms: [peace]"])
def test_a_condition_repeated_or_taken_back_is_not_told(tmp_path: Path, again: str) -> None:
    """The later step says how it stands."""
    view = viewed(
        tmp_path,
        said("S-1", "2025-03-01"),
        said("S-2", "2025-03-05"),
        propositions="- {id: peace, text: Peace}\n- {id: mandate, text: A mandate}\n",
        contributions=STEPS.replace("AGAIN", again),
    )

    assert told(view, "not_repeated") == []


@pytest.mark.parametrize(
    ("rows", "is_told"),
    [
        ([{"reliability": "C"}], True),
        ([{"reliability": "F"}, {"attribution": "anonymous"}], True),
        ([{"attribution": "media_tally"}], True),
        ([{"attribution": "reported_by_other"}], True),
        ([{"reliability": "B"}], False),
        ([{"reliability": "C"}, {"attribution": "spokesperson"}], False),
    ],
)
def test_an_offer_that_rests_on_relays_alone_is_told(
    tmp_path: Path,
    rows: list[dict[str, str]],
    is_told: bool,  # noqa: FBT001  a column of the table
) -> None:
    """One first-hand statement of a fair source is enough."""
    statements = [said(f"S-{n}", "2025-03-01", **row) for n, row in enumerate(rows, 1)]
    cites = ", ".join(f"S-{n}" for n in range(1, len(rows) + 1))
    view = viewed(tmp_path, *statements, contributions=offer(cites=cites))

    assert bool(told(view, "only_relayed")) is is_told


RECORD = """\
- id: peace
  text: There is peace
  record:
    - {since: 2025-03-01, is: holds, evidence: [S-1]}
    - {since: 2025-03-05, is: open, evidence: [S-2]}
"""


def test_a_record_is_doubted_by_its_latest_sources(tmp_path: Path) -> None:
    """The first record rests on the page of an agency, the latest on an anonymous relay."""
    view = viewed(
        tmp_path,
        said("S-1", "2025-03-01"),
        said("S-2", "2025-03-05", attribution="anonymous", reliability="C", date_basis="inferred"),
        propositions=RECORD,
    )

    assert told(view, "only_relayed") == [
        (
            "peace",
            (
                "The latest record of “There is peace” (peace) rests on relayed or weak sources "
                "alone: S-2 (anonymous, C)."
            ),
            ("S-2",),
        )
    ]
    assert told(view, "inferred_day") == [
        (
            "peace",
            (
                "The latest record of “There is peace” (peace) rests on statements whose day of "
                "publication was inferred, not read off a page: S-2 of 5 Mar 2025."
            ),
            ("S-2",),
        )
    ]


def test_one_day_read_off_a_page_is_enough(tmp_path: Path) -> None:
    """The other may be inferred."""
    view = viewed(
        tmp_path,
        said("S-1", "2025-03-01"),
        said("S-2", "2025-03-05", date_basis="inferred"),
        contributions=offer(cites="S-1, S-2"),
    )

    assert told(view, "inferred_day") == []


@pytest.mark.parametrize(
    ("header", "more", "firmness", "is_told"),
    [
        ("activation: 2025-05-01\nvalid_on: 2025-09-01\n", "", "pledged", True),
        ("activation: 2025-05-01\nvalid_on: 2025-09-01\n", ", notice_days: 0", "pledged", False),
        ("activation: 2025-05-01\nvalid_on: 2025-09-01\n", "", "declined", False),
        ("activation: 2025-05-01\n", "", "pledged", False),
        ("valid_on: 2025-09-01\n", "", "pledged", False),
        (
            (
                "activation: 2025-05-01\nvalid_on: 2025-09-01\n"
                "notice_days_default: {value: 30, basis: assumed}\n"
            ),
            "",
            "pledged",
            False,
        ),
    ],
)
def test_an_unknown_notice_is_told_where_dates_count(
    tmp_path: Path,
    header: str,
    more: str,
    firmness: str,
    is_told: bool,  # noqa: FBT001  a column
) -> None:
    """Where activation or the day is unknown, dates are left aside anyway."""
    view = viewed(
        tmp_path,
        said("S-1", "2025-03-01"),
        header=header,
        contributions=offer(more=more, firmness=firmness),
    )

    assert bool(told(view, "notice_unknown")) is is_told


OWN_REFUSAL = said("S-2", "2025-03-05", stance="refused", firmness="declined")


@pytest.mark.parametrize(
    ("rows", "against"),
    [
        # Guarantia says that Alfland pledged; Alfland refuses: whoever spoke first.
        ([said("S-1", "2025-03-01", speaker_party="GUA", firmness="pledged"), OWN_REFUSAL], "S-1"),
        ([OWN_REFUSAL, said("S-3", "2025-03-06", speaker_party="GUA", firmness="pledged")], "S-3"),
        # A newspaper's tally counts where it gives a firmness.
        (
            [said("S-1", "2025-03-01", speaker_party="", stance="asserted", firmness="floated",
                  attribution="media_tally"), OWN_REFUSAL],
            "S-1",
        ),
        # Alfland's own offer against what an anonymous official of its own denies.
        (
            [
                said("S-1", "2025-03-01"),
                said("S-2", "2025-03-02", stance="denied", attribution="anonymous"),
            ],
            "S-2",
        ),
        # A bare claim against a denial, nobody speaking of an offer.
        (
            [
                said("S-1", "2025-03-01", speaker_party="GUA", stance="asserted"),
                said("S-2", "2025-03-05", stance="denied"),
            ],
            "S-1",
        ),
        # Somebody tallied a refusal of what Alfland offers.
        (
            [
                said("S-1", "2025-03-01"),
                said("S-2", "2025-03-02", speaker_party="", stance="asserted", firmness="declined"),
            ],
            "S-2",
        ),
        # Its own change of mind contradicts nobody.
        ([said("S-1", "2025-03-01"), OWN_REFUSAL], None),
        # Nor does a bare assertion among offers, a condition, a request or a withdrawal.
        ([said("S-1", "2025-03-01", speaker_party="GUA", stance="asserted"), OWN_REFUSAL], None),
        ([said("S-1", "2025-03-01", speaker_party="GUA", stance="conditional",
               firmness="floated"), OWN_REFUSAL], None),
        ([said("S-1", "2025-03-01", speaker_party="GUA", stance="requested"), OWN_REFUSAL], None),
        ([said("S-1", "2025-03-01", speaker_party="GUA", stance="undisclosed",
               firmness="undisclosed"), OWN_REFUSAL], None),
        # Nor what a newspaper says without a firmness, or of another kind, or of anything.
        ([said("S-1", "2025-03-01", speaker_party="", stance="asserted"),
          said("S-2", "2025-03-05", stance="denied")], None),
        ([said("S-1", "2025-03-01", speaker_party="GUA", firmness="pledged", kind="air"),
          OWN_REFUSAL], None),
        ([said("S-1", "2025-03-01", speaker_party="GUA", stance="asserted", kind="other"),
          said("S-2", "2025-03-05", stance="denied", kind="other")], None),
        # Nor do two others, where the party itself said nothing.
        ([said("S-1", "2025-03-01", speaker_party="GUA", firmness="pledged"),
          said("S-2", "2025-03-05", speaker_party="BRA", stance="denied")], None),
    ],
)  # fmt: skip
def test_what_others_say_against_a_partys_own_latest_word_is_told(
    tmp_path: Path, rows: list[str], against: str | None
) -> None:
    """Each case by hand, as its comment says."""
    found = told(viewed(tmp_path, *rows), "contradicting_statements")

    assert [entry for entry, _, _ in found] == (["ALF"] if against else [])
    for _, message, evidence in found:
        assert message.startswith("On troops, the latest word of Alfland itself (S-")
        assert evidence[1:] == (against,)


@pytest.mark.parametrize(
    ("since", "cites", "is_told"),
    [
        ("2025-03-05", "S-2", False),
        ("2025-03-07", "S-1", False),
        ("2025-03-07", "S-3", True),
        ("2025-03-01", "S-1", True),
    ],
)
def test_a_later_step_that_rests_on_either_word_resolves_the_matter(
    tmp_path: Path,
    since: str,
    cites: str,
    is_told: bool,  # noqa: FBT001  a column of the table
) -> None:
    """Whoever keeps the ledger has then weighed the two."""
    steps = f"""\
- id: alf-troops
  party: ALF
  capability: land_troops
  unit: persons
  steps:
    - {{since: {since}, firmness: declined, evidence: [{cites}]}}
"""
    view = viewed(
        tmp_path,
        said("S-1", "2025-03-01", speaker_party="GUA", firmness="pledged"),
        OWN_REFUSAL,
        said("S-3", "2025-03-05", kind="air"),
        contributions=steps,
    )

    assert bool(told(view, "contradicting_statements")) is is_told


CONDITIONAL = said("S-1", "2025-03-01", stance="conditional", condition="a ceasefire first")


def bare(day: str = "2025-03-01", **more: str) -> str:
    """Return what a paper says of Alfland's offer, usually without its condition."""
    given = {"speaker_party": "", "attribution": "reported_by_other", "firmness": "pledged", **more}
    return said("S-2", day, **given)


def test_a_condition_that_others_leave_out_is_told(tmp_path: Path) -> None:
    """Alfland itself named one; the paper of that day tells the offer without it."""
    view = viewed(tmp_path, CONDITIONAL, bare())

    assert told(view, "condition_left_out") == [
        (
            "ALF",
            (
                "On troops, Alfland itself (S-1 of 1 Mar 2025) named a condition, “a ceasefire "
                "first”, which S-2 of 1 Mar 2025 leaves out."
            ),
            ("S-1", "S-2"),
        )
    ]


@pytest.mark.parametrize(
    "statements",
    [
        (CONDITIONAL, bare("2025-02-28")),
        (CONDITIONAL, bare(condition="a ceasefire first")),
        (CONDITIONAL, bare(stance="refused")),
        (CONDITIONAL, bare(kind="airlift")),
        (CONDITIONAL, bare(speaker_party="ALF", attribution="named")),
        (said("S-1", "2025-03-01", stance="conditional"), bare()),
        (said("S-1", "2025-03-01", condition="a ceasefire first"), bare()),
        (CONDITIONAL, bare("2025-03-03"), said("S-3", "2025-03-02", stance="pledged")),
        (bare(),),
    ],
)
def test_no_condition_is_left_out_where_none_was_or_all_was_said(
    tmp_path: Path, statements: tuple[str, ...]
) -> None:
    """Earlier it was not known; the party's latest word is what counts."""
    assert told(viewed(tmp_path, *statements), "condition_left_out") == []


DOCUMENTS = """\
id,source,title,site,published_on,date_basis,origin,reason,releasable_to,sha256,read_from
one,https://one.org,,,,,,,,,
two,https://two.org,,,,,one,,,,
"""


@pytest.mark.parametrize(
    ("second", "is_told"),
    [
        ("https://two.org", True),
        ("https://three.org", False),
        ("https://one.org", False),
        ("", False),
    ],
)
def test_documents_that_all_come_from_one_report_are_told(
    tmp_path: Path,
    second: str,
    is_told: bool,  # noqa: FBT001  a column of the table
) -> None:
    """Two documents and one origin; one document alone is no doubt of this kind."""
    (tmp_path / "documents.csv").write_text(DOCUMENTS)
    view = viewed(
        tmp_path,
        said("S-1", "2025-03-01", source="https://one.org"),
        said("S-2", "2025-03-02", source=second),
        contributions=offer(cites="S-1, S-2"),
    )

    sentence = (
        "Offer alf-troops (Alfland, land troops) rests on 2 documents, and all of them come from "
        "one report: S-1 of 1 Mar 2025 and S-2 of 2 Mar 2025."
    )
    expected = [("alf-troops", sentence, ("S-1", "S-2"))] if is_told else []
    assert told(view, "one_origin") == expected


def test_the_bundled_operations_raise_the_doubts_read_by_hand() -> None:
    """One weak source in the example; in the other the refusals and denials of March 2025."""
    codes = {
        name: {
            (one.code, one.entry)
            for one in findings(viewed_bundle(name))
            if one.code in {"refused_need", "contradicting_statements", "contradicted_term"}
        }
        for name in ("example", "ukraine-2025")
    }

    assert codes["example"] == set()
    assert {
        ("refused_need", "us_backstop"),
        ("contradicting_statements", "RUS"),
        ("contradicting_statements", "UKR"),
    } <= codes["ukraine-2025"]
    assert [(one.code, one.entry) for one in findings(viewed_bundle("example"))] == [
        ("only_relayed", "backstop")
    ]


def viewed_bundle(name: str) -> View:
    """Return what the public sees of a bundled operation."""
    return view(open_folder(bundled(name))[0])
