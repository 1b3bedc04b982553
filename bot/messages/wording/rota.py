"""Who is on call, the rota, and being away."""

from bot.rules.rota import Hole
from storage.kinds import RotaKind

KIND = {RotaKind.PRESS: "On call for the press", RotaKind.LEAD: "Duty lead"}
DUTY = {RotaKind.PRESS: "on call for the press", RotaKind.LEAD: "duty lead"}
DUTY_OF_AREA = "duty lead for {area}"
KIND_OF_AREA = "Duty lead for {area}"

# -- who

ON_CALL = "*On call for the press:* {who}."
ON_CALL_UNTIL = "*On call for the press:* {who}, until {until}."
NOBODY_ON_CALL = "*On call for the press:* nobody is on the rota just now."
IN_THE_OFFICE = "*In the press office now:* {who}."
OFFICE_SHUT = "*The press office is shut now.* It opens on {opens}."
LEAD_OF = "*{area}:* {who}."
LEAD_AWAY = "*{area}:* {who}. {away} is away."
NO_LEAD = "*{area}:* nobody can be asked just now. Please ring the press office."
RING = "In a hurry, ring {duty}. Someone answers at any time."
MORE_AREAS = "And {count} more services: the press office knows who is there."

# -- the rota's page

ROTA_TITLE = "Rota"
ROTA_INTRO = "Who has which turn. A turn ends when the next one begins."
ROTA_EMPTY = "There are no turns on the rota yet."
ROTA_EMPTY_KEEPER = "There are no turns on the rota yet. Press *Add turns* to begin."
TURN = "*{starts} to {ends}*\n{kind}: {person}"
SOMEONE = "A colleague"
TURN_OFFERED = "{person} would like someone to take this turn."
TURN_OFFERED_TO = "{person} has asked {to} to take this turn."
OFFER = "Offer my turn"
TAKE = "Take this turn"
TAKE_BACK = "Keep it after all"
REMOVE = "Remove"
REMOVE_TITLE = "Remove this turn?"
REMOVE_TEXT = "{person} is then not {duty} from {starts} to {ends}."
REMOVE_YES = "Remove"
REMOVE_NO = "Leave it"
ADD = "Add turns"
NEXT = "Later"
BACK = "Earlier"
SEE_ROTA_ABOUT = "the weeks to come"
SEE_ROTA = "See the rota"
WHO_BUTTON = "Rota"

# -- forms

ADD_TITLE = "Add turns"
ADD_SUBMIT = "Add"
CANCEL = "Cancel"
KIND_LABEL = "What for"
AREA_LABEL = "Which service"
AREA_HINT = "Only for duty leads."
AREA_ALL = "All services"
PEOPLE_LABEL = "Who, in this order"
PEOPLE_HINT = "The first one begins; after the last it is the first one's turn again."
PEOPLE_CHOOSE = "Choose people"
FROM_LABEL = "From"
FROM_HINT = "Turns begin and end when the office opens."
LENGTH_LABEL = "A turn lasts"
LENGTH = {"week": "A week", "day": "A day"}
COUNT_LABEL = "How many turns"
COUNT_HINT = "Leave it empty for one each. For a year of weeks write 52."
OFFER_TITLE = "Offer my turn"
OFFER_SUBMIT = "Offer"
OFFER_ABOUT = "{starts} to {ends}: {duty}. It stays yours until someone takes it."
OFFER_TO = "To whom"
OFFER_HINT = "Leave it empty to ask everyone who could take it. Whoever is first has it."
OFFER_CHOOSE = "Anyone on the rota"

# -- offers, as messages

ASKED = "{person} asks whether you could take a turn: {duty}, from {starts} to {ends}."
ASKED_TAKEN = "{by} has taken {person}'s turn from {starts} to {ends}. Nothing is needed from you."
ASKED_YOURS = "Thank you. You are now {duty} from {starts} to {ends}. {person} has been told."
ASKED_TAKEN_BACK = "{person} keeps the turn from {starts} to {ends} after all. Nothing is needed from you."
DECLINE = "I can't"
ASKED_OTHERS = (
    "You said that you can't take {person}'s turn from {starts} to {ends}. Thank you for saying so. "
    "Others are asked too, and nothing more is needed from you."
)
TAKE_AFTER_ALL = "I can after all"
ASKED_DECLINED = "You could not take {person}'s turn from {starts} to {ends}. {person} has been told."
ASKED_EXPIRED = (
    "{person}'s turn from {starts} to {ends} has begun, and it stays with {person}. Nothing is needed from you."
)
LEFT_DECLINED = "{by} cannot take your turn from {starts} to {ends}. It is still yours: you are {duty} then."
LEFT_BY_ALL = (
    "Nobody on the rota can take your turn from {starts} to {ends}. It is still yours: you are {duty} then. "
    "The press office is told too."
)
UNTAKEN = (
    "Nobody has taken your turn from {starts} to {ends} yet. Until somebody does it is yours: you are {duty} then. "
    "The press office is told too."
)
UNTAKEN_BY_ONE = (
    "{to} has not answered yet whether they can take your turn from {starts} to {ends}. Until they do it is yours: "
    "you are {duty} then. The press office is told too."
)
KEPT = "You keep your turn from {starts} to {ends}: you are {duty} then. Thank you."
LEFT_EXPIRED = "Nobody has taken your turn from {starts} to {ends}, so it is yours: you are {duty}."
OFFER_AGAIN = "Offer it again"
ASKED_GONE = "This turn is not on the rota any more. Nothing is needed from you."
TAKEN = "{by} has taken your turn from {starts} to {ends}. You are not {duty} then."

# -- what is to be mended

HOLES_INTRO = "The rota for the week ahead needs a look."
HOLES_NONE = "The rota for the week ahead is complete: somebody is there at every hour."
HOLES_MORE = "And {count} more."
HOLE = {
    Hole.GAP: "Nobody is {duty} from {starts} to {ends}.",
    Hole.DOUBLE: "{people} are both {duty} from {starts} to {ends}.",
    Hole.BOTH: "{people} has two turns from {starts} to {ends}.",
    Hole.AWAY: "{people} is {duty} from {starts} to {ends}, but is away and has named nobody to stand in.",
    Hole.LEFT: "{people} is {duty} from {starts} to {ends}, but has left.",
    Hole.UNKNOWN: "{people} is {duty} from {starts} to {ends}, but is not among the people of this organisation.",
    Hole.UNWANTED: "{people} is {duty} from {starts} to {ends}, and has asked for somebody to take that turn. Nobody has yet.",
}
GAP_NOW = "Nobody is {duty} now, until {ends}."
GAP_ON = "Nobody is {duty} from {starts} on."
GAP_NOW_ON = "Nobody is {duty}, now and all of the week ahead."
SAME_TWICE = "{people} is {duty} twice from {starts} to {ends}."
