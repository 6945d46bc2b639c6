"""What a clause is about: one of the kinds that statements are sorted into."""

import re
from collections.abc import Mapping
from types import MappingProxyType

OTHER = "other"
_TABLE: tuple[tuple[str, int, str], ...] = (
    ("encirclement", 3, r"encircl\w+|surrounded|besieged|cut off from|pocket"),
    ("prisoners", 3, r"prisoners?|detainees?|hostages?|captives?|prisoner exchange|swap"),
    ("elections", 3, r"elections?|polling|ballots?|runoff|voters?"),
    ("sanctions", 3, r"sanctions?|restrictive measures|embargo|asset freeze|economic restrictions|price cap"),
    ("airlift", 3, r"airlift\w*|strategic lift|transport (?:aircraft|planes?|helicopters?)|C-?130\w*|C-?17\w*|A400M"),
    ("police", 3, r"police|gendarmes?|gendarmerie|constabulary|riot units?"),
    ("medical", 3, r"hospitals?|medical|medics?|ambulances?|doctors?|surgeons?|surgical|medevac|clinics?|field hospital"),
    ("engineering", 3, r"engineers?|engineering|mine[- ]?clear\w+|demin\w+|de-min\w+|sappers?|bridg(?:es?|ing)|mines\b|bulldozers?"),
    ("naval", 3, r"naval|navy|frigates?|warships?|ships?|minehunters?|minesweepers?|corvettes?|submarines?|sailors?|patrol boats?|destroyers?|vessels?"),
    ("intelligence", 3, r"intelligence|satellite (?:imagery|images|pictures)|reconnaissance|surveillance|early warning|radar\b"),
    ("air", 3, r"aircraft|helicopters?|jets?|F-?16s?|Typhoons?|Rafales?|Gripens?|Eurofighters?|air (?:cover|policing|patrols?|support|power|defen[cs]e|force)|airfields?|air base|fighters? (?:jets?|planes?)|pilots?|drones? unit|unmanned aircraft"),
    ("training", 3, r"training|trainers?|train (?:\w+ ){0,3}(?:soldiers|recruits|troops|police|brigades?|forces|men)|trained|instructors?|train\b"),
    ("logistics", 3, r"logistics?|logistical|trucks?|lorr(?:y|ies)|vehicles?|fuel|depots?|transit|railway|supply (?:lines?|route|hub)|warehouses?|tents|generators|transport\b|rations?|spare parts|laborator(?:y|ies)|equipment"),
    ("military_aid", 3, r"military (?:aid|assistance|support|help)|weapons?|arms\b|ammunition|shells|missiles?|tanks?|howitzers?|air-defen[cs]e systems?|interceptors?|artillery|arms deliveries|support (?:to|for) Ukraine|lethal|aid package|security assistance|armou?red vehicles for Ukraine"),
    ("backstop", 3, r"backstop|guarantees?|security umbrella|nuclear umbrella|security guarantees?|article 5|deterrent|safety net"),
    ("funding", 2, r"fund(?:s|ing|ed)?|financ\w+|budget\w*|trust fund|money|tranche|million (?:euros?|dollars?|pounds?|francs?|kron\w+)|billion|euros?|dollars?|francs?|pay(?:s|ing|ment)?\b|paid\b|donors?|costs?|shortfall|stipends?|reimburs\w+|[$€£]\s?\d"),
    ("humanitarian", 3, r"humanitarian|relief|refugees?|displaced|aid (?:convoys?|workers?|agenc\w+|trucks)|food|corridors?|famine|evacuat\w+|civilians? (?:out|to leave)|river port"),
    ("peace_agreement", 3, r"peace (?:agreement|deal|accord|treaty|settlement|plan|process|talks|negotiations?)|final settlement|political settlement|give up (?:a|any|its) \w+|territorial concessions?|accords?\b"),
    ("ceasefire", 3, r"cease-?fires?|truce|cessation of hostilities|armistice|stop(?:ping)? the (?:fighting|shooting)|lay down (?:its|their) arms|halt to the fighting|violations? of the"),
    ("mandate", 3, r"mandates?|mandated|resolutions?|legal basis|authoris\w+|authoriz\w+|rules of engagement|terms of reference|Chapter VII|re-?hatted|UN operation|standby force to be activated|be activated"),
    ("command", 3, r"command(?:s|ed|ing)?\b|headquarters|chain of command|lead the (?:force|mission)|deputy (?:head|commander)|post of"),
    ("monitoring", 2, r"monitors?\b|monitoring|observers?|observ(?:e|ation|ing)|verif\w+|patrol(?:s|led|ling)?|watch posts?|cameras?|observation posts?|inspect\w+|ceasefire line|inspectors?"),
    ("withdrawal", 2, r"withdraw(?:al|als|n|s|ing)?|withdrew|pull(?:ed|ing|s)?[- ]?out|pull(?:ed|ing|s)? back|exit|drawdown|leave the (?:country|territory|area|mission)|departure|wound up|go home|take its men home|abandon\w*|vacat\w+"),
    ("consent", 2, r"consents?|accept(?:s|ed|ing)? (?:\w+ ){0,3}(?:peacekeepers|troops|force|soldiers|mission|presence)|permission|permit(?:s|ted)?|host (?:the|a|its|foreign)|status (?:of forces )?agreement|agreed to (?:\w+ )?(?:peacekeepers|troops|force)|allow (?:\w+ ){0,4}(?:in|onto|on its soil|to enter|to deploy|to cross)|on its (?:soil|territory)|visas?|overflight"),
    ("attack", 2, r"attack(?:s|ed|ing)?|shell(?:ing|ed)|strikes?\b|struck|ambush\w*|fired?\b|firing|bomb\w*|offensive|raid\w*|guns|rockets?|mortars?|drones?|explosions?|jamm\w+|assault\w*|killed|shot\b|clash\w*|abuses?|massacre|incursion|advance\b"),
    ("control", 2, r"control(?:s|led)?\b|captured|seiz\w+|territor\w+|overran|occup\w+|retak\w+|reclaim\w*|recaptur\w+|positions\b|villages?|came back|take over|took over|strategic grounds|fell to|holds the|frontline"),
    ("planning", 2, r"planning|planners?|operational phase|concept of operations|chiefs of (?:defen[cs]e|staff)|contingency|roadmap|blueprint|plans?\b(?! to)|wish list|timetable|preparations?"),
    ("meeting", 2, r"meet(?:s|ing|ings)?\b|summits?|talks\b|conference|conven\w+|gather(?:s|ed|ing)?|negotiat\w+|briefing|session|call with|on the call|delegations?|consultations?|dialogue|envoys?|round of"),
    ("membership", 2, r"membership|rejoin\w*|join(?:s|ed|ing)? (?:the )?(?:union|alliance|bloc|NATO|EU|ECOWAS|coalition)|accession|member of|leave the (?:bloc|union|coalition|community)|a return\b|readmi\w+|part of the coalition"),
    ("coalition", 2, r"coalition(?:'s)? (?:structure|members?|numbers?|partners?|of)|(?:members|shape|structure|size|numbers) of the coalition|coalition's|leave the coalition|coalition\b"),
    ("troops", 1, r"troops?|soldiers?|battalions?|brigades?|compan(?:y|ies)|platoons?|contingents?|peacekeepers?|peacekeeping|infantry|boots on the ground|servicemen|personnel|regiments?|forces?\b|deploy\w*|military (?:intervention|presence|personnel|initiative)|reassurance force|combat units?|units?\b|special forces|men\b|participation|take part|rotation|paratroopers|marines|army"),
    ("contributions", 0, r"contribut\w+|offers?\b|offered|pledges?\b|pledged|commitments?|share\b|figures|assets|capabilit\w+|enablers?|participat\w+|help\b|support\b|assist\w*"),
)
KINDS: tuple[str, ...] = (*(kind for kind, _, _ in _TABLE), OTHER)
"""Every kind, in the order in which equals are told apart."""
_PATTERNS: Mapping[str, tuple[int, re.Pattern[str]]] = MappingProxyType(
    {kind: (weight, re.compile(rf"\b(?:{words})(?!\w)", re.IGNORECASE)) for kind, weight, words in _TABLE}
)


def kind(text: str) -> str:
    """Return what a text is about: the most special kind it names, among equals the first named.

    Example:
        >>> kind("will send 850 police officers")
        'police'
        >>> kind("the weather was fine")
        'other'
    """
    named = (
        (-weight, match.start(), order, name)
        for order, (name, (weight, pattern)) in enumerate(_PATTERNS.items())
        if (match := pattern.search(text))
    )
    best = min(named, default=None)
    return best[3] if best else OTHER
