"""`checkin people`: the first house and the first people who sign in."""

import click

from checkin import clock
from checkin.actions.add_house import add_house
from checkin.actions.add_staff import add_staff
from checkin.app import create_app
from checkin.settings import SettingsError, read_settings
from checkin.storage.transaction import kept_together

ROLES = ("support_worker", "team_lead", "manager")


@click.group()
def people() -> None:
    """Houses and staff."""


@people.command("add-staff")
@click.option("--house", required=True, help="The house they work in; made if it is new.")
@click.option("--name", required=True)
@click.option("--email", required=True)
@click.option("--phone", default=None, help="Where alerts reach them, such as +447700900101.")
@click.option("--role", type=click.Choice(ROLES), required=True)
@click.password_option(help="At least 12 letters.")
def add_staff_command(
    house: str, name: str, email: str, phone: str | None, role: str, password: str
) -> None:
    """Let someone sign in."""
    try:
        app = create_app(read_settings())
    except SettingsError as error:
        raise click.ClickException(str(error)) from error
    with app.app_context(), kept_together():
        add_staff(
            email,
            name,
            name.split(maxsplit=1)[0],
            role,
            add_house(house),
            password,
            clock.now(),
            phone=phone,
        )
    click.echo(f"{name} can sign in at {app.config['PUBLIC_URL']}/staff/.")
