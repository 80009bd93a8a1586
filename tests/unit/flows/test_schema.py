"""The schema knows what the models know, so an editor completes every key there is."""

import json

from checkin.conversation.flows.does import WHAT_A_CHOICE_DOES, WHAT_A_STEP_DOES
from checkin.conversation.flows.flow import Flow
from checkin.conversation.flows.schema import WHAT_IT_IS, schema
from checkin.conversation.flows.step import KINDS, Choice, StepPart
from checkin.paths import FLOWS


def keys(model):
    return {field.alias or name for name, field in model.model_fields.items()}


def test_the_schema_has_every_key_of_a_flow_and_no_other():
    found = schema()

    assert set(found["properties"]) == keys(Flow) - {"scales"}
    assert set(found["$defs"]["Choice"]["properties"]) == keys(Choice)
    assert found["additionalProperties"] is False


def test_a_step_is_known_by_its_one_key():
    parts = schema()["$defs"]
    step = parts["Step"]

    for kind, model in KINDS.items():
        part = parts[model.__name__]
        assert {"if": {"required": [kind]}, "then": {"$ref": f"#/$defs/{model.__name__}"}} in step[
            "allOf"
        ]
        assert set(part["properties"]) == keys(model)
        assert part["description"].endswith(".")


def test_steps_nested_anywhere_are_the_same_steps():
    found = schema()
    reference = {"$ref": "#/$defs/Step"}

    assert found["properties"]["steps"]["additionalProperties"] == reference
    assert found["$defs"]["Choice"]["properties"]["then"]["additionalProperties"] == reference
    assert found["$defs"]["ForEach"]["properties"]["steps"]["additionalProperties"] == reference


def test_a_list_of_one_may_be_written_plainly_and_nothing_is_null():
    choice = schema()["$defs"]["Choice"]["properties"]

    assert choice["also"]["anyOf"][0] == {"type": "string"}
    assert choice["symbol"]["type"] == "string"
    assert "null" not in json.dumps(schema())


def test_every_key_has_a_line_of_help():
    written = keys(Flow) | keys(Choice) | keys(StepPart)

    assert written - {"scales"} <= set(WHAT_IT_IS)


def test_the_page_for_support_workers_says_what_each_word_does():
    page = (FLOWS / "README.md").read_text("utf-8")

    for word, sentence in {**WHAT_A_STEP_DOES, **WHAT_A_CHOICE_DOES}.items():
        assert f"| `{word}` | {sentence} |" in page
