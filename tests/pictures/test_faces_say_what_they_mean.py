"""A face is the answer for somebody who does not read: it must look as it counts."""

import re

import pytest
import yaml

from checkin.paths import FLOWS, SYMBOLS

SCALES = yaml.safe_load((FLOWS / "scales.yaml").read_text(encoding="utf-8"))["scales"]
MOUTH = re.compile(r'<path d="M[\d.]+ ?-?([\d.]+)q[\d.]+ ?(-?[\d.]+)')

# From best to worst, one order for every scale.
BEST_TO_WORST = (
    "feel.very_good feel.good feel.ok feel.not_good feel.very_bad",
    "thumb.up sure.yes sure.bit sure.no thumb.down",
    "feel.very_good change.better change.same change.worse feel.very_bad",
    "feel.very_good thumb.up thumb.flat thumb.down feel.very_bad",
    "feel.very_good thumb.up thumb.flat thumb.down health.pain",
    "amount.lot amount.bit amount.little",
)


def _bend(symbol: str) -> float:
    """Return how far the mouth of a face bends down in its middle: a smile is above 0."""
    drawing = (SYMBOLS / "own" / f"{symbol}.svg").read_text(encoding="utf-8")
    found = MOUTH.search(drawing)
    assert found, f"{symbol} has no mouth"
    return float(found.group(2))


def test_good_smiles_and_not_good_does_not():
    assert _bend("feel.good") > 0
    assert _bend("feel.not_good") < 0


@pytest.mark.parametrize("scale", sorted(SCALES))
def test_the_pictures_of_a_scale_run_from_best_to_worst(scale):
    shown = [point["symbol"] for point in SCALES[scale]["points"].values()]

    assert any(_in_order(shown, order.split()) for order in BEST_TO_WORST), shown


def _in_order(shown: list[str], order: list[str]) -> bool:
    return set(shown) <= set(order) and shown == sorted(shown, key=order.index)
