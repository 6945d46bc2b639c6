"""Who is meant? A text in; the states, organisations and office holders that it names out."""

from guarantor.intake.actors.mentions import mentions
from guarantor.intake.actors.reading import read
from guarantor.intake.actors.tables import former_codes
from guarantor.intake.actors.words import Mention, Recognised

__all__ = ["Mention", "Recognised", "former_codes", "mentions", "read"]
