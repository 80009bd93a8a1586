"""Words of a person inside a line of ours: set apart, so that Arabic or Hebrew turns only itself."""

from markupsafe import Markup

from checkin.staff.desk import staff

QUOTES = (('"', '"'), ("“", "”"))


@staff.app_template_filter("isolated")
def isolated(line: str) -> Markup:
    """Return a line set apart from those around it, and what it quotes set apart from the line."""
    for opens, closes in QUOTES:
        start, end = line.find(opens), line.rfind(closes)
        if -1 < start < end:
            before, said, after = line[: start + 1], line[start + 1 : end], line[end:]
            return Markup("<bdi>{}<bdi>{}</bdi>{}</bdi>").format(before, said, after)
    return Markup("<bdi>{}</bdi>").format(line)
