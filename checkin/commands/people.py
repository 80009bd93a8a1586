"""`checkin people`: the first house, the first people, and the first who sign in."""

from pathlib import Path

import click

from checkin import clock
from checkin.actions.add_house import add_house
from checkin.actions.add_person import NumberTakenError, add_person
from checkin.actions.add_staff import ROLES, AddressTakenError, add_staff
from checkin.actions.agree import AgreementFileError, agree
from checkin.actions.passwords import PasswordError
from checkin.app import CheckinApp, create_app
from checkin.settings import SettingsError, read_settings
from checkin.storage.transaction import kept_together


@click.group()
def people() -> None:
    """Houses, people and staff."""


@people.command("add-staff")
@click.option("--house", required=True, help="The house they work in; made if it is new.")
@click.option("--name", required=True)
@click.option("--email", required=True)
@click.option("--phone", default=None, help="Where alerts reach them, such as +447700900101.")
@click.option("--role", type=click.Choice(ROLES), required=True)
@click.password_option(help="At least 15 letters.")
def add_staff_command(
    house: str, name: str, email: str, phone: str | None, role: str, password: str
) -> None:
    """Let someone sign in."""
    app, called = _app(), name.split(maxsplit=1)[0]
    try:
        with app.app_context(), kept_together():
            house_id = add_house(house)
            add_staff(email, name, called, role, house_id, password, clock.now(), phone=phone)
    except (PasswordError, AddressTakenError) as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"{name} can sign in at {app.installation.settings.public_url}/staff/.")


@people.command("add-person")
@click.option("--house", required=True, help="Where they live; made if it is new.")
@click.option("--name", required=True)
@click.option("--called", default=None, help="What they like to be called.")
@click.option("--phone", default=None, help="The phone they text from, such as +447700900001.")
def add_person_command(house: str, name: str, called: str | None, phone: str | None) -> None:
    """Let someone find themselves on the tablet of their house."""
    try:
        with _app().app_context(), kept_together():
            add_person(add_house(house), name, called or name.split(maxsplit=1)[0], phone)
    except NumberTakenError as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"{name} is on the tablets of {house}.")


@people.command("agree")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def agree_command(file: Path) -> None:
    """Keep a first agreement from a file such as docs/agreement.yaml."""
    try:
        with _app().app_context():
            problems = agree(file.read_text(), clock.now())
    except AgreementFileError as error:
        raise click.ClickException(str(error)) from error
    if problems:
        raise click.ClickException("\n".join(problems))
    click.echo("It is kept. Read and change it on the person's staff page.")


def _app() -> CheckinApp:
    try:
        return create_app(read_settings())
    except SettingsError as error:
        raise click.ClickException(str(error)) from error
