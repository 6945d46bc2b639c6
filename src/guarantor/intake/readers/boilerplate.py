"""What belongs to a page and not to what it tells, told by its words alone."""

import re

_LONGEST = 240
"""Characters of the longest block that is taken for a notice."""
_NETWORKS = r"(?:x|twitter|facebook|instagram|linkedin|telegram|whatsapp|bluesky|threads|youtube)"
_FORMS = (
    r"(?:please )?share (?:this|on|via|with)\b.{0,60}",
    r"(?:share|tweet|print|e-?mail|copy link|comments?|menu|search|subscribe|advertisement)",
    r"(?:sponsored|newsletter|sign (?:in|up)|log in|back to top|skip to \w+(?: \w+)?)",
    r"(?:share|like|follow|find|join) us (?:on|at)\b.{0,80}",
    rf"follow .{{1,40}} on {_NETWORKS}.{{0,40}}",
    r"(?:continue reading|scroll (?:down )?to continue|click here to (?:read|continue)).{0,60}",
    r"(?:read|see|show|load|view) (?:more|also|next|all)",
    r"(?:most read|most popular|trending|more (?:from|on) .{1,40})(?: (?:now|today))?",
    r"(?:recommended|related|popular|more|latest)(?: for you| articles?| stories| news| posts?)",
    r"(?:story|article) continues (?:below|after)\b.{0,40}",
    r"(?:sign up|subscribe|register)\b.{0,60}\b(?:newsletters?|inbox|e-?mail alerts?).{0,120}",
    r"(?:we|this (?:web)?site|our (?:web)?site|our partners)\b.{0,80}\bcookies?\b.{0,160}",
    r"by (?:continuing|using|clicking)\b.{0,80}\b(?:cookies?|terms of use|privacy policy).{0,120}",
    r"(?:accept|reject|manage|allow) (?:all )?(?:cookies|preferences|settings)",
    r"(?:cookie|privacy) (?:policy|notice|settings|preferences|statement)",
    r"terms (?:of (?:use|service)|and conditions)",
    r"(?:copyright|©|\(c\)) .{0,160}",
    r".{0,120}\ball rights reserved\b.{0,80}",
    r"(?:view|open|read) (?:this )?(?:e-?mail|message) in (?:your |a )?(?:web )?browser",
    r"(?:to )?unsubscribe\b.{0,120}",
    r"(?:image source|photo(?:graph)?|image|picture): .{1,80}",
    r"getty images",
    r"page \d{1,4}(?: of \d{1,4})?",
)
_SURE = re.compile(rf"(?:{'|'.join(_FORMS)})[\s.:!…»>]*", re.IGNORECASE)
_SENTENCES = re.compile(r"(?<=\w\w)[.!?][\"”’)]?\s+\S")


def is_notice(text: str) -> bool:
    """Tell whether a block is surely none of what a page tells: to share, to subscribe, cookies.

    A block of several sentences is one only when it is about cookies or about rights: who asks for
    a subscription at the end of a paragraph told something before.

    Example:
        >>> is_notice("Share this article"), is_notice("They share this article of the treaty.")
        (True, False)
    """
    if len(text) > _LONGEST or _SURE.fullmatch(text) is None:
        return False
    return not _SENTENCES.search(text) or "cookie" in text.lower() or text.startswith("©")
