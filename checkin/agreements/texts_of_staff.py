"""Who reads a text of staff that took no alert: who leads, and nobody whom it names or should not meet it.

Whoever is named does not read it while another who leads can: so it is whatever anybody told. Of
what tells of a hurt, or was written by one who leads, whoever is named never reads it.
"""

from collections.abc import Collection


def readers(
    leads: Collection[str],
    named: Collection[str],
    may: Collection[str] | None,
    *,
    kept_out: bool = False,
    or_nobody: bool = False,
) -> frozenset[str]:
    """Return who of those who lead reads it (ids).

    `may`: who may see the telling that it is about; None where it is about none. `kept_out`: whoever
    wrote it may not: where nobody else may either, it is read as if there were none, and tells nothing.
    `or_nobody`: where only those who are named are left, nobody reads it.
    """
    here = frozenset(leads) if may is None else frozenset(leads).intersection(may)
    here = here or frozenset(leads if kept_out else ())
    others = here.difference(named)
    return others if others or or_nobody else here
