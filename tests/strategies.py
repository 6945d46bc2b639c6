"""Hypothesis strategies that many tests share."""

from decimal import Decimal

from hypothesis import strategies as st

from guarantor.model import (
    LANGUAGE_WORDS,
    AtLeast,
    Atom,
    Condition,
    Not,
    Total,
    all_of,
    any_of,
)

ids = st.from_regex(r"[A-Za-z][A-Za-z0-9_]{0,6}(-[a-z0-9_]{1,4}){0,2}", fullmatch=True).filter(
    lambda name: name not in LANGUAGE_WORDS
)
counts = st.one_of(st.integers(min_value=0, max_value=99), ids)
amounts = st.one_of(
    ids, st.decimals(min_value=0, max_value=1_000_000, places=2).map(lambda n: Decimal(f"{n:f}"))
)
leaves: st.SearchStrategy[Condition] = st.one_of(
    st.builds(Atom, ids),
    st.builds(AtLeast, counts, st.one_of(ids, st.lists(ids, max_size=4).map(tuple))),
    st.builds(Total, ids, amounts),
)
conditions: st.SearchStrategy[Condition] = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.builds(Not, inner),
        st.lists(inner, min_size=2, max_size=4).map(lambda parts: all_of(*parts)),
        st.lists(inner, min_size=2, max_size=4).map(lambda parts: any_of(*parts)),
    ),
    max_leaves=12,
)
"""Every condition that the language can say."""
