"""`checkin people`: the first house, the first people, and the first who sign in."""

from pathlib import Path

import click

from checkin import clock
from checkin.actions.add_house import add_house
from checkin.actions.add_person import add_person
from checkin.actions.add_staff import ROLES, add_staff
from checkin.actions.add_to_circle import add_to_circle
from checkin.actions.agree import NothingChangedError, agree
from checkin.actions.change_phone import change_phone_of_person, change_phone_of_staff
from checkin.actions.find_person import find_person, find_staff
from checkin.actions.no_phone import warning_of
from checkin.commands.outside import add_outside_command
from checkin.commands.typed import (
    called_or_first,
    called_typed,
    email_typed,
    kept_or_said,
    name_typed,
    phone_typed,
    this_installation,
)

TEXTED = "A mobile, such as 07700 900001."
RUNG = "Any phone, such as 0117 496 0123."
CALLED = "What they like to be called; without it the first word of the name."
WHO = 'Their name, or "name, house" where two are called the same.'


@click.group()
def people() -> None:
    """Houses, people and staff."""


people.add_command(add_outside_command)


@people.command("add-staff")
@click.option(
    "--house", required=True, callback=name_typed, help="The house they work in; made if it is new."
)
@click.option(
    "--new-house", is_flag=True, help="It is a new one, though another is almost so called."
)
@click.option("--name", required=True, callback=name_typed)
@click.option("--called", default=None, callback=called_typed, help=CALLED)
@click.option("--email", required=True, callback=email_typed)
@click.option("--phone", default=None, help=f"Where alerts reach them. {TEXTED}")
@click.option("--role", type=click.Choice(ROLES), required=True)
@click.password_option(help="At least 15 letters.")
def add_staff_command(
    house: str, name: str, called: str | None, email: str, phone: str | None, role: str,
    password: str, *, new_house: bool,
) -> None:  # fmt: skip
    """Let someone sign in."""
    app, settings = this_installation()
    number = phone_typed(phone, "text", settings)
    called = called_or_first(called, name)
    with kept_or_said(app):
        add_staff(
            email,
            name,
            called,
            role,
            _house(house, new=new_house),
            password,
            clock.now(),
            phone=number,
        )
    click.echo(f"{name} can sign in at {settings.public_url}/staff/.")


@people.command("add-person")
@click.option(
    "--house", required=True, callback=name_typed, help="Where they live; made if it is new."
)
@click.option(
    "--new-house", is_flag=True, help="It is a new one, though another is almost so called."
)
@click.option("--name", required=True, callback=name_typed)
@click.option("--called", default=None, callback=called_typed, help=CALLED)
@click.option("--phone", default=None, help=f"The phone they text from. {TEXTED}")
def add_person_command(
    house: str, name: str, called: str | None, phone: str | None, *, new_house: bool
) -> None:  # fmt: skip
    """Let someone find themselves on the tablet of their house."""
    app, settings = this_installation()
    number = phone_typed(phone, "text", settings)
    with kept_or_said(app):
        add_person(
            _house(house, new=new_house), name, called_or_first(called, name), number, clock.now()
        )
    click.echo(f"{name} is on the tablets of {house}.")


@people.command("add-circle")
@click.option("--person", required=True, help=f"Around whom. {WHO}")
@click.option("--name", required=True, callback=name_typed)
@click.option(
    "--relation", required=True, callback=called_typed, help="Such as mother, friend or advocate."
)
@click.option("--phone", default=None, help=f"Where staff may ring them. {RUNG}")
def add_circle_command(person: str, name: str, relation: str, phone: str | None) -> None:
    """Note who is around a person."""
    app, settings = this_installation()
    number = phone_typed(phone, "ring", settings)
    with kept_or_said(app):
        around = find_person(person)
        add_to_circle(around.id, name, relation, number)
        called = around.called
    click.echo(f"{name} is in {called}'s circle.")


@people.command("change-phone")
@click.option("--person", default=None, help=f"Whose phone it is. {WHO}")
@click.option("--staff", default=None, help="Or the address with which a member of staff signs in.")
@click.option("--phone", required=True, help=f'{TEXTED} "" for none.')
def change_phone_command(person: str | None, staff: str | None, phone: str) -> None:
    """Note that somebody has a new phone, or none any more."""
    app, settings = this_installation()
    number = phone_typed(phone, "text", settings)
    if bool(person) == bool(staff):
        raise click.ClickException("Say whose phone it is: --person or --staff.")
    warning = None
    with kept_or_said(app):
        if person:
            person_id = find_person(person).id
            change_phone_of_person(person_id, number, clock.now())
            warning = warning_of(person_id, clock.now())
        else:
            change_phone_of_staff(find_staff(staff or "").id, number, clock.now())
    click.echo(f"It is kept. {warning}" if warning else "It is kept.")


@people.command("agree")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def agree_command(file: Path) -> None:
    """Keep a first agreement from a file such as docs/agreement.yaml."""
    app, _ = this_installation()
    with kept_or_said(app):
        try:
            problems = agree(file.read_text(encoding="utf-8"), clock.now())
        except NothingChangedError:
            click.echo("Nothing changed: this is what is agreed already.")
            return
        if problems:
            raise click.ClickException("\n".join(problems))
    click.echo("It is kept. Read and change it on the person's staff page.")


def _house(name: str, *, new: bool) -> str:
    house_id, made = add_house(name, new=new)
    if made:
        click.echo(f"New house made: {made}.")
    return house_id
