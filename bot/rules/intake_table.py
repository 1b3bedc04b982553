"""What the reader of the intake channel looks for: words, what they are a sign of, and how much that weighs. Change it here.

Each line is a sign, a weight and what it looks like (regular expressions, in small letters or not). A sign counts once, by its
heaviest match. A message reads like an enquiry, or like a story, when its signs weigh enough together; docs/intake.md says what that
gives. Signs below nothing speak against: the printer's paper is no newspaper.
"""

import re
from dataclasses import dataclass
from enum import StrEnum


class Reads(StrEnum):
    """What a message reads like."""

    ENQUIRY = "enquiry"
    STORY = "story"
    NEITHER = "neither"


class Sign(StrEnum):
    """What in a message speaks for or against it."""

    OUTLET = "outlet"  # by name: see bot.rules.intake_outlets
    REPORTER = "reporter"
    CREW = "crew"
    PAPERS = "papers"
    PRESS_REQUEST = "press_request"
    COMMENT = "comment"
    PUBLISHING = "publishing"
    DEADLINE = "deadline"
    CONTACT = "contact"
    ASKING = "asking"
    WHAT_TO_SAY = "what_to_say"
    PRIDE = "pride"
    CELEBRATION = "celebration"
    GOOD_NEWS = "good_news"
    PRAISE = "praise"
    AWARD = "award"
    ACHIEVEMENT = "achievement"
    GIVING = "giving"
    JOY = "joy"
    NUMBERS = "numbers"
    PEOPLE = "people"
    EVERYDAY = "everyday"  # office matters: speaks against
    SARCASM = "sarcasm"


@dataclass(frozen=True, slots=True)
class Look:
    """One line of the table."""

    sign: Sign
    weight: int
    pattern: re.Pattern[str]


def _looks(reads: str) -> tuple[Look, ...]:
    """The lines of a table: a sign, its weight, and the rest of the line as the pattern."""
    parts = (line.split(maxsplit=2) for line in reads.strip().splitlines())
    return tuple(
        Look(Sign(sign), int(weight), re.compile(rf"(?<!\w)(?:{pattern})", re.IGNORECASE))
        for sign, weight, pattern in parts
    )


ENOUGH = {Reads.ENQUIRY: 4, Reads.STORY: 4}
OUTLET_WEIGHS = 3

LOOKS = {
    Reads.ENQUIRY: _looks(r"""
reporter       3 (?:reporter|journalist|journo|correspondent|columnist|freelance|freelancer|newsreader|broadcaster)s?\b
reporter       3 (?:producer|presenter|editor) (?:for|from|phoned|rang|on)(?= )
reporter       3 researcher (?:for|from|at|with) (?!the univ|a univ|our)|\w+ producer (?:phoned|rang|called|email)
reporter       3 someone with a microphone
reporter       3 dictaphone|cameras outside|microphones?\b
reporter       3 (?:writes|write|writing) for (?!our|the newsletter|his|her|my)|(?:staff|feature|sports|news) writer
reporter       3 news ?(?:desk|room)s?\b|picture desk|press card
reporter       2 photographers?\b|bloggers?\b|writer\b|podcast|paparazzi|documentary|i write for\b
reporter       2 i am writing (?:a piece|an article|a story)
reporter       2 youtubers?\b|vloggers?\b|influencer|substack|live-?stream\w*|taking (?:pictures|photos|photographs) of|long lens
crew           3 (?:film|tv|news|camera|television) ?crews?\b|tv (?:people|company|van)|satellite van
crew           3 (?:to|in and) film\b
crew           2 filming\b
crew           2 (?:can|could|may|might|let them|like them) film\b
papers         3 (?:the |local |regional |national )(?:news)?papers? (?:has|have|had|rang|called|phoned|want|again|keep|got hold)
papers         3 (?:the |local |regional |national )(?:news)?papers? (?:is|are) asking
papers         3 (?:to|in|from) the (?:papers|press|media)\b|which (?:news)?paper|newspapers?\b
papers         3 (?:local|national) (?:press|media|paper|rag)\b
papers         3 (?:from|at|for|by) (?:the|a|some|that) (?:free |weekly )?paper\b(?! (?:tray|towel|round|shop|bank))
papers         3 press (?:at|by) the (?:\w+ )?(?:court|door|gate|funeral|hearing|vigil|coroner)
papers         3 (?:the )?press (?:are|is|were|have|has|outside|camped|in reception|turned up|again|rang|called|want)
papers         3 think it was press|journalism student
press_request  4 (?:press|media|news(?:paper)?) (?:enquir|inquir|quer|request|question|interest|call\b|intrusion|attention)
press_request  2 (?:press office|comms|press team)\b
press_request  4 right (?:of|to) reply
comment        2 (?:for|a|any|our|your|no|to|will|would|want|wants) com+ent\b(?! on (?:my|the draft|this draft))
comment        2 declined to comment|reaction to|our reaction
comment        2 (?:a |want(?:s|ed)? |for )quotes?\b(?! for \d)|(?<!witness )(?<!bank )statement\b(?! of )
comment        2 (?:our|your) side of (?:the|it)
comment        2 interview(?! panel| question| room| date| skills)|on(?: the)? (?:camera|record|air)\b
comment        2 off the record|live on|a line on|lines? to take|go live|goes? on air
comment        2 spokes(?:person|man|woman|people)
publishing     2 doing a (?:big |long |whole )?(?:piece|story|feature|programme)|have (?:printed|named|published)
publishing     2 o'clock news
publishing     2 (?:on|in) the (?:evening |local |national )?news\b
publishing     2 (?:sell|buy|paid for|money for) (?:his|her|their|the|a) (?:story|photo|picture)
publishing     2 publishing|(?:will|to|intend to|going to|about to) publish|(?:an|the|his|her|their) article
publishing     2 (?:a|the) (?:feature|piece|story|film|programme) (?:on|about|for|tonight|tomorrow|this)
publishing     2 (?:running|run|runs|writing|doing|printing) (?:a |an |the )?(?:story|piece|feature|article|report|something)
publishing     2 (?:running|run|runs|printing) (?:his|her|their|our|it\b)
publishing     2 go(?:es|ing)? to print|front page|headline|breakfast show|drive ?time
publishing     2 (?:on|for) (?:tonight|tomorrow)'s (?:show|news|programme)
deadline       1 dead ?l(?:i|)nes?\b
deadline       1 by (?:\d|noon|midday|lunch|end of|close|cob|tonight|tomorrow|mon|tue|wed|thu|fri|sat|sun|six|five|four|three|two)
deadline       1 before (?:\d|noon|lunch|they)|asap\b|urgent|today\b|tomorrow|right now
deadline       1 this (?:morning|afternoon|sunday|week)|tonight
contact        2 (?:say(?:s|ing)|said|claim(?:s|ed|ing)) (?:that )?(?:he|she|they)(?:'s|'re| is| was| were| are) (?:from|with|writing)
contact        2 (?:say(?:s|ing)|said|claim(?:s|ed|ing)) to be (?:from|with|writing)
contact        1 (?:rang|ringing|rings|called|calling|phoned|e-?mailed|e-?mail)\b
contact        1 (?:holding|waiting) on|on line \d|pulled up|has been on
contact        1 (?:contacted|messag(?:ed|ing)|approached|voicemail|missed call|door-?stepp\w+|turned up|showed up)\b
contact        1 (?:been |got |get |getting )in touch|on the (?:line|phone)|(?:a|the) (?:phone ?)?call\b
contact        1 (?:a|got a) (?:dm|letter|text)\b|outside|in reception|ring back|call back|been on\b
contact        1 (?:has|have) written to|in the car park|at the door
contact        1 (?:can|could|please|pls|to) (?:you |someone |somebody |comms )?(?:ring|call|phone)\b|\b0\d{3,4} ?\d{3} ?\d{3,4}\b
asking         1 ask(?:s|ed|ing)? (?!me to)(?:about|if|whether|for|us|me|our|what|who|how|why|when|to speak|to talk|to come|to film|the)
asking         1 want(?:s|ed|ing)? (?:to know|to speak|to talk|to interview|to chat|to hear|us|someone|somebody|our|numbers|the|a|an)
asking         1 would like|questions? (?:about|on)|confirm|enquir|inquir
what_to_say    1 what (?:do|should|shall|can) (?:i|we) (?:do|say|tell|answer|reply)|can i say
what_to_say    1 who (?:do i|should i|handles|replies|deals)|(?:pls|please) advise|help|what now
what_to_say    1 pass (?:this|it|her|him) (?:to|on)
everyday      -3 printer|jammed|timesheets?|rota\b|chronology|assessment|judge\b|survey|payroll|wi-?fi|laptop|walkie
everyday      -3 batter(?:y|ies)\b|ad litem|court report|report(?:ing)? to my
everyday      -3 (?:drama|episode|documentary|soap|film|programme) last (?:night|week)|(?:watched|watching)(?= )
everyday      -3 on the telly
everyday      -3 on the (?:radio|tv|television) (?:this|last|earlier|yesterday)|did (?:anyone|you) (?:see|hear|watch|read)
everyday      -2 interview panel|witness statement|statement of|report template|reporting template|newsletter
"""),
    Reads.STORY: _looks(r"""
pride          4 (?:so|very|really|feeling|dead|immensely|incredibly) proud\b|proud (?:of|manager|moment|to see)
pride          4 shout ?-?out|hats off
pride          4 special mention|(?:big|huge|massive) (?:thanks|thank you|well done|congrat\w*)|trumpet
pride          4 (?:what a|best|great|brilliant|fantastic|amazing|wonderful) (?:team|bunch|result|effort|achievement|day|news)
pride          3 proud\b|well done|congrat\w*|kudos
pride          3 nominat\w+|thanks to (?:everyone|all) who
pride          3 nice one|team effort|my team are|unsung|credit to|above and beyond|stayed \w+ hours|went the extra
pride          3 extra mile
pride          3 raised the alarm|sav(?:ed|ing) the day|quick thinking|dropped everything|out of (?:his|her|their) way
pride          4 prouder|how (?:good|great|lovely|brilliant|amazing|cool) is (?:that|this)|against (?:all )?the odds|dream come true
pride          4 mae'n wych|llongyfarchiadau|da iawn|bendigedig|comhghairdeas|meal do naidheachd|maith th[uú]
pride          3 come (?:so|such a) (?:far|long way)|look at (?:him|her|them) now|(?:give|gave|given|giving) up on (?:him|her|them|me|us)
pride          3 pulled (?:it |this |that )?off\b|thank you to (?:the|our|all|every)|big day
celebration    4 celebrat\w+|anniversary|tied the knot|wedding|reunited|ovation|turned (?:9|10)\d|100th
celebration    3 \d+(?:th)? years? (?:of|today|as)\b|(?:ten|twenty|thirty|forty|fifty) years (?:of|today|as)\b
celebration    3 years? of fostering|golden wedding|jubilee
celebration    4 (?:got|getting|just) (?:married|engaged)|had (?:a|her|their) baby
celebration    3 retir(?:es|ing|ed) (?:\w+ ){0,5}after|(?:hit|reached|clocked up|notched up|marks|marking) (?:\w+ ){0,3}years
celebration    3 (?:new|our) (?:\w+ ){0,4}open(?:s|ed|ing) (?:today|yesterday|its doors|this|on \w+day|last)
good_news      7 put (?:this|it|that|them) in (?:the )?(?:good news|newsletter|digest)
good_news      4 good[- ]news (?:story|for|update|everyone)
good_news      4 (?:share|some|bit of|more) (?:some )?good news|success story
good_news      4 happy (?:update|news|to report|story)|(?:great|lovely|fantastic|wonderful) news
good_news      4 (?:should|ought to|deserves? to) (?:hear|know|tell|be told|be heard)
good_news      4 worth (?:telling|sharing|celebrating|shouting)|people to know
good_news      4 positive (?:things|stor\w+|news)
good_news      4 lovely (?:moment|story)|proof that
good_news      4 feel[- ]?good (?:story|moment|one|thing)
good_news      4 (?:thought|think|hoped) (?:you|people|everyone|folks?|some)(?:'d| might| may| would)* (?:all )?(?:like|love|enjoy)
good_news      4 (?:thought|think|hoped) (?:you|people|everyone|folks?|some)(?:'d| might| may| would)* (?:all )?want to (?:hear|know)
good_news      4 (?:someone|somebody|you|we|comms) (?:should|ought to|could|needs to|must) (?:write|do a (?:piece|story|post)|shout)
good_news      3 want(?:s|ed)? (?:someone|somebody|people|everyone|everybody|you|folks?)(?: all)? to (?:know|hear)
good_news      3 something (?:nice|lovely|good|positive|happy|cheerful|uplifting) (?:for|to|that)
good_news      2 want(?:ed)? to share
good_news      3 (?:should|could) (?:we|you) (?:tell|get this|put this|share)
good_news      3 (?:agreed|said yes|happy) to (?:it|people|this|us|be\w*) (?:being|knowing|used|using|telling|sharing|shared)
good_news      2 for the (?:website|newsletter|digest|intranet)|own newsletter
praise         4 compliments?\b|thank[- ]?you (?:letter|card|note|from)|letter of thanks
praise         4 (?:written|wrote|writes|rang|call|called|phoned) (?:\w+ ){0,4}to (?:say (?:how|thank|what)|thank)
praise         4 (?:feedback|lovely (?:words|comment|email|card)) (?:from|was)|life back
praise         4 recommend us|saved (?:a|his|her|their) life
praise         4 saying how (?:good|great|kind|well|helpful|lovely|much)
praise         2 (?:wrote|written|rang|e-?mailed|messaged|came (?:in|back|by)) to say
praise         4 chang(?:ed|ing|es) (?:his|her|their|my|our|people's|a|someone's) (?:\w+ )?(?:life|lives)
praise         3 sent (?:us|me|the \w+) (?:a |some )?(?:\w+ )?(?:card|flowers|chocolates|cake|note)
praise         2 thanked
award          4 (?:won|win|wins|winning) (?:\w+ ){0,3}(?:award|prize|cup|medal|competition)s?\b|(?:mbe|obe|bem)\b
award          4 we won\b
award          3 (?:won|winning|winner)\b(?!')|(?:national|regional|gold|care|county|town) awards?\b|medals?\b
award          3 troph\w+|first prize
award          3 shortlist\w*|finalist|(?:national |regional )?final\b
award          3 (?:rated|judged|inspected) (?:us )?(?:as )?(?:good|outstanding)
award          3 \w+ of the year|(?:gave|given|got|awarded|rated) (?:\w+ ){0,4}outstanding|outstanding (?:in|across|for) (?:every|all)
award          3 (?:gone|went|moved|up) from \w+ \w+ to good|from requires improvement
award          2 awards?\b(?! (?:claim|letter|form|come|been|notice))
achievement    4 not one (?:fall|missed|complaint)|zero (?:falls|delays|complaints)|filled every|the most ever
achievement    4 record number|got (?:her|his|their) (?:kids|children|boys|girls|family) back
achievement    4 (?:finished|got|gained|completed|awarded) (?:\w+ ){0,3}(?:degree|masters|diploma|nvq|phd|gcses?|a-?levels?)
achievement    4 no (?:falls|complaints|delays|incidents|pressure sores|missed \w+) (?:for|in|since|at all)
achievement    4 first in (?:his|her|their) family
achievement    3 told (?:\w+ )?(?:he|she|they)(?:'d| would)? never|sober\b|clean for
achievement    3 (?:won|secured|got) (?:\w+ ){0,4}(?:grant|funding|lottery)
achievement    3 (?:did|ran|finished|completed) (?:the|a|their|his|her) (?:first )?(?:park ?run|marathon|race|\d+ ?k\b|triathlon)
achievement    3 (?:got|getting|been accepted|accepted|off) (?:in)?to (?:uni\w*|college|sixth form)|graduat\w+
achievement    3 passed (?:his|her|their|all)|(?:got|starts|started|has) (?:a|his|her|the|their) (?:first )?job
achievement    3 diploma|distinction|qualif(?:ied|ication)|first steps?
achievement    3 (?:by (?:himself|herself|themselves) )?for the first time|by (?:himself|herself|themselves)
achievement    3 (?:own|new) front door
achievement    3 (?:his|her|their) (?:very )?first (?:whole |ever |own )?\w+|taken on permanently|got the job
achievement    3 for the first time|first \w+ in (?:years|months|two|three)|hadn't (?:\w+) (?:for|since|in)
achievement    3 (?:published|hung|shown|performed|exhibited|on show|displayed) (?:in|at) (?:a|the)|got through to
achievement    3 moved (?:in)?to (?:a|his|her|their) (?:own|shared|new)
achievement    3 moved (?:in )?with (?:a|his|her|their) (?:new |foster |forever )*(?:family|parents|mums?|dads?|carers?)
achievement    3 (?:siblings|brothers|sisters|twins|famil(?:y|ies)) (?:\w+ ){0,6}together|together again|forever (?:family|home)
achievement    3 no ?-?(?:one|body) (?:\w+ ){0,3}had ever|first time ever|first ever|never (?:once )?(?:had|been|seen|before)
achievement    3 passed (?:\w+ ){0,4}(?:test|theory|exams?|probation|course|driving|gcses?|a-?levels?)
achievement    3 (?:has|have|just|finally|been) (?:\w+ )?(?:qualified|graduated|promoted|elected|selected|picked|crowned)
achievement    3 (?:every|all|each) (?:\w+ ){0,4}on time|ahead of (?:time|schedule)|whole (?:waiting )?(?:list|backlog)
achievement    3 (?:back|safe|safely|still) (?:at )?home\b|(?:home|gardening|walking|cooking|working) (?:again )?after \w+ (?:months|years)
achievement    3 planted|painted|knitted|grew|baked|crocheted|sewed|restored
achievement    3 turned (?:his|her|their) life|best ever|highest|top marks|full marks
achievement    3 got (?:his|her|their) (?:keys|flat|licence|results)
achievement    3 (?:home|living) (?:again|independently)|back on (?:his|her|their) feet
achievement    3 never (?:thought|dared|missed)|brave\w*|courage
achievement    2 certificates?
achievement    2 (?:taken|took|taking) up\b|had a go|joined in|adopted (?:a|an|two|our)(?= )
achievement    2 completed|finished (?:his|her|their)|taught|learn(?:ed|t) to|set up (?:a|an)
achievement    2 opened (?:today|yesterday|this)|spoke at|ran the|marathon|helped \d+
achievement    2 restored|refurbished|mended|raised|gave it to|handed over|got together to|cooked|built
achievement    2 made (?:cards|a)|up and running|back!|\d+ (?:people|families|friends\w*) came
achievement    2 (?:is|are) now\b|now (?:does|do|runs|leads|lives|has|helps|teaches|plays|goes|ring|rings|manages)
achievement    2 (?:is|are) back\b|since (?:it|the \w+|we) (?:opened|started|began)|no one (?:\w+ )*(?:has )?had to
achievement    2 signed up|took part|taken part|approved|given away|achiev\w+|milestone|enough \w+ to|by the sea
achievement    2 poem|confiden\w+|every single|without (?:a single|any)|no agency
achievement    2 all (?:eight|nine|ten|eleven|twelve|\d+) (?:of|people|young)
achievement    2 launched|opened (?:its|our|the) doors|learning to|built up|came (?:first|second|third)
achievement    2 (?:became|been made|elected|appointed)
achievement    1 first day|new \w+ (?:room|garden|centre|home|kitchen|bus|flat)
joy            3 beaming|grin\w*|touching|emotional|delight\w*|joyful|heartfelt|surprised? (?:him|her|them|us|by)
joy            3 treat(?:ed)?\b
joy            3 happy tears|tears of joy|(?:made|had) (?:me|us|everyone|them) (?:smile|cry|beam|laugh|well up|in tears)
joy            3 lump in (?:my|the|our) throat|welled up|all smiles|(?:was|is|were|so|all) made up\b(?! of)
joy            3 (?:all|team|everyone|room|us) (?:was |were )?(?:in|to) tears|dry eye|inspir\w+
joy            3 made (?:my|her|his|their|our) (?:day|week|year)
joy            3 smil(?:e|ed|es|ing)|made up for|heart-?warming|goosebumps|on (?:their|her|his) feet
joy            3 chuffed|thrilled|delighted|over the moon|love(?:s|d)? it\b
joy            2 concert|exhibition|talent|mural|painting|poem|song\b|quiz|panto|seaside|outing|trip to|(?:5|10)k\b
joy            2 tournament|charity
joy            2 hospice|garden\b|sunny|gorgeous|superb|splendid|terrific|incredible|marvellous|impress\w+|hero\w*
joy            2 stars?\b
joy            2 (?:in|to) tears
joy            2 lovely|amazing|wonderful|beautiful|fantastic|brilliant|smashing|stunning|magic
joy            2 love[ds]? (?:seeing|every)|sang\b|singing|sing-?along|choir|danc\w+|cheer\w*|laugh\w*|cake\b
joy            2 feast|party|wow\b|so happy|joy\w*|the best\b|great to see
joy            2 best \w+|enjoy\w*|fun\b|happy\b(?! with (?:the|my))|pleased to|excited|grateful|so kind|sunshine
joy            2 bouncy|garden party|tea dance|picnic|carnival|open day|has been such|good to hear|nice to hear
joy            2 feel(?:s|ing)? like home|went down a treat|cracking|hooray|brilliant to see|loves? it|good to see
joy            2 a laugh
joy            2 on (?:the \w+ )?stage|perform(?:ed|ing)|a lot of cake|lots of cake
numbers        2 \d+ ?(?:%|per cent)|£ ?\d|\d+ (?:years|months|weeks) (?:without|since|sober|clean|free|on)\b
numbers        2 \d+(?:th|st|nd|rd) (?:birthday|meal|member|visit\w*)
numbers        2 (?:dozens|scores|hundreds|\w+ty|\w+ hundred) (?:of )?(?:people|families|households|meals|hats|children|visitors|homes)
numbers        2 \d+ (?:\w+ )?(?:people|families|friend\w*|tenants|residents|children|carers|meals|hats|homes|members|guests|bulbs)
giving         3 raised (?:over |more than |nearly |about )?(?:£|\d|a |two|three|hundreds|thousands|money)
giving         3 (?:bake|cake|jumble) sale|sponsored \w+|fundrais\w+ (?:for|total)|gave up (?:his|her|their)
giving         3 (?:toy|food|christmas|charity|winter|hamper|coat) appeal\b|fundraiser|hampers
giving         2 donat\w+
giving         2 volunteer\w*|kindness|kind (?:the|they|everyone|people)|community spirit|neighbours|befriend\w*
giving         2 buddy
people         1 residents?\b|tenants?\b|young (?:people|person|carers?|man|woman|lad)|lads?\b|carers?\b
people         1 care leavers?|foster\w*|famil(?:y|ies)|team\b|kids\b|children|gentleman|lady|mum\b|dad\b|grand\w+
people         1 mrs?\b|apprentice|student|colleagues?|volunteers?
people         1 our (?:\w+ )?(?:group|club|choir|home|centre|unit)|brothers?|sister|mothers?|people we
people         1 one of (?:our|the)|drivers|pupils|ladies|girls?\b|boys?\b|wife|husband|daughter|son\b|neighbours
people         1 workshop|his|her\b|their
people         1 siblings?|(?:key|support|social|care|night) ?(?:workers?|staff)|postie|postman|nurse|neighbour
people         1 \w+!|(?:lunch|allotment|gardening|knitting|youth|social|walking|support|peer) (?:club|group)
people         1 people (?:came|came along|turned up|joined)
everyday      -3 poorly|passed away|died|had a fall|seen by|paramedics|cancelled|double booked|tribunal|hearing
everyday      -3 (?<!\d )(?<!few )(?<!five )(?<!ten )minutes(?! flat)|in the foyer|bring (?:a|an|your|some|\w+ things)
everyday      -3 bundle|contact session|care plan|uploaded|on the system|password|inbox|finance|leaving do
everyday      -3 run out
everyday      -3 deadline|(?:can|could|would|will) (?:someone|anyone|anybody|somebody|whoever|you cover)
everyday      -3 has (?:any|some)one (?:got|heard|seen)|any(?:one|body) (?:know|got|coming|driving)
everyday      -3 where (?:do|is|are|can) |what(?:'s| is| are| time)|who (?:is|do|won|has)|when is|how do
everyday      -3 isn't working|broken|out of order|jammed|crashed|off sick|payroll|claim\b|expenses
everyday      -3 please (?:remember|stop|fill|return|do|don't|complete)|mandatory|reminder|parking|lift is
everyday      -3 down between|meeting (?:has|is|at)|moved to \d|fire alarm|still (?:due|waiting)
everyday      -2 please\b|can (?:i|we|you)\b|could (?:i|we|you)\b|do you|did (?:you|anyone)|did the [^?]*\?
everyday      -2 needs? (?:to be|completing|changing)
everyday      -1 [^?]*\?
sarcasm       -6 lucky us|as expected|another (?:reorgani[sz]ation|restructure|meeting|form|system)|lol\b
sarcasm       -6 yay,? another|what a surprise|oh (?:joy|good|great)|ridiculous|thrilled to be told|standard\.
"""),
}
