"""Everyday words, and those of press and council work: a message that shares only these with an enquiry tells nothing of it."""

_WORDS = """
    about above across after afternoon again against ago all almost along already also although always among another answer answers
    anybody anyone anything area around asked asking asks available away back been before being below best better between both bring
    brought call called calling calls came cannot case check checked children child's clear close closed come comes coming comment
    comments contact could council council's councils days deadline deal dealing details different does doing done down draft during
    each early either else email enough enquiry enquiries even evening ever every everybody everyone everything exactly exclusive
    expect explain families family family's fewer find fine first following form forward found four friday from further gave getting
    give given gives giving goes going gone good great half hand handed happen happened happening have having hear heard held hello
    help here hers herself himself hold home homes hour hours however immediately inform information inside instead interview into issue
    item itself just keep kept kind knew know known knows last late later latest lead least leave left less like likely line lines
    little live local long longer look looked looking looks made make makes making many maybe meanwhile media meeting message might
    minutes moment monday month months more morning most move moved much must myself name named names near need needed needs never news
    newspaper next nobody none noon normal nothing number numbers office officer officers often okay once only open opened order other
    others ours over page paper papers part parts people person phone photo place plan please point possible press private probably
    public publish published publishing question questions quick quickly quite rang rather read reading ready really reason received
    record reply report reporter reporters reporting request respond response right ring ringing running said same saturday say saying
    says schedule second seen send sending sends sense sent serious service services several shall share should sign since situation
    social some somebody someone something soon speak speaking spoke spoken staff start started state statement statements still stop
    stories story such sunday sure take taken takes taking talk talked team teams tell telling tells than thank thanks that their them
    themselves then there these they thing things think this those though thought three through thursday till time times today together
    told tomorrow tonight took toward trust true trying tuesday turn under understand until update upon urgent used uses using very
    wait waiting want wanted wants watch ways wednesday week weeks well went were what whatever when where whether which while whole
    whom whose will with within without woman word words work worker workers working works would write writes writing written wrote year
    years yesterday your yours yourself does isn't aren't can't don't didn't doesn't won't wasn't weren't care adults adult court police
    daily evening times post journalist journalists example telegraph guardian express mail
"""

COMMON = frozenset(_WORDS.split()) | {"nhs", "uk", "me", "foi", "gdpr", "ok", "asap", "fyi", "pr"}
