"""The settings of *Can I share this?*: how soon a person answers, and who looks at rules that got in someone's way."""

from dataclasses import replace

from bot.rules.settings_kinds import Part, Put, box, written
from storage.organisation import Organisation

MOST = {"set_share_promise": 40, "set_change_days": 20, "set_joint_days": 60}


def _shown(organisation: Organisation, _: str) -> dict[str, str]:
    return {
        "set_share_promise": str(organisation.share_promise),
        "set_turns_green": box(organisation.share_turns_green),
        "set_change_days": str(organisation.change_days),
        "set_joint_group": written(organisation.joint_group),
        "set_joint_days": str(organisation.joint_days),
    }


def _put(put: Put) -> tuple[Organisation, str]:
    group = put.people("set_joint_group")
    known = put.organisation
    organisation = replace(
        put.with_known(group),
        share_promise=put.count("set_share_promise", MOST["set_share_promise"], known.share_promise),
        share_turns_green=put.ticked("set_turns_green"),
        change_days=put.count("set_change_days", MOST["set_change_days"], known.change_days),
        joint_group=group,
        joint_days=put.count("set_joint_days", MOST["set_joint_days"], known.joint_days),
    )
    return organisation, put.key


SHARING = Part(_shown, _put)
