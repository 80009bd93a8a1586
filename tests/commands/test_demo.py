"""`checkin demo` with flows that somebody changed."""

import shutil

from click.testing import CliRunner

from checkin.commands.demo import _alone_in, demo
from checkin.paths import FLOWS


def test_a_second_demo_in_the_same_folder_is_refused_and_the_first_keeps_its_people(
    tmp_path, monkeypatch
):
    monkeypatch.setenv("CHECKIN_DATA", str(tmp_path))
    monkeypatch.delenv("CHECKIN_DATABASE", raising=False)
    (tmp_path / "demo.db").write_text("of the first")

    with _alone_in(tmp_path):
        result = CliRunner().invoke(demo)

    assert result.exit_code == 1
    assert "A demo runs already" in result.output
    assert "CHECKIN_DATA=var-2" in result.output
    assert (tmp_path / "demo.db").read_text() == "of the first"


def test_a_step_under_another_name_is_said_in_a_sentence_not_a_traceback(tmp_path, monkeypatch):
    folder = tmp_path / "flows"
    shutil.copytree(FLOWS, folder)
    group_day = folder / "group_day.yaml"
    group_day.write_text(group_day.read_text("utf-8").replace("  tablets:\n", "  my_tablets:\n"))
    monkeypatch.setenv("CHECKIN_FLOWS", str(folder))
    monkeypatch.setenv("CHECKIN_DATA", str(tmp_path))
    monkeypatch.delenv("CHECKIN_DATABASE", raising=False)

    result = CliRunner().invoke(demo)

    assert result.exit_code == 1
    assert isinstance(result.exception, SystemExit)
    assert "does not fit the flows here." in result.output
    assert "tablets" in result.output
