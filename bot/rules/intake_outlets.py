"""Newspapers, broadcasters and agencies as people write them in a sentence.

Names that mean nothing else count as they stand, in small letters too. Names that are also ordinary words (the sun, the mail, the
mirror, an independent observer) count only where the sentence treats them as somebody: with "the" and a capital, or with what only
people do ("the echo want a picture").
"""

import re

_FLAGS = re.IGNORECASE

UNMISTAKABLE = (
    r"(?:bbc )?(?-i:[Rr]adio (?!Check)[A-Z][a-z]+)|bbc radio (?:\d(?: live)?|one|two|three|four|five live|six)|times radio(?! silence)",
    r"bbc(?! (?:children in need|iplayer|sounds))(?: (?:radio )?(?:news|one|two|online|wales|scotland|newsnight|northern ireland))?",
    r"itv(?: (?:news|granada|tyne tees|anglia|wales|meridian|central|calendar|border))?|itn|sky news|gb news|talk ?tv|lbc|s4c|stv",
    r"channel (?:4|5|four|five)(?: news)?|(?:4|5) news|al jazeera|cnn|reuters|press association|pa media|associated press|bloomberg",
    r"daily (?:mail|mirror|express|star|telegraph|record|post)|mail ?online|mail on sunday",
    r"sunday (?:times|mirror|mail|express|post|telegraph)",
    r"financial times|new statesman|private eye|big issue|huffpost|buzzfeed|vice news|the spectator|evening standard|guardian newspaper",
    r"community care magazine|nursing times|inside housing|third sector|local government chronicle|health service journal|the mj",
    r"panorama|newsnight|woman's hour|look north|look east|points west|midlands today|today programme|good morning britain|newsround",
    r"radio (?:\d|one|two|four|five live)(?: live)?(?! (?:check|batter))",
    r"politico|openly local|nation\.? ?cymru|golwg|byline times|novara media|open ?democracy|disability news service",
    r"scotsman|irish (?:news|times|independent|examiner)|utv|rt[eé]|the nolan show|newsbeat|file on (?:4|four)|the one show",
    r"new york times|washington post|wall street journal|usa today|sydney morning herald|times of india|haaretz|abc news|fox news",
    r"npr|cbc|nhk|(?:der )?spiegel|die zeit|s[uü]ddeutsche(?: zeitung)?|zdf|deutsche welle|le monde|le figaro|france 24",
    r"agence france.presse|afp|euronews|el pa[ií]s|el mundo|la repubblica|corriere della sera|gazeta wyborcza",
    r"(?:de )?volkskrant|dagens nyheter|aftonbladet|dispatches (?:programme|team|want|crew)",
    r"(?:\w+ ?live(?:\.co\.uk)?(?= (?:have|has|is|are|want|put|publish|report)))|wales ?online|local democracy report\w+",
    r"tiktok news|heart fm|capital fm|hits radio|\w+ fm(?= |,|$)|(?:local|hospital|student) radio",
)
"""Regular expressions, in small letters or not. Only what could be nothing else."""

LOCAL = [
    "Advertiser",
    "Argus",
    "Bugle",
    "Chronicle",
    "Courier",
    "Echo",
    "Examiner",
    "Express",
    "Gazette",
    "Globe",
    "Guardian",
    "Herald",
    "Independent",
    "Journal",
    "Leader",
    "Mail",
    "Mercury",
    "Messenger",
    "News",
    "Observer",
    "Post",
    "Press",
    "Record",
    "Recorder",
    "Reporter",
    "Sentinel",
    "Standard",
    "Star",
    "Sun",
    "Telegraph",
    "Times",
    "Tribune",
    "Visitor",
]
"""What local papers are called, after the name of their place: the Northbank Echo, the Yorkshire Post."""

AMBIGUOUS = [
    "Argus",
    "Chronicle",
    "Courier",
    "Echo",
    "Examiner",
    "Express",
    "Gazette",
    "Guardian",
    "Herald",
    "Independent",
    "Mail",
    "Metro",
    "Mirror",
    "Observer",
    "Post",
    "Record",
    "Spectator",
    "Standard",
    "Star",
    "Sun",
    "Sunday",
    "Telegraph",
    "Times",
    "Tribune",
    "Vice",
    "Sky",
    "PA",
    "Today",
]
"""Names that are ordinary words too."""

_DOING = (
    r"(?:want|wants|wanted(?! for| in| at)|has|have|had|is|are|were|was|rang|ring|rings|ringing|called|calls|calling|phoned|phoning|"
    r"emailed|asked|asks|asking|keeps?|on the (?:line|phone)|at the door|in reception|just|again|would|will|printed|"
    r"contacted|messaged|quoted|published|publish|turned up|wrote|got (?:in touch|hold)|reporter|journalist|photographer|"
    r"man|woman|newspaper|website)"
)
_BEFORE = r"(?:from|for|with|at|by|off|in|to|is|are|it's|that's|call from|the)"
_OUR_OWN = frozenset(
    [
        "The",
        "A",
        "An",
        "Our",
        "Your",
        "Any",
        "This",
        "That",
        "Some",
        "Good",
        "Bad",
        "Breaking",
        "Local",
        "Latest",
        "Sad",
        "Great",
        "Lovely",
        "Happy",
        "No",
    ]
)
_NEVER_AFTER = r"(?! of (?:the|this|a) |ian|'s (?:order|consent)|s? (?:ad litem|appointed))"

_UNMISTAKABLE = re.compile(rf"\b(?:the )?(?:{'|'.join(UNMISTAKABLE)})\b", _FLAGS)
_PLACED = re.compile(
    rf"\b(?:the )?((?:[A-Z][a-z]+ ){{1,2}})({'|'.join(LOCAL)})(?:\.co\.uk)?\b{_NEVER_AFTER}",
)
_PAIRED = re.compile(rf"\b(?:[Tt]he )?((?:{'|'.join(LOCAL)}) (?:and|&) (?:{'|'.join(LOCAL)}))\b")
_CAPITAL = re.compile(
    rf"(?:\b{_BEFORE} |\b[Tt]he |^|[.!?:,\-] )((?:{'|'.join(AMBIGUOUS)})(?: (?:newspaper|online|website))?)\b{_NEVER_AFTER}"
)
_ACTING = re.compile(
    rf"\b(?:the |from |^)(?P<name>{'|'.join(AMBIGUOUS)})(?:'s)? {_DOING}\b|"
    r"\b(?:reporter|journalist|journo|writer|editor|photographer|someone|somebody|works?|writes?|chap|guy|lad|bloke|gentleman|woman|man|lady)"
    rf"(?: \w+){{0,3}} (?:from|for|off|at) (?:the )?(?P<of>{'|'.join(AMBIGUOUS)})\b{_NEVER_AFTER}",
    _FLAGS,
)
_PAPERS = "Advertiser|Argus|Chronicle|Echo|Gazette|Globe|Herald|Mercury|News|Post|Sentinel|Telegraph|Times|Tribune"
_LOCAL_ACTING = re.compile(
    rf"(?:\bthe |\A(?!\w+ing |the ))(\w+ (?:{_PAPERS})) (?:wants?|wanted|rang|called|phoned|e-?mailed|asked|contacted|messaged|keeps?"
    r"|reporter|journalist|photographer|writer"
    r"|(?:is|are|have been|has been) (?:asking|doing|running|writing|after|on to|ringing|calling))\b",
    _FLAGS,
)
"""A place's paper in small letters, where it does what only people do."""

_HARDLY = frozenset({"Today", "Sunday", "Sky", "PA", "Vice", "Post"})
"""With a capital, these are more often a day, a manager's assistant or a letter than an outlet."""

_DAYS_AND_LETTERS = frozenset({"Today", "Sunday", "Post"})
_WITH_ARTICLE = frozenset({"bbc", "press association"})
_WITHOUT_ARTICLE = frozenset({"sky", "itv", "channel", "gb", "4", "5", "private"})

_ACTS_LIKE_WEATHER = re.compile(
    r"(?i)^(?:the )?(?:sun|star|sky|mail|post|mirror|times|echo|metro|record) (?:is|are|was|were|has|have|had)\b"
)


def outlet_in(text: str) -> str:
    """The first outlet that the text names, as it is written there; "" where it names none."""
    readers = (_known, _paired, _placed, _in_small_letters, _capital, _acting)
    found = [match for match in (reader(text) for reader in readers) if match is not None]
    return min(found, key=lambda one: (one[0], -len(one[1])))[1] if found else ""


def with_article(outlet: str) -> str:
    """The outlet as it is called in a sentence: the BBC, the Northbank Echo, Sky News."""
    words = outlet.lower().split() or [""]
    takes_one = outlet.lower() in _WITH_ARTICLE or words[-1].title() in {*LOCAL, *AMBIGUOUS} - _HARDLY
    return f"the {outlet}" if takes_one and words[0] not in _WITHOUT_ARTICLE else outlet


def _known(text: str) -> tuple[int, str] | None:
    match = _UNMISTAKABLE.search(text)
    return None if match is None else (match.start(), _bare(match.group()))


def _paired(text: str) -> tuple[int, str] | None:
    """Two names in one: the Press and Journal, the Express & Star."""
    match = _PAIRED.search(text)
    return None if match is None else (match.start(), match[1])


def _in_small_letters(text: str) -> tuple[int, str] | None:
    match = _LOCAL_ACTING.search(text)
    return None if match is None else (match.start(1), match[1])


def _placed(text: str) -> tuple[int, str] | None:
    """A place's name and a paper's: two capitals or more. The first word of a sentence is a capital by itself."""
    for match in _PLACED.finditer(text):
        words = match[1].split()
        if words[-1] not in _OUR_OWN:
            place = [word for word in words if word not in _OUR_OWN]
            return match.start(), " ".join([*place, match[2]])
    return None


def _capital(text: str) -> tuple[int, str] | None:
    """A capital where no sentence begins: "from the Sun", "the Mirror has"."""
    for match in _CAPITAL.finditer(text):
        somebody = match.group().startswith(("from ", "off ", "with ")) or any(
            _acting(text[start:][:60]) for start in (match.start(), match.start(1))
        )
        if match[1] in _HARDLY and not somebody:
            continue
        begins = match.start(1) == 0 or text[: match.start(1)].rstrip().endswith((".", "!", "?", ":"))
        if not begins or _acting(text[match.start(1) :]):
            return match.start(1), match[1]
    return None


def _acting(text: str) -> tuple[int, str] | None:
    """An ordinary word that does what only people do. "The sun is out" and "the mail has come" do not."""
    for match in _ACTING.finditer(text):
        capital = bool(match["name"]) and match["name"][0].isupper() and match.start("name") > match.start()
        if (match["name"] or "").title() in _DAYS_AND_LETTERS and match.start("name") == match.start():
            continue
        if match["name"] and _ACTS_LIKE_WEATHER.match(match.group()) and not capital:
            continue
        return match.start(), match["name"] or match["of"]
    return None


def _bare(name: str) -> str:
    return re.sub(r"(?i)^the ", "", name)
