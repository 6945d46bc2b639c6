"""What a clause does: it denies, keeps back, withdraws, suspends, refuses, asks, offers or tells.

Rules are phrases of the field, tried in the order of :data:`RULES`; the first that fits decides.
Each has a name, which every proposal that rests on it bears.
"""

import re
from typing import NamedTuple

from guarantor.model import Firmness, Stance


class Rule(NamedTuple):
    """A phrase that tells what a clause does.

    Attributes:
        name: How a proposal names it.
        stance: What the clause does.
        firmness: How firm an offer it expresses, where it is one; ``None`` where that is not told.
        pattern: The phrase.
        is_speech: Whether its subject speaks, as in *urged*; else it acts, as in *has suspended*.
    """

    name: str
    stance: Stance
    firmness: Firmness | None
    pattern: re.Pattern[str]
    is_speech: bool = True


def _words(text: str) -> re.Pattern[str]:
    return re.compile(text.replace("’", "'").replace(" ", r"[ \u00a0\n]+"), re.IGNORECASE)


_NOT = r"(?:not|n't|never|no longer)"
_TELL = (
    r"(?:say|specify|disclose|reveal|name|elaborate|comment|discuss|confirm|identify|quantify|"
    r"detail|speculate|spell out|go into|be drawn|be specific|put (?:a|any) (?:figure|number)|"
    r"give (?:a|any|the|its|his|her|their|further|more|details?|numbers?|figures?|names?|reasons?)|"
    r"provide (?:a |any |further |more )?(?:details?|figures?|numbers?|specifics)|share details|"
    r"answer|publish|list|set a date|commit to a (?:date|number|figure))"
)
_REPORTS = (
    r"(?:reports?|claims?|rumou?rs?|allegations?|charges?|accusations?|suggestions?|assertions?|"
    r"insinuations?|notion|account|story|version)"
)
_FALSE = (
    r"(?:false|untrue|invented|baseless|fabricated|fake|unfounded|groundless|nonsense|wrong|fiction|"
    r"(?:a )?(?:plain |outright )?lies?|(?:pure |an? )?invention|(?:pure )?fantasy|propaganda|"
    r"disinformation|misleading|incorrect|inaccurate)"
)
_FORCES = (
    r"(?:men|troops|soldiers|forces|contingent|battalion|brigade|company|companies|unit|units|"
    r"personnel|peacekeepers|monitors|observers|police|officers|engineers|experts|staff)"
)
_OFFER = r"(?:offer|pledge|promise|commitment|contribution|participation|candidate|proposal|consent)"
_TAKE_PART = (
    r"(?:send|deploy|provide|contribute|join|take part|participate|supply|commit|give|lend|second|"
    r"pay|fund|finance|host|help|support|back|station|dispatch|put|make|offer|train|lead|add|double|"
    r"do|go|patrol|share|assist|remain|stay|keep|extend|continue|sign|agree|accept|attend|consider|"
    r"cover|increase|raise|step up|return|release|allow|let|open|transfer|hand over|fly|guard|equip|"
    r"maintain|replace|monitor|protect|secure|shoulder|bear|table|recogni[sz]e|be part|be)"
)

_DENIED = (
    Rule(
        "denied",
        Stance.DENIED,
        None,
        _words(
            rf"\bden(?:y|ies|ied|ying)\b(?! (?:\w+ ){{0,3}}(?:access|entry|permission|passage|visas?))"
            rf"(?<!nor deny)(?<!or deny)"
            rf"|\b(?:refut|rebut|disput)(?:e[sd]?|s|ted|ing)\b"
            rf"|\b(?:dismiss|reject)(?:e[sd]|s|ing)? (?:\w+ ){{0,3}}?(?:{_REPORTS}|as (?:\w+ )?{_FALSE})"
            rf"|\b{_REPORTS}\b[^.;]{{0,80}}\b(?:been|were|was|are|is) (?:\w+ly )?"
            rf"(?:denied|dismissed|rejected|refuted|{_FALSE})\b"
            rf"|\b(?:describ|brand|call|label|term)(?:e[sd]|ed|s)? [^.;]{{0,60}}?\b{_FALSE}\b"
            rf"|\b(?:is|was|are|were) (?:simply |entirely |completely |quite |just |utterly |plainly )?"
            rf"(?:not true|not the case|not correct|{_FALSE})\b"
            rf"|\b(?:no truth|no such (?:thing|agreement|plan|deal|offer|request|order|promise|talks?|"
            rf"decision|incident|attack))\b"
            rf"|\bnever (?:\w+ )?(?:said|agreed|offered|promised|sought|intended|threatened|accepted|"
            rf"requested|consented|consulted|discussed|pledged|ordered|fired|attacked|crossed|claimed|"
            rf"told|proposed|asked|been asked|been consulted|been offered|received|signed|held|"
            rf"abandoned|refused|committed|left|happened|took|existed)\b"
            rf"|\b(?:did|had|has|have)(?:n't| not) (?:refused|threatened|attacked|fired|happened|happen|"
            rf"threaten|fire|attack|abandoned|crossed|broken|violated|agreed|asked|expelled|promised|"
            rf"offered|ordered|taken place|take place|shelled|struck)\b"
            rf"|\b(?:knows?|knew) nothing (?:of|about)\b|\bnobody (?:was|had|has) (?:\w+)\b"
            rf"|\bdistanced (?:itself|himself|herself|themselves) from {_REPORTS}"
        ),
    ),
)
_UNDISCLOSED = (
    Rule(
        "too early to say",
        Stance.UNDISCLOSED,
        None,
        _words(
            r"\b(?:too (?:early|soon)|premature)\b"
            r"|\bneither confirm(?:ed|s)? n?or den(?:y|ied|ies)\b"
            r"|\bnot (?:confirm(?:ed)?|say) or den(?:y|ied)\b"
            r"|\b(?:left|leaves|leaving|leave) (?:it )?open\b"
            r"|\breserv(?:ed|es) (?:its|their|his|her) (?:answer|position|judge?ment|decision)"
            r"|\bleft [^.;]{1,40}\bunanswered\b|\b(?:has|had|have|is) (?:yet to|not yet|still to) "
            r"(?:answer|reply|respond|decide|decided|answered|replied|responded|say|said)\b"
            r"|\b(?:no|not yet a) (?:decision|answer|reply) (?:has|had|was|is|from|yet)\b"
            r"|\b(?:gave|gives|given) no (?:answer|reply|hint|indication)\b"
            r"|\b(?:undecided|evaded|sidestepped|dodged|non-?committal|remained silent|"
            r"stayed silent)\b"
        ),
    ),
    Rule(
        "keeps back",
        Stance.UNDISCLOSED,
        Firmness.UNDISCLOSED,
        _words(
            rf"\b(?:did|does|do|would|will|could|can|has|have|had|may|is|was|am|are)(?: not|n't|not| "
            rf"never)(?: yet| been| going| prepared| willing| ready| to| able| even| so far)* {_TELL}(?:d|ed)?\b"
            rf"|\b(?:did|does|do|would|will|could|has|have|had)(?: not|n't) (?:yet )?(?:be )?"
            rf"(?:disclosed|published|specified|revealed|named|said|given|been (?:disclosed|"
            rf"published|specified|revealed|named|made public|released|given))\b"
            rf"|\b(?:declin|refus)(?:ed|es|ing)? to (?:be )?{_TELL}\b"
            rf"|\b(?:unwilling|reluctant|unable) to {_TELL}\b"
            rf"|\bwithout (?:giving|naming|saying|specifying|disclosing|elaborating|providing|"
            rf"revealing|going into|putting|mentioning)\b"
            rf"|\b(?:kept?|keeps|keeping|remain(?:s|ed)?|is|are|was|were|stay(?:s|ed)?) (?:\w+ )?"
            rf"(?:secret|confidential|undisclosed|under wraps|classified|unspecified)\b"
            rf"|\b(?:kept|keeps|keeping) [^.;]{{1,50}} (?:secret|confidential|to (?:itself|himself|"
            rf"herself|themselves)|back|under wraps)\b"
            rf"|\b(?:undisclosed|unspecified|unnamed|unstated) (?:number|amount|quantity|sum|size|"
            rf"contribution|country|state|force|place|location|date|capabilit)"
            rf"|\b(?:gave|gives?|giving|offered|offers|provided|provides|with|there (?:are|were)) "
            rf"no (?:further |more |precise |exact )?(?:details?|figures?|numbers?|dates?|specifics|"
            rf"names?|sizes?|breakdown|timetable|timeline)\b"
            rf"|\bno (?:further |more )?(?:details?|figures?|numbers?|date|size|specifics) (?:was|were|has|have|is|are)\b"
            rf"|\bgives? neither\b|\bnever (?:published|named|said|disclosed|specified|revealed|"
            rf"explained|given a (?:figure|number))\b"
            rf"|\b(?:go|went|going) no further\b|\bno comment\b|\bthat (?:is|was) all (?:he|she|it|they)\b"
            rf"|\bwould only say\b|\b(?:omit(?:s|ted)|withh(?:e|o)ld)\b"
            rf"|\b(?:silent|vague|coy|tight-lipped|mum) (?:on|about|over)\b|\bwithholds\b"
            rf"|\b(?:does|did|do)(?: not|n't) mention\b|\b(?:unclear|unknown|not known|not clear)\b"
        ),
    ),
)
_WITHDRAWN = (
    Rule(
        "takes back",
        Stance.WITHDRAWN,
        Firmness.WITHDRAWN,
        _words(
            rf"\bwithdr(?:ew|aws?|awn|awing) (?:from|its|their|his|her|the|all|that|an?|this|most)\b"
            rf"|\b(?:has|have|had|be|been|is|are|was|were) withdrawn\b"
            rf"|\b(?:took|takes?|taken|taking) (?:back|home)\b|\b(?:took|takes?|taken|taking|brought|"
            rf"bring|brings|bringing|sent|sends?|called|calls?|flew|flown) (?:its|their|his|her|the|all|"
            rf"our)(?: \w+){{0,3}} (?:home|back home)\b"
            rf"|\b(?:cancel|rescind|retract|revok|scrap|renounc|repudiat|annul)(?:l?ed|s|ling|ing|es)? "
            rf"(?:its|their|the|his|her|that|an?)\b"
            rf"|\b(?:{_OFFER}|airlift|deployment|deal|battalion|unit|hospital|company) (?:\w+ ){{0,4}}?"
            rf"(?:has |have |had |is |was |been )*(?:lapsed|off the table|cancelled|canceled|withdrawn|"
            rf"rescinded|scrapped|expired|void|retracted|revoked)\b"
            rf"|\bpull(?:ed|s|ing)? (?:out|back from)\b|\bpull(?:ed|s|ing)? (?:its|their|the|his) "
            rf"(?:\w+ )?(?:{_FORCES}|{_OFFER}) (?:out|from|back)\b"
            rf"|\bno longer (?:stands? by|offers?|available|willing|ready|part|prepared|intends?|plans?|"
            rf"wishes|belongs?|takes? part|participat\w+|bound|feels? bound|on offer|valid|stands)\b"
            rf"|\b(?:backed|backs|backing|opted|opts|dropped|drops) out\b|\bwants? out\b"
            rf"|\b(?:goes|went|gone|going|backed|backtracked) (?:back )?on (?:its|their|his|the) {_OFFER}"
            rf"|\bended (?:its|their|his) (?:part|participation|mission|contribution|deployment|role)\b"
            rf"|\b(?:quit|quits|quitting|left|leaves|leaving) the (?:mission|force|coalition|operation|"
            rf"alliance|bloc)\b|\bnow (?:be )?stay(?:s|ing)? (?:at )?home\b"
            rf"|\breversed (?:its|their|the) (?:decision|{_OFFER})\b|\bdropped (?:its|their|the) {_OFFER}"
        ),
        is_speech=False,
    ),
)
_SUSPENDED = (
    Rule(
        "puts on hold",
        Stance.SUSPENDED,
        Firmness.SUSPENDED,
        _words(
            r"\bsuspend(?:s|ed|ing)?\b|\bsuspension of\b|\b(?:put|puts|putting|placed|is|are|was|"
            r"were|remains?|remained|be|kept|now)\b[^.;]{0,70}\bon (?:hold|ice)\b"
            r"|\bpaus(?:ed|es|ing)\b|\b(?:announc\w+|declar\w+|order\w+) a pause\b"
            r"|\b(?:froze|frozen|freez(?:es|ing))\b(?! (?:conflict|asset))|\bpostpon(?:ed|es|ing)\b"
            r"|\b(?:halt(?:s|ed|ing)?|stopp(?:ed|ing)|interrupt(?:ed|s))\b[^.;]{0,90}\b(?:until|for now|"
            r"for the time being|pending)\b|\buntil further notice\b|\bshelved\b|\bdeferred\b"
            r"|\bin abeyance\b|\btemporarily (?:halt|stop|withh)\w*\b"
        ),
        is_speech=False,
    ),
)
_NOT_REFUSED = Rule(
    "does not rule out",
    Stance.PLEDGED,
    Firmness.FLOATED,
    _words(
        rf"\b(?:{_NOT}|neither|nor|refus\w+ to|declin\w+ to|without) (?:\w+ ){{0,2}}?"
        rf"(?:rul(?:e[sd]?|ing) (?:\w+ ){{0,3}}?out|exclud(?:e[sd]?|ing)|ruled out)\b"
    ),
)
_REFUSED = (
    Rule(
        "refuses",
        Stance.REFUSED,
        Firmness.DECLINED,
        _words(
            rf"\brul(?:ed|es?|ing) (?:it |this |that |them )?out\b|\bruled out\b|\bexclud(?:e[sd]?|ing)\b"
            rf"|\brul(?:ed|es?|ing) (?:\w+ ){{1,6}}out\b"
            rf"|\brefus(?:e[sd]?|ing|al)\b|\bturn(?:ed|s|ing) (?:it |them |that )?down\b|\brebuff(?:ed|s)\b"
            rf"|\breject(?:s|ed|ing)?\b|\bdeclin(?:ed|es|ing) (?:to|the|an?|its|any)\b"
            rf"|\b(?:will|would|shall|'ll)(?: \w+)? (?:not|never)(?: be)? \w+|\bwo(?:n't|uldn't)\b"
            rf"|\b(?:is|are|was|were|am|'s|'re|be) (?:not|neither|never) (?:going|planning|considering|prepared|ready|"
            rf"willing|intending|about|in a position|inclined|available|minded) (?:to|any|for)\b"
            rf"|\b(?:is|are|was|were) not (?:considering|planning|contemplating|offering|sending|joining|"
            rf"contributing|providing|taking part|participating)\b"
            rf"|\b(?:isn't|aren't|wasn't|weren't) (?:going|planning|considering|prepared|ready|willing)\b"
            rf"|\bno (?:plans?|intention|wish|desire|appetite|interest|question|reason) (?:to|of|for|in|whatever|at)\b"
            rf"|\bnot (?:under consideration|on the table|on the agenda|an option|up for discussion|"
            rf"being considered|open to|our|its plan)\b|\bout of the question\b|\boff the table\b"
            rf"|\b(?:take|takes|taking|play|have|has|want|wants) no part\b|\bnot (?:take|taking) part\b"
            rf"|\b(?:will|would) (?:\w+ )?neither\b|\b(?:will|would|shall) (?:\w+ ){{0,2}}no \w+"
            rf"|\bno (?:\w+ ){{0,3}}{_FORCES} (?:will|would|shall|are going to)\b"
            rf"|\bunwilling to\b|\b(?:does|do|did)(?: not|n't) (?:want|intend|plan|wish|see|accept|agree|"
            rf"support|recogni[sz]e|consent|envisage|foresee)\b|\bsa(?:id|ys|y) no\b"
            rf"|\b(?:oppos(?:e[sd]?|ing)|veto(?:ed|es)|block(?:ed|s))\b|\b(?:against|sees? no reason for) "
            rf"(?:sending|deploying|any|that|the|a)\b|\bhave none of (?:it|that)\b|\bdo(?:es)?(?: not|n't) "
            rf"(?:\w+ ){{1,5}}and (?:we )?wo(?:n't|uld not)\b|\bcannot (?:send|accept|take part|join|agree|"
            rf"contribute|provide)\b|\b(?:can|could)(?: not|n't|not) accept\b|\bunacceptable\b"
        ),
    ),
)
_REQUESTED = (
    Rule(
        "asks others",
        Stance.REQUESTED,
        None,
        _words(
            r"\bcall(?:ed|s|ing)? (?:up)?on (?!\w+day)|\bcall(?:ed|s|ing)? for\b|\b(?:repeat|renew|reiterat)\w* "
            r"(?:\w+ ){0,2}(?:calls?|requests?|appeals?|demands?)\b|\bdemand(?:ed|s|ing)?\b"
            r"|\burg(?:ed|es|ing)\b|\burge\b|\brequest(?:ed|s|ing)\b|\bappeal(?:ed|s|ing)? (?:to|for|on)\b"
            r"|\bask(?:ed|s|ing)? (?!about|when|how|why|whether|if|what|who|where|by)(?:[\w'’-]+ ){1,9}?(?:for|to|that|not)\b"
            r"|\bask(?:ed|s|ing)? for\b|\bask(?:ed|s|ing)? (?:that|to (?:be|receive|see))\b"
            r"|\b(?:is|are|was|were|been|be) (?:also |now )?asked (?:for|to)\b"
            r"|\b(?:want|wants|wanted|wish|wishes|wished|expects?|expected|need|needs|needed|would like) (?!to\b|out\b|no\b)"
            r"(?:[\w'’-]+ ){1,8}?(?:to|in|out|from|on|first|wound|by|lifted|removed|extended|back)\b"
            r"|\bpress(?:ed|es|ing)? (?:[\w'’-]+ ){1,5}(?:for|to)\b|\binvit(?:ed|es|ing) (?:[\w'’-]+ ){1,6}to\b"
            r"|\bpleaded (?:for|with)\b|\bplead(?:s|ing)? (?:for|with)\b|\bbeg(?:ged|s)? (?:for|[\w'’-]+ to)\b"
            r"|\binsist(?:ed|s|ing)? on\b|\b(?:insist|said|say|says|insisted|insists|argued|argues|told)\w* "
            r"(?:\w+ ){0,4}?(?:that )?[^.;]{1,60}\b(?:must|should|ought to|has to|have to|needs? to)\b"
            r"|\b(?:sought|seeks|is seeking|are seeking|was seeking)\b|\bhad hoped for\b|\bhopes? (?:for|that)\b"
            r"|\blobb(?:ied|ies|ying) (?:for|[\w'’-]+ )\b|\bset(?:s|ting)? (?:\w+ ){1,5}a deadline\b"
            r"|\b(?:gave|gives|given) [^.;]{1,40} (?:hours|days|weeks|until \w+) to\b"
            r"|\b(?:recommend|propos|advocat)(?:ed|es|ing|s)? (?:that|an?|the)\b"
            r"|\bwarned [^.;]{1,40} (?:to|against|not to)\b|\b(?:wants|want|wanted) (?:more|a|an|the|guarantees|money|clarity)\b"
            r"|^(?:[\"“])?(?:we|I) (?:need|expect|want)\b|\bplease\b|\bmust (?:stop|leave|withdraw|end|release|"
            r"lift|open|pay|send|give|act|do|allow|respect|return|hand|come)\b"
            r"|\bshould (?:stop|leave|withdraw|end|release|lift|open|pay|send|give|act|do|allow|respect|join|carry|contribute)\b"
        ),
    ),
)
_PLEDGED = (
    Rule(
        "sets apart",
        Stance.PLEDGED,
        Firmness.ALLOCATED,
        _words(
            rf"\b(?:set|sets|setting) aside\b|\bearmark(?:ed|s|ing)\b|\ballocat(?:ed|es|ing)\b"
            rf"|\b(?:has|have|had|parliament|government|cabinet|senate|assembly|committee|deputies|lawmakers|MPs) "
            rf"(?:\w+ ){{0,3}}?(?:approved|authori[sz]ed|voted (?:for|to)|said yes|agreed to release)\b"
            rf"|\bassigned (?:an?|the|its|\d)|\b(?:designated|named) (?:an?|the|its|\d) (?:\w+ ){{0,3}}{_FORCES}"
        ),
    ),
    _NOT_REFUSED,
    Rule(
        "could",
        Stance.PLEDGED,
        Firmness.FLOATED,
        _words(
            rf"\b(?:could|might|may|can) (?:\w+ ){{0,2}}?(?:also |well |even |then )?{_TAKE_PART}\b"
            rf"|\bopen to\b|\b(?:ready|willing|prepared) to (?:consider|discuss|look|talk|think|examine|study)\b"
            rf"|\b(?:is|are|was|were|be|been) (?:\w+ly )?(?:considering|weighing|mulling|examining|studying|exploring|"
            rf"thinking|toying|looking (?:at|into)|contemplating|pondering|debating|discussing|assessing)\b"
            rf"|\b(?:under|into) consideration\b|\bcan imagine\b|\bcould imagine\b|\bconceivable\b|\bfloated\b"
            rf"|\b(?:considers?|considered|contemplates?|weighs|mulls) (?:sending|deploying|joining|a|an|the|\w+ing)\b"
            rf"|\bdid not (?:dismiss|exclude)\b|\bkeeps? (?:the|all|its) (?:door|options?) open\b"
            rf"|\b(?:would|will|to) (?:consider|think about|look at|study|examine)\b|\bperhaps\b"
        ),
    ),
    Rule(
        "is ready to",
        Stance.PLEDGED,
        Firmness.SIGNALLED,
        _words(
            r"\b(?:ready|prepared|willing|determined|keen|minded|poised|inclined) (?:and \w+ )?(?:to|for)\b"
            r"|\bin a position to\b|\bstand(?:s|ing)? ready\b|\b(?:readiness|willingness|intention|intent) (?:to|for)\b"
            r"|\bintend(?:s|ed|ing)? (?:to|for)\b|\bplan(?:s|ned|ning)? (?:to|on)\b|\bplans to\b|\b(?:aims?|hopes?|"
            r"wants?|wishes|would like) to (?:send|deploy|provide|contribute|join|take part|help|support|play|host|"
            r"lead|supply|give|train|keep|double|offer|participate|stay|remain|assist|add|raise|increase)\b"
            r"|\bwould not (?:stand aside|hold back|stay away|be found wanting)\b|\bprepar(?:es|ing|ed) to "
            r"(?:send|deploy|contribute|provide)\b|\bsignal(?:l?ed|s) (?:that|its|their|his|readiness|willingness|support)\b"
            r"|\bsupport(?:s|ed)? the idea\b|\bwould (?:welcome|play|do) (?:its|their|his|a) (?:part|role|share)\b"
            r"|\bplay (?:its|their|our) (?:part|role|full part)\b"
        ),
    ),
    Rule(
        "offers",
        Stance.PLEDGED,
        Firmness.PLEDGED,
        _words(
            rf"\b(?:promis|pledg|volunteer|guarante)(?:e[sd]?|s|ed|ing|eing)\b|\bvow(?:s|ed|ing)?\b"
            rf"|\boffer(?:ed|s|ing) (?:to|an?|the|its|up|\d|\w+ (?:troops|soldiers|million|men)|\w+)"
            rf"|\b(?:has|have|had|is|are) (?:also )?offer(?:ed|ing)\b|\bundert(?:ook|akes?|aking)\b"
            rf"|\bcommit(?:s|ted|ting)? (?:itself|himself|herself|themselves|to|an?|\d|ourselves|\w+ (?:troops|million))"
            rf"|\bagree(?:d|s|ing|ment)? to (?:{_TAKE_PART})\b|\bdecid(?:ed|es) to {_TAKE_PART}\b"
            rf"|\bconfirm(?:ed|s) (?:an?|its|the|that it (?:will|would)|\d)|\bput(?:s|ting)? forward\b"
            rf"|\bannounc(?:ed|es|ing) (?:an?|its|the|that it (?:will|would)|\d|\w+ (?:million|troops|billion))"
            rf"|\b(?:contribut|provid|send|supply|deploy|dispatch)ing\b|\bstand(?:s|ing)? by (?:its|their|the|his)\b"
            rf"|\b(?:new|further|fresh|additional) (?:commitments|pledges|contributions|offers)\b"
            rf"|\b(?:is|are|was|were) to (?:{_TAKE_PART})\b|\b(?:is|are|am|'re|'s|was|were) going to {_TAKE_PART}\b"
            rf"|\b(?:will|shall|would|'ll) (?:\w+ ){{0,2}}?(?:{_TAKE_PART})\b"
            rf"|\b(?:will|shall|would|'ll) (?:also |soon |now |then |gladly )?(?:\w+)\b"
            rf"|\b(?:keep|keeps|continue[sd]?|maintain(?:s|ed|ing)?) (?:to (?:send|provide|supply|support)|"
            rf"sending|supplying|providing|military|arms|aid)\b"
        ),
    ),
)
_DELIVERED = Rule(
    "is there",
    Stance.ASSERTED,
    Firmness.DELIVERED,
    _words(
        rf"\b(?:has|have|had) (?:already |now |since )*(?:sent|deployed|delivered|paid|arrived|provided|stationed|"
        rf"doubled|trained|contributed|handed over|transferred|landed|disbursed|flown)\b"
        rf"|\b(?:are|is|were|was) (?:now |already |fully )*(?:in place|on the ground|deployed|stationed|complete|"
        rf"delivered|there|in theatre|operational|paid|under way)\b"
        rf"|\b(?:sent|deployed|delivered|arrived|provides?|stands at|stood at|now has|keeps|serves?|serving)\b"
        rf"|\b(?:is|are) (?:keeping|leading|running|operating|training)\b|\b(?:arrived|landed|took up) (?:in|at|on|positions)\b"
    ),
    is_speech=False,
)

RULES: tuple[Rule, ...] = (
    *_DENIED,
    *_UNDISCLOSED,
    *_WITHDRAWN,
    *_SUSPENDED,
    *_PLEDGED[:2],
    *_REFUSED,
    *_REQUESTED,
    *_PLEDGED[2:],
    _DELIVERED,
)
"""Every rule, in the order in which they are tried."""


class Found(NamedTuple):
    """The rule that fits a clause, and where its words stand."""

    rule: Rule
    start: int
    end: int


def found(clause: str) -> Found | None:
    """Return the first rule that fits a clause; nothing where it only tells something.

    Example:
        >>> found("Poland is not going to send soldiers").rule.name
        'refuses'
        >>> found("Poland does not rule out sending soldiers").rule.name
        'does not rule out'
    """
    text = clause.replace("’", "'")
    for rule in RULES:
        if match := rule.pattern.search(text):
            return Found(rule, match.start(), match.end())
    return None
