"""Temporary."""
from dataclasses import dataclass
from guarantor.model import *  # noqa
KINDS = ("troops","monitoring","backstop","ceasefire","other")
@dataclass(frozen=True)
class Fingerprint:
    name: str
@dataclass(frozen=True)
class _O:
    documents: tuple
    def reason_of(self, n): return ""
@dataclass(frozen=True)
class _R:
    score: float = 1.0
    reason: str = ""
def fingerprint(document, passages): return Fingerprint(document.name)
def origins(prints, **k): return tuple(_O((p.name,)) for p in prints)
def relevance(document, parts, *, parties, propositions): return _R()
def propose(document, *, dated, parties, propositions, capabilities=()):
    from guarantor.intake.sentences import sentences
    from guarantor.intake.passages import passages
    out=[]
    code=next(iter(parties),"")
    for p in passages(document):
        s=p.spans[0]
        for one in list(sentences(document.text.readable[s.start:s.end]))[:1]:
            sp=Span(s.start+one.start,s.start+one.end)
            out.append(Proposal(span=sp,quote=document.text.readable[sp.start:sp.end],speaker="Somebody",speaker_parties=(code,) if code else (),standing=Standing.MINISTER,about=(code,) if code else (),stance=Stance.PLEDGED,kind="troops",firmness=Firmness.PLEDGED,quantity="500",unit="persons",rule="pending"))
    return tuple(out)
