"""Whose names may stand in an enquiry's texts: what a form is looked over with."""

from bot.desk.work import Desk
from storage.enquiry import get_enquiry


def names_expected(desk: Desk, enquiry_id: int) -> tuple[str, ...] | None:
    """The journalist and the outlet of a restricted enquiry; None where no names are asked about. For comparing, never for showing."""
    with desk.database.read() as session:
        enquiry = get_enquiry(session, enquiry_id)
        if enquiry is None or not enquiry.restricted:
            return None
        return (enquiry.journalist, enquiry.outlet)
