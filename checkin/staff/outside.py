"""Who is rung outside a house, as managers see it, and how one more is named.

No page names one: whoever could would let their own phone ring where everybody here is kept out.
"""

from flask import Response

from checkin.door.me import me
from checkin.door.needs import MANAGES, needs
from checkin.staff.desk import show, staff
from checkin.storage import houses
from checkin.storage.outside import FEWEST, can_be_rung, contacts_of


@staff.get("/outside")
@needs(MANAGES)
def outside_contacts() -> Response:
    """Show the contacts outside each house, and whether they can be rung."""
    here = {one: houses.house(one) for one in me().house_ids}
    contacts = contacts_of(me().house_ids)
    found = [(house, contacts.get(key, ())) for key, house in here.items()]
    return show("outside", found=found, can_be_rung=can_be_rung, fewest=FEWEST)
