"""`checkin people add-outside`: whom a house rings where nobody in it may know."""

import click

from checkin import clock
from checkin.actions.add_house import add_house
from checkin.actions.add_outside_contact import add_outside_contact, also_outside
from checkin.commands.typed import (
    called_or_first,
    called_typed,
    email_typed,
    kept_or_said,
    name_typed,
    phone_typed,
    this_installation,
)
from checkin.storage import staff as staff_kept
from checkin.storage.outside import ROLES
from checkin.wording import in_a_row

CALLED = 'What a person reads, such as "the safeguarding lead"; without it the first name.'
MOBILE = "They are rung and texted: write the number of a mobile, such as 07700 900301."


@click.command("add-outside")
@click.option("--house", required=True, callback=name_typed, help="The house they are outside of.")
@click.option("--email", required=True, callback=email_typed)
@click.option("--name", default=None, callback=called_typed, help="Needed the first time.")
@click.option("--called", default=None, callback=called_typed, help=CALLED)
@click.option("--phone", default=None, help=MOBILE)
@click.option("--role", type=click.Choice(ROLES), default=None)
@click.option(
    "--password", default=None, help="At least 15 letters; asked for where it is not given."
)
def add_outside_command(
    house: str, email: str, name: str | None, called: str | None, phone: str | None,
    role: str | None, password: str | None,
) -> None:  # fmt: skip
    """Let a house ring somebody outside it; known by their address, for one house more."""
    app, settings = this_installation()
    number = phone_typed(phone, "text", settings, no_landline=MOBILE)
    with app.app_context():
        known = staff_kept.staff_by_email(email)
        called_so = known.name if known else name
    if known is None and not (name and number and role):
        raise click.ClickException(
            f"Nobody is known as {email} yet. {_missing(name, number, role)}"
        )
    if known is None and not password:  # asked before anything is held: others write meanwhile
        password = click.prompt("Password", hide_input=True, confirmation_prompt=True)
    with kept_or_said(app):
        house_id, _ = add_house(house)
        if known:
            also_outside(known.id, house_id, clock.now())
        else:
            who = called_or_first(called, name or "")
            add_outside_contact(
                email, name or "", who, role or "", house_id, password or "", clock.now(),
                phone=number or "",
            )  # fmt: skip
    click.echo(f"{called_so} is a contact outside {house}.")


def _missing(name: str | None, phone: str | None, role: str | None) -> str:
    given = {"--name": name, "--phone": phone, "--role": role}
    write = f"Write {in_a_row([one for one, typed in given.items() if not typed])} too."
    return write if phone else f"{write} {MOBILE}"
