"""What stands? The book of entries, what an audience may see of it, and what is doubtful in it."""

from guarantor.ledger.book import drafts, seal_all, standing, verify
from guarantor.ledger.change import Change, ChangeKind
from guarantor.ledger.changes import changes
from guarantor.ledger.decided import apart, folded
from guarantor.ledger.findings import findings
from guarantor.ledger.needs import blocked_terms, once_failed, once_held
from guarantor.ledger.origins import documents_in_view
from guarantor.ledger.release import released
from guarantor.ledger.views import view
from guarantor.ledger.visibility import known_audiences

__all__ = [
    "Change",
    "ChangeKind",
    "apart",
    "blocked_terms",
    "changes",
    "documents_in_view",
    "drafts",
    "findings",
    "folded",
    "known_audiences",
    "once_failed",
    "once_held",
    "released",
    "seal_all",
    "standing",
    "verify",
    "view",
]
