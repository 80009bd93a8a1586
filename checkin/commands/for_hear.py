"""What `flows hear` and `texts hear` need to know: the flows, and what people agreed."""

from dataclasses import replace

import click

from checkin import clock
from checkin.actions.find_person import WhoError, find_person
from checkin.actions.hearing import journey_of
from checkin.actions.open_with import is_asking
from checkin.actions.read_flows import read_flows, read_shared
from checkin.actions.read_words import read_language
from checkin.app import create_app
from checkin.conversation.flows.flow import Flow
from checkin.conversation.replies.on_a_journey import OnAJourney
from checkin.example_people.people import SECRET_WORD
from checkin.settings import SettingsError, read_settings
from checkin.storage import agreements

EXAMPLE = "dev"  # of whom examples are made where nobody of that name is kept


def flow_named(name: str) -> Flow | None:
    """Return a flow of the flows folder."""
    settings = read_settings(demo=True)
    library, _ = read_shared(settings.flows, settings.symbols)
    flows, _ = read_flows(settings.flows, library)
    return flows.get(name)


def words_of(name: str | None) -> OnAJourney:
    """Return what a person agreed about texts, of this installation or the examples; None: nothing."""
    language, _ = read_language(read_settings(demo=True).flows)
    if name is None:
        return OnAJourney(language)
    found = _kept(name)
    if found is None and name.lower() == EXAMPLE:
        return OnAJourney(language, secret_words=(SECRET_WORD,), checkpoint_open=True)
    if found is None:
        raise click.ClickException(f"Nobody here is called {name}. Write the name as staff see it.")
    return found


def _kept(name: str) -> OnAJourney | None:
    try:
        app = create_app(read_settings())
    except SettingsError:
        return None
    with app.app_context():
        try:
            person = find_person(name)
        except WhoError as error:
            if name.lower() == EXAMPLE:
                return None
            raise click.ClickException(str(error)) from error
        now = clock.now()
        journey = journey_of(person, agreements.agreements_of(person.id, now), now)
        return replace(journey, checkpoint_open=is_asking(person.id, now))
