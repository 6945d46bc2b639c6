"""What a brief says, section by section: the opening, the five answers, and what they rest on."""

from guarantor.brief.sections.adding_up import adding_up
from guarantor.brief.sections.arrangements import arrangements
from guarantor.brief.sections.contested import contested
from guarantor.brief.sections.deciding import deciding
from guarantor.brief.sections.deliveries import deliveries
from guarantor.brief.sections.doubts import doubts
from guarantor.brief.sections.indispensable import indispensable
from guarantor.brief.sections.losses import losses
from guarantor.brief.sections.movement import movement
from guarantor.brief.sections.offers import offers
from guarantor.brief.sections.opening import opening
from guarantor.brief.sections.over_time import over_time
from guarantor.brief.sections.parties import parties
from guarantor.brief.sections.requirements import requirements
from guarantor.brief.sections.sources import sources
from guarantor.brief.sections.spread import spread
from guarantor.brief.sections.waits import waits

__all__ = [
    "adding_up",
    "arrangements",
    "contested",
    "deciding",
    "deliveries",
    "doubts",
    "indispensable",
    "losses",
    "movement",
    "offers",
    "opening",
    "over_time",
    "parties",
    "requirements",
    "sources",
    "spread",
    "waits",
]
