"""What is open of the handovers of a seller; what each has to answer, its form says."""

from salescoach.app import App
from salescoach.errors import BadTemplate, Broken
from salescoach.forms.rules.form import FORMS, SELLER
from salescoach.forms.rules.handover import HANDOVER, OpenHandover, open_handovers
from salescoach.records.seller import Seller


def open_of(app: App, seller: Seller) -> list[OpenHandover]:
    """Return what is open, the longest first; a form that cannot be used is told of, and asks for nothing."""
    try:
        roles = app.templates.table(f"{FORMS}/{HANDOVER}")["role"]
    except (BadTemplate, Broken) as error:
        app.note(error)
        roles = ()
    asked = (one for role in roles if role["name"] == SELLER for one in role["question"])
    return open_handovers(seller, {one["id"] for one in asked if one.get("needed")}, app.today)
