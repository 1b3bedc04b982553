"""The settings in Slack: what each page and field is called, and what it is for."""

from bot.rules.holes import HoleCode
from bot.rules.settings_kinds import SettingsKind
from storage.kinds import Reach, Role, Step

TITLE = "Settings"
CLOSE = "Close"
SAVE = "Save"
HOME = "Settings"
INTRO = "What you change here holds at once, for everyone. Every change is written down, with who made it."
CHANGE = "Change"
OPEN = "Open"
BACK = "Back"
MORE = "Show more"
EARLIER = "Show earlier"
CANCEL = "Cancel"

NOT_SET = "Not set yet"
NOBODY = "nobody yet"
NOTHING = "none"
MEANWHILE = (
    "*Someone else has changed this meanwhile.* Your words are still here. What holds now stands below: please look at it, "
    "and press Save again if yours should take its place."
)
MEANWHILE_LINE = "{label}: {now}"

ROW = {
    SettingsKind.OFFICE: "Organisation",
    SettingsKind.CHANNELS: "Channels",
    SettingsKind.TEAM: "Roles",
    SettingsKind.NUMBERS: "Numbers to ring",
    SettingsKind.HOURS: "Working hours",
    SettingsKind.CLOSURES: "Days when the office is shut",
    SettingsKind.DIGEST: "The good-news post",
    SettingsKind.SHARING: "Can I share this?",
    SettingsKind.KEEPING: "How long things are kept",
    SettingsKind.CAPS: "How many at most",
}
FORM_TITLE = {
    SettingsKind.OFFICE: "Organisation",
    SettingsKind.CHANNELS: "Channels",
    SettingsKind.TEAM: "Roles",
    SettingsKind.NUMBERS: "Numbers to ring",
    SettingsKind.HOURS: "Working hours",
    SettingsKind.CLOSURES: "Closed days",
    SettingsKind.DIGEST: "Good-news post",
    SettingsKind.SHARING: "Can I share this?",
    SettingsKind.KEEPING: "Keeping",
    SettingsKind.CAPS: "How many at most",
    SettingsKind.AREA: "Service area",
    SettingsKind.PERSON: "Person",
    SettingsKind.OWN: "My hours",
    SettingsKind.NUDGE: "Reminder",
}
SHARING_LINE = "Answered within {hours}. Joint group: {group}"
HOUR, HOURS = "a working hour", "{count} working hours"
AREAS = "Service areas"
PEOPLE = "People"
NUDGES = "Reminders"
NO_AREAS = "No service area yet. Each enquiry goes to the lead of one."
NO_PEOPLE = "Nobody yet. People appear here as soon as you give them a part."
AREAS_INTRO = "Each service area has a lead, people who stand in, and a press officer who knows it best."
PEOPLE_INTRO = "Everyone who is asked about something: what to call them, and how to reach them when it is urgent."
NUDGES_INTRO = "Who is reminded when. The share is of the time that is left before the deadline, within the shortest and the longest wait."
ADD_AREA = "Add a service area"
ADD_PERSON = "Add a person"
REMOVE = "Take out"
REMOVE_TITLE = "Take this out?"
REMOVE_TEXT = "{name} goes from the settings. What has been recorded so far stays as it is."
REMOVE_YES = "Take out"
REMOVE_NO = "Leave it"

AREA_LINE = "Lead: {lead}. Stands in: {deputies}. Press officer: {officer}."
AREA_PRIVATE = "Its enquiries start private."
AREA_EDITION = "Its good news is told in <#{channel}> too."
PERSON_LINE = "{phone} · {area} · {reach}"
NO_PHONE = "no number"
NO_TEAM = "no team"
OFFICE_LINE = "{name} · bank holidays of {nation} · time zone: {zone}"
TEAM_LINE = "Press officers: {officers}. Head of communications: {head}. On call: {on_call}. Look after Close Ties: {administrators}."
NUMBERS_LINE = "When someone is in danger: {danger}. Duty line: {duty}."
DIGEST_LINE = (
    "{day} at {time}. The press office sees it the working day before, at {preview}. {unapproved} "
    "Every idea is answered within {days}."
)
BEST_OF_LINE = "When a month is over, the press office is asked for its best."
UNAPPROVED = {"send": "It goes out as it is", "wait": "It waits for someone"}
UNAPPROVED_LINE = {
    "send": "When nobody has said anything, it goes out as it is.",
    "wait": "When nobody has said anything, it waits.",
}
KEEPING_OWN = "{count} changed from the usual"
KEEPING_USUAL = "As usual"
BY_ITSELF = "what is over goes by itself"
CAPS_LINE = "The same thing {rounds} times a day, {a_day} messages a day to one person; the rest waits for the morning."
USUAL = "as usual"
CHANGED = "*changed*"
OFF = "*switched off*"
STEP_SHARE = "{share}% of the time left, {floor} to {ceiling} minutes"
STEP_SHARE_ONLY = "{share}% of the time left"
STEP_BEFORE = "{before} minutes before the deadline"
STEP_PROMISED = "{promised} minutes without a deadline"
STEP_AT_ONCE = "at once"

NATION = {"ENG": "England", "SCT": "Scotland", "WLS": "Wales", "NIR": "Northern Ireland"}
ZONE = {
    "Europe/London": "United Kingdom",
    "Europe/Isle_of_Man": "Isle of Man",
    "Europe/Jersey": "Jersey",
    "Europe/Guernsey": "Guernsey",
    "Europe/Dublin": "Ireland",
    "Europe/Gibraltar": "Gibraltar",
    "Atlantic/Bermuda": "Bermuda",
    "Atlantic/St_Helena": "St Helena",
    "Atlantic/Stanley": "Falkland Islands",
    "America/Cayman": "Cayman Islands",
}
DAY = {
    "mon": "Monday",
    "tue": "Tuesday",
    "wed": "Wednesday",
    "thu": "Thursday",
    "fri": "Friday",
    "sat": "Saturday",
    "sun": "Sunday",
}
REACH = {Reach.SLACK: "Slack at any hour", Reach.PHONE: "ring outside their hours"}
REACH_CHOICE = {
    Reach.SLACK: "Write in Slack, at once",
    Reach.PHONE: "Show the number, so that someone rings",
}

STEP = {
    Step.OFFICER_NEW: "The press officer hears of it",
    Step.LEAD_NEW: "The lead hears of it",
    Step.RAISER_RING: "Urgent, and nobody has it: whoever raised it is told to ring",
    Step.OFFICER_UNCLAIMED: "Nobody has taken it: the press officer again",
    Step.LEAD_AGAIN: "The lead has not answered: again",
    Step.HEAD_UNCLAIMED: "Nobody has taken it: the head of communications",
    Step.STILL_UNTAKEN: "Urgent, and still nobody has taken it: whoever is on duty",
    Step.DEPUTY: "The lead has not answered: who stands in",
    Step.SECOND_DEPUTY: "Nobody of the service has answered: the next who stands in",
    Step.HEAD_UNACKNOWLEDGED: "Nobody of the service has answered: the head of communications",
    Step.STILL_LEAD: "Is the lead still on it?",
    Step.STILL_OFFICER: "Is the press officer still on it?",
    Step.LEAD_SILENT: "The lead has gone quiet: who stands in",
    Step.OFFICER_SILENT: "The press officer has gone quiet: the head of communications",
    Step.DRAFT_DUE: "The words should be on their way to sign-off",
    Step.READY_UNSENT: "The words are signed off, and not sent",
    Step.OFFICER_DEADLINE: "The deadline is near",
    Step.DEADLINE_SOON: "The deadline is very near",
    Step.OFFICER_PASSED: "The deadline has passed: the press officer",
    Step.HEAD_PASSED: "The deadline has passed: the head of communications",
    Step.NOT_CLOSED: "Answered, and still open",
}

LABEL = {
    "set_name": "What is your organisation called?",
    "set_nation": "Whose bank holidays?",
    "set_zone": "Time zone",
    "set_hours": "When is the office open?",
    "set_closures": "Other days when it is shut",
    "set_triage_channel": "Where the press office works",
    "set_restricted_channel": "For private enquiries",
    "set_intake_channel": "Where staff ask the press office",
    "set_good_news_channel": "Where the good news is told",
    "set_comms_channel": "Where story ideas go",
    "set_danger_number": "If someone is in danger now",
    "set_duty_name": "Who answers the duty line",
    "set_duty_phone": "The duty line's number",
    "set_officers": "Press officers",
    "set_head": "Head of communications",
    "set_on_call": "On call outside working hours",
    "set_approvers": "Who signs words off",
    "set_legal": "Legal",
    "set_monitoring": "Monitoring officer",
    "set_administrators": "Who looks after Close Ties",
    "set_foi_team": "Who deals with freedom of information requests",
    "set_area_name": "What people call it",
    "set_lead": "Lead",
    "set_deputies": "Who stands in for the lead",
    "set_area_officer": "Press officer",
    "set_private": "Private from the start",
    "set_edition_channel": "A channel of its own for its good news",
    "set_person": "Who is it?",
    "set_person_name": "What to call them",
    "set_phone": "Number",
    "set_team": "Their service area",
    "set_reach": "When it is urgent, outside their hours",
    "set_own_hours": "Their own hours",
    "set_share": "After what share of the time left?",
    "set_floor": "Shortest wait",
    "set_ceiling": "Longest wait",
    "set_before": "How long before the deadline?",
    "set_promised": "Where there is no deadline",
    "set_off": "Switch this one off",
    "set_rounds": "How often is one person asked the same in a day?",
    "set_a_day": "How many messages that are not urgent may one person have in a day?",
    "set_digest_day": "Day",
    "set_digest_time": "Time",
    "set_preview_time": "When does the press office see it, the working day before?",
    "set_unapproved": "When its hour comes and nobody has said that it can go",
    "set_reaction": "Which reaction suggests a message as good news?",
    "set_best_of": "The best of the month",
    "set_voices": "Whose work is seldom seen?",
    "set_promise_days": "Within how many working days does every idea have its answer?",
    "set_share_promise": "Within how many working hours does a person answer?",
    "set_turns_green": "When we are late",
    "set_change_days": "Within how many working days is an idea for the organisation answered?",
    "set_joint_group": "Who looks at rules that got in someone's way?",
    "set_joint_days": "Within how many working days do they answer?",
    "set_keep_enquiries": "Enquiries",
    "set_keep_statements": "Statements",
    "set_keep_notes": "Notes",
    "set_keep_stories": "Story ideas",
    "set_keep_consents": "Agreements to be shown",
    "set_keep_shares": "Questions about sharing",
    "set_keep_joint": "Rules that got in someone's way",
    "set_keep_journalists": "Journalists",
    "set_keep_lines": "Lines, once retired or past their review",
    "set_keep_absences": "Who was away",
    "set_keep_presence": "What Slack showed of people",
    "set_keep_deliveries": "What was sent in Slack",
    "set_keep_kept_words": "Words typed when a form would not open",
    "set_keeps_by_itself": "When a period is over",
}
HINT = {
    "set_reaction": "The emoji's name, such as sparkles. Whoever wrote the message is asked first. Empty: nobody is asked.",
    "set_edition_channel": "Once the week's good news is out, its part of it is told there too. Leave it empty for none.",
    "set_voices": "A line for each, with the words by which a story shows that it is about them. The press office sees who was not "
    "heard of for longest. Leave it empty for the usual ones.",
    "set_hours": "A line for each day: Monday 9-5. Or several at once: Mon-Thu 9-17.",
    "set_closures": "A day on each line: 29 December 2026. Bank holidays are known already.",
    "set_triage_channel": "Needed before the first enquiry: its card stands here. Write /invite @Close Ties in the channel first.",
    "set_restricted_channel": "Needed before the first private enquiry: a private channel without guests, for the press office alone.",
    "set_intake_channel": "Close Ties offers its help here, privately.",
    "set_good_news_channel": "Needed for the weekly good news. Everybody may read along.",
    "set_comms_channel": "Leave it empty for the place where the press office works.",
    "set_danger_number": "999 always comes first. Your own number, for what does not need the police or an ambulance.",
    "set_duty_phone": "Shown to everyone who would rather talk.",
    "set_officers": "They take the enquiries. At least one is needed.",
    "set_head": "What nobody takes goes to them. Needed.",
    "set_approvers": "Their yes is asked for before words go out. At least one is needed.",
    "set_on_call": "Asked first outside working hours, where no turn is set.",
    "set_legal": "Asked whenever there is a court case, an arrest or a reporting restriction.",
    "set_monitoring": "Sees what is political before it goes, in the weeks before an election.",
    "set_foi_team": "As they like to be called, or their address.",
    "set_deputies": "In this order.",
    "set_area_officer": "Someone from the press office.",
    "set_person_name": "Leave it empty to take their name from Slack.",
    "set_phone": "Colleagues see it when it is urgent, and in /press-office who.",
    "set_team": "Then they need not be asked each time.",
    "set_own_hours": "Only where they differ from the office's. Leave it empty otherwise.",
    "set_share": "In percent: 12.5",
    "set_floor": "In minutes",
    "set_ceiling": "In minutes",
    "set_before": "In minutes",
    "set_promised": "In minutes",
    "set_joint_group": "People of the front line, of the press office, and of those you support.",
    "set_keep_enquiries": "Such as: 6 years, or 90 days.",
}
OWN_BUTTON = "My hours"
OWN_INTRO = "What is not urgent reaches you in your hours alone. Holidays are another thing: for those, press *I'm away* on App Home."
OWN_LABEL = {
    "set_own_hours": "When do you work?",
    "set_phone": "Your number",
    "set_reach": "When it is urgent, outside your hours",
}
OWN_HINT = {
    "set_own_hours": "A line for each day: Monday 9-5. Or several at once: Mon-Wed 9-3. Empty means: as the office.",
    "set_phone": "Colleagues see it when it is urgent, and in /press-office who.",
}
PRIVATE_BOX = "Every enquiry is private until the press office opens it"
PRIVATE_NOTE = "For children's services, fostering, adoption and special educational needs"
OFF_BOX = "Nobody is reminded at this step"
TURNS_GREEN_BOX = "It is a yes by itself where nobody could be hurt"
TURNS_GREEN_NOTE = "Never with a person, a child, a court case or a colleague in it"
BEST_OF_BOX = "When a month is over, ask for its best"
BEST_OF_NOTE = "The press office chooses. If nobody does, nothing is posted"
BY_ITSELF_BOX = "What is over goes every day, without being told"
CHOOSE = "Choose"
CHOOSE_PERSON = "Choose a colleague"
CHOOSE_PEOPLE = "Choose colleagues"
CHOOSE_CHANNEL = "Choose a channel"

HOLE = {
    HoleCode.NO_SERVICE_AREAS: "There is no service area yet, so no enquiry can reach a lead.",
    HoleCode.NO_LEAD: "{service_area} has no lead. Its enquiries would wait for the press office alone.",
    HoleCode.NO_DEPUTY: "{service_area} has nobody to stand in for its lead.",
    HoleCode.NO_PRESS_OFFICER: "{service_area} has no press officer of its own. Whoever is on call is asked.",
    HoleCode.NOT_A_PRESS_OFFICER: "{person} is asked to take enquiries, but is not in the press office.",
    HoleCode.NO_PRESS_OFFICERS: "There are no press officers yet, so nobody could take an enquiry.",
    HoleCode.NO_HEAD_OF_COMMS: "No head of communications is named. What nobody takes would go to nobody.",
    HoleCode.NO_APPROVER: "Nobody is named who could sign words off.",
    HoleCode.NO_ADMINISTRATOR: "Nobody looks after Close Ties.",
    HoleCode.NO_JOINT_GROUP: "There is no joint group yet, so a rule that got in someone's way goes to the head of communications.",
    HoleCode.NO_ON_CALL: "Nobody is on call outside working hours.",
    HoleCode.NO_DUTY_PHONE: "There is no number for the duty line. Someone who would rather talk finds none.",
    HoleCode.UNKNOWN_PERSON: "{person} has a part here, but no name and no number.",
    HoleCode.UNKNOWN_SERVICE_AREA: "{person} belongs to a service area that is not there any more.",
    HoleCode.NO_CHANNEL: "No channel is chosen yet: {channel}.",
    HoleCode.SAME_CHANNEL: "The channel for private enquiries is used for something else too.",
    HoleCode.NO_HOURS: "No working hours are set, so the office would never be open.",
    HoleCode.HAS_LEFT: "{person} has left and cannot be reached in Slack, but is still named {where}.",
    HoleCode.NO_NUMBER: "{person} would like to be rung when it is urgent, but there is no number.",
    HoleCode.ALL_AWAY: "On {day} nobody of {service_area} is there: neither its lead nor anyone who stands in.",
    HoleCode.NO_OFFICER_THERE: "On {day} no press officer is there, nor anyone in their place.",
    HoleCode.NO_APPROVER_THERE: "On {day} nobody is there who could sign words off.",
    HoleCode.NO_LEGAL_THERE: "On {day} nobody is there in legal.",
}
WHERE_AREA = "in {service_area}"
WHERE = {
    Role.PRESS_OFFICER: "as a press officer",
    Role.HEAD_OF_COMMS: "as head of communications",
    Role.APPROVER: "among those who sign words off",
    Role.LEGAL: "in legal",
    Role.ADMINISTRATOR: "among those who look after Close Ties",
    Role.MONITORING_OFFICER: "as monitoring officer",
}
WHERE_ON_CALL = "as on call outside working hours"
SEVERAL_DAYS = "{count} days, from {first} to {last},"
HOLES_TITLE = "Worth mending"
HOLES_MORE = "And {count} more."
NO_HOLES = "Nothing is missing."
MEND = "Mend this"
