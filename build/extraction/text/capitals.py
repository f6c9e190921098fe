"""What runs of words in capitals are made of; shared by the finders of names."""

TITLE_CASED = frozenset({"headline", "deck"})
"""Regions where capitals say nothing, so that only lists and known surnames are trusted."""

SMALL = (
    r"(?:The|A|An|And|But|Or|If|In|On|At|As|By|For|From|When|While|After|Before|Since|With|Under|"
    r"Although|Because|That|This|These|Those|Both|Our|Their|His|Her|Its|Last|Each|Every|Like|Then|"
    r"Now|Still|Meanwhile|However|Also|Some|Many|Most|Two|Three|Four|Five|Of|To|Not|No|So|Yet|"
    r"What|Who|Why|How|Where|It|He|She|We|They|You|There|Former|Acting|Inside|Earlier|Later|Just|"
    r"Is|Are|Was|Were|Does|Do|Did|Has|Have|Had|Will|Would|Can|Could|Should|May|Subpoenas?|Sues?|"
    r"Orders?|Tells?|Asks?|Serves?|Issues?|Says?|Rejects?|Refuses?|Slams?|Blasts?|Threatens?)"
)
CAP = rf"(?!{SMALL}\b)[A-Z][\w&.’'-]{{0,40}}\w"
GAP = r"[^\S\n]"  # a space of any kind, but no new line
