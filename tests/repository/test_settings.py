"""No setting of the site builders opens what the checker closes."""

from macros.catalog.models.pages import Article, Page, Practice
from macros.components.calls import CALLS
from tests.helpers.projects import ROOT

SETTINGS = (ROOT / "mkdocs.yml").read_text("utf-8")


def test_no_call_is_named_like_a_key_of_front_matter() -> None:
    keys = {key for model in (Practice, Article, Page) for key in model.model_fields}
    assert keys & CALLS.keys() == set()


def test_no_setting_changes_what_the_gate_reads() -> None:
    assert "j2_" not in SETTINGS
    assert "on_undefined: strict" in SETTINGS
    assert "on_error_fail: true" in SETTINGS
