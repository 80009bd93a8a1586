"""Who acts for Dev works in his house."""

from agreed_people import TALK, dev_agreement

from checkin.agreements.agreement import Cover
from checkin.agreements.staff_named import not_of_the_house, staff_named

TALK_ELSE = TALK.model_copy(update={"if_away": "ruth"})


def test_everybody_named_to_act_is_looked_at():
    named = dict(staff_named(dev_agreement(thresholds=(TALK_ELSE,))))

    assert named == {
        ("cover", "day"): "marcus", ("cover", "night"): "lena", ("cover", "team_lead"): "marcus",
        ("cover", "manager"): "jo", ("thresholds", 0, "with_staff"): "priya",
        ("thresholds", 0, "if_away"): "ruth",
    }  # fmt: skip


def test_nobody_is_named_where_nobody_covers_the_night():
    by_day = dev_agreement(cover=Cover(day="marcus"), thresholds=())

    assert dict(staff_named(by_day)) == {("cover", "day"): "marcus"}


def test_who_works_elsewhere_cannot_act():
    strangers = {"ruth": "ruth@oak-lane.example"}

    said = list(not_of_the_house(dev_agreement(thresholds=(TALK_ELSE,)), "Willow Court", strangers))

    assert said == ["ruth@oak-lane.example does not work in Willow Court. Name somebody who does."]
    assert said[0].at == ("thresholds", 0, "if_away")
    assert list(not_of_the_house(dev_agreement(), "Willow Court", {})) == []
