"""A small operation as text, for tests that break it in one place."""

from pathlib import Path

from guarantor.operation import Checked, check_folder

OPERATION = """\
id: small
name: A small force
as_known_on: 2025-03-15
requirement: watch
audiences:
  friends: [AAA]
groups:
  offers: [aaa-troops, bbb-troops]
parameters:
  others: {value: 1, low: 1, high: 2}
  share: 0.5
common_terms:
  - {for: [land], if: ceasefire, basis: assumed}
"""
PARTIES = """\
- {code: AAA, name: Aland, roles: [host], decision: 0.9}
- code: BBB
  name: Beland
  terms:
    - {if: "at_least(others, offers)", basis: stated, evidence: [B-1]}
"""
PROPOSITIONS = """\
- {id: ceasefire, text: It holds, chance: {low: 0.2, high: 0.4}}
- id: backstop
  text: Somebody stands behind it
  record:
    - {since: 2025-02-01, is: open, evidence: [A-1]}
    - {since: 2025-03-01, is: holds, evidence: [A-1]}
- {id: peace, text: There is peace, when: ceasefire and backstop, basis: stated}
"""
CONTRIBUTIONS = """\
- id: aaa-troops
  party: AAA
  capability: land
  unit: persons
  steps:
    - {since: 2025-02-01, firmness: signalled, terms: [backstop], evidence: [A-1]}
    - {since: 2025-03-01, quantity: 500, withdraw_terms: [backstop], evidence: [B-1]}
- id: bbb-troops
  party: BBB
  capability: land
  unit: persons
  firmness: pledged
  quantity: {low: 100, high: 200}
  evidence: [B-1]
"""
REQUIREMENTS = """\
watch:
  lines:
    - {id: land, capability: land, need: 300, unit: persons}
"""
ARRANGEMENTS = """\
- {topic: command, state: open, evidence: [A-1]}
"""
_COLUMNS = (
    "id,said_on,published_on,date_basis,speaker,speaker_party,standing,about,kind,stance,"
    "firmness,quantity,unit,condition,paraphrase,source,attribution,reliability,credibility"
)
STATEMENTS = f"""{_COLUMNS}
A-1,2025-01-31,2025-02-01,page,Ann,AAA,minister,AAA;BBB,,pledged,,,,,So.,https://a.org,named,A,1
B-1,2025-02-28,2025-03-01,page,Bea,BBB,minister,BBB,,pledged,,1-2,,,"So, too.",,named,B,2
"""
EVENTS = """\
id,day,until,kind,text,participants,status,evidence
talks,2025-02-10,2025-02-12,meeting,They met,AAA;BBB,held,A-1
"""
ASKS = """\
id,asked_by,asked,change,text,asked_on,due,answer,answered_on,cost,releasable_to,evidence,note
more,AAA,BBB,add bbb-troops: 500,Send more,2025-03-02,2025-03-20,,,1.5,friends;public,,So far
stay,AAA;BBB,AAA,drop aaa-troops: (backstop),,2025-02-02,,partly,2025-03-01,,,A-1;B-1,
"""
"""A register of asks, which the small operation goes without."""
SMALL = {
    "operation.yaml": OPERATION,
    "parties.yaml": PARTIES,
    "propositions.yaml": PROPOSITIONS,
    "contributions.yaml": CONTRIBUTIONS,
    "requirements.yaml": REQUIREMENTS,
    "arrangements.yaml": ARRANGEMENTS,
    "statements.csv": STATEMENTS,
    "events.csv": EVENTS,
}


def write_small(folder: Path, **changed: str | bytes | None) -> Path:
    """Write the small operation, with the files named by their stem changed, left out or added."""
    for name, text in {**SMALL, "asks.csv": None}.items():
        new = changed.get(name.partition(".")[0], text)
        if new is not None:
            (folder / name).write_bytes(new.encode() if isinstance(new, str) else new)
    return folder


def check_small(folder: Path, **changed: str | bytes | None) -> Checked:
    """Return what the check says of the small operation with some files changed."""
    return check_folder(write_small(folder, **changed))


def broken(name: str, old: str, new: str) -> str:
    """Return a text of the small operation in which something stands in place of another."""
    text = SMALL[name]
    assert text.count(old) >= 1, old
    return text.replace(old, new, 1)


def faults_of(folder: Path, name: str, old: str, new: str) -> list[str]:
    """Return the faults of the small operation with one thing in one file changed."""
    changed = broken(name, old, new)
    return list(map(str, check_small(folder, **{name.partition(".")[0]: changed}).faults))
