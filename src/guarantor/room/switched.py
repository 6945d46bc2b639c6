"""Switched views: a party decided to take part, an assumed parameter set to a value."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal

from guarantor.errors import BadParameter, UnknownId
from guarantor.model import CERTAIN, View
from guarantor.room.counted import counts_by
from guarantor.room.discretion import check_may_be_asked


def deciding(view: View, codes: Iterable[str]) -> View:
    """Return a view in which some parties have decided to take part; their terms still count.

    Raises:
        UnknownId: One is no party in view.
        NotForThePublic: The operation is live, and the public asks.
    """
    parties = dict(view.parties)
    for code in codes:
        if code not in parties:
            where = f" in view for {view.audience} as known on {view.as_known_on}"
            raise UnknownId(kind="party", name=code, known=parties, where=where)
        check_may_be_asked(view, code)
        parties[code] = replace(parties[code], decision=CERTAIN, is_decision_given=True)
    return replace(view, parties=parties)


def setting(view: View, values: Mapping[str, Decimal]) -> View:
    """Return a view in which some parameters have other values.

    Raises:
        UnknownId: One is no parameter of the operation.
        BadParameter: One is below 0, or not whole where conditions count by it.
    """
    parameters = dict(view.parameters)
    for name, value in values.items():
        if name not in parameters:
            raise UnknownId(kind="parameter", name=name, known=parameters)
        if value < 0:
            raise BadParameter(name, str(value), "is below 0; give 0 or more")
        if value % 1 and counts_by(view, name):
            raise BadParameter(name, str(value), "is not whole, and at_least counts by it")
        parameters[name] = replace(parameters[name], value=value)
    return replace(view, parameters=parameters)
