"""Steps of the example's secret offer, drawn: what the coalition knows and the public may not."""

from collections.abc import Sequence

from hypothesis import strategies as st

from guarantor.model import Firmness, Quantity, Step, Term, parse_condition


def secret_steps(terms: Sequence[str]) -> st.SearchStrategy[tuple[Step, ...]]:
    """Return one or two steps told to the coalition alone, on some of these terms."""
    return st.lists(
        st.builds(
            Step,
            since=st.none(),
            evidence=st.just(("BRA-2",)),
            firmness=st.sampled_from(list(Firmness)),
            quantity=st.builds(Quantity.exactly, st.integers(min_value=0, max_value=10**6)),
            terms=st.lists(
                st.sampled_from(terms).map(lambda text: Term(condition=parse_condition(text))),
                max_size=2,
            ).map(tuple),
            releasable_to=st.just(("coalition",)),
        ),
        min_size=1,
        max_size=2,
    ).map(tuple)
