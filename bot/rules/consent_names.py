"""Full names where initials or a role are enough: two words with capitals side by side, which no role or place explains.

It looks closely only where it is used: beside a consent, where a name is never needed and a child's full name never allowed.
"""

import re

_WORD = r"[A-ZÀ-Þ](?:['’][A-ZÀ-Þ])?[a-zà-ÿß-ž]+(?:[-'’][A-ZÀ-Þ]?[a-zà-ÿß-ž]+)*"
_PAIR = re.compile(rf"(?<![\w'’-])(?P<first>{_WORD})(?=\s+(?P<last>{_WORD})(?![\w]))")
_SHOUTED = re.compile(r"(?<![\w'’-])(?P<first>[A-ZÀ-Þ]{3,})(?=\s+(?P<last>[A-ZÀ-Þ]{3,})(?![\w]))")
_NO_NAMES = """
The A An Our Her His Their My This That Each Every Both All No Not And But Or If For In On At Of To By As With From Who It
Mr Mrs Ms Miss Mx Dr Nan Gran Mum Mam Dad Mother Father Parent Grandmother Grandfather Grandparent Sister Brother Aunt Uncle
Son Daughter Child Children Boy Girl Baby Teenager Young Person People Man Woman Lady Gentleman Adult Adults Resident Residents
Tenant Tenants Patient Client Member Members Pupil Pupils Student Apprentice Volunteer Volunteers Neighbour Neighbours Friend Couple
Foster Adoptive Birth Carer Carers Guardian Advocate Social Worker Key Support Care Leaver Leavers Team Manager Leader Head Service
Services Area Deputy Director Officer Nurse Teacher Therapist Assistant Virtual School Court Local Authority Best Interests Assessor
Independent Reviewing Person's Lasting Power Attorney Day Night House Home Lodge Hall Centre Court Road Street Avenue Close Lane
Gardens Garden Park Library Hospital Hospice College Academy Primary University Church Group Club Choir Council Trust Unit Clinic
January February March April May June July August September October November December
Monday Tuesday Wednesday Thursday Friday Saturday Sunday Monday's North South East West
"""
_NO_NAME = frozenset(_NO_NAMES.split())


def full_names(text: str) -> tuple[str, ...]:
    """Each full name, as it was typed."""
    pairs = [*_PAIR.finditer(text), *_SHOUTED.finditer(text)]
    named = [one for one in pairs if not _is_explained(one)]
    return tuple(dict.fromkeys(f"{one['first']} {one['last']}" for one in named))


def _is_explained(pair: re.Match[str]) -> bool:
    return bool(_NO_NAME & {pair["first"].capitalize(), pair["last"].capitalize()})
