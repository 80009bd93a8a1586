"""A browser is found, or we say plainly what to do; the tests are never skipped in silence."""

from pathlib import Path

import pytest

from tests.browser.find_chromium import NoChromium, chromium, main


def test_a_chromium_is_found() -> None:
    assert Path(chromium()).is_file()


def test_without_one_a_plain_sentence_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CHECKIN_CHROMIUM", "/nowhere/chromium")

    with pytest.raises(NoChromium, match="sudo apt install chromium"):
        chromium()
    assert main() == 1
    assert "no file" in capsys.readouterr().err
