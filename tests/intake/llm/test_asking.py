"""What a language model is asked: the text once, without what leads back to us."""

import json
from datetime import date

import pytest

from guarantor.intake.llm import Task, messages, portions
from guarantor.model import Attribution, Firmness, Stance, Standing
from tests.intake.llm.texts import PARAGRAPHS, document, task


def test_boilerplate_is_not_sent_and_a_repeated_passage_once() -> None:
    """Four paragraphs, one of the page's and one twice: three are sent."""
    (portion,) = portions(document(*PARAGRAPHS, PARAGRAPHS[3]))

    assert [passage.text for passage in portion] == [
        PARAGRAPHS[0],
        "Senegal offered between one and two hundred police. Rain fell.",
        "Rain fell again and again.",
    ]


def test_a_document_without_text_asks_nothing() -> None:
    """There is nothing to send."""
    assert portions(document("Read also: more")) == ()


def test_a_long_document_goes_in_portions() -> None:
    """At 5,000 characters each two passages fit into 12,000; one of 20,000 goes alone."""
    long = [f"{number} {'a' * 4_998}" for number in range(3)]

    found = portions(document(*long, "b" * 20_000, "c"))

    assert [[passage.text[:1] for passage in portion] for portion in found] == [
        ["0", "1"],
        ["2"],
        ["b"],
        ["c"],
    ]


def test_the_user_message_is_the_passages_and_the_task_as_json() -> None:
    """So that nothing in the text can pass for a message."""
    (portion,) = portions(document('He said: “Stop."}]'))

    (system, user) = messages(portion, task())

    assert (system.role, user.role) == ("system", "user")
    assert json.loads(user.content) == {
        "dated": "2025-03-05",
        "parties": {"POL": "Poland", "ZZ1": "A region"},
        "propositions": {"truce": "There is a truce."},
        "passages": [{"passage": 1, "text": 'He said: “Stop."}]'}],
    }


def test_neither_name_nor_hash_of_the_document_is_told() -> None:
    """A file's name can say who has it."""
    one = document("Some text.", name="/home/somebody/leaked.txt")

    (system, user) = messages(portions(one)[0], Task(kinds=("troops",)))

    assert "leaked" not in system.content + user.content
    assert one.sha256 not in system.content + user.content
    assert json.loads(user.content)["dated"] is None


@pytest.mark.parametrize("words", [Stance, Standing, Firmness, Attribution, ("troops", "police")])
def test_every_word_of_the_closed_lists_is_told(words: tuple[str, ...]) -> None:
    """A model cannot keep to lists it does not know."""
    (system, _) = messages((), Task(kinds=("troops", "police"), dated=date(2025, 1, 1)))

    assert [word for word in words if word not in system.content] == []
    assert '{"statements": [ … ]}' in system.content
