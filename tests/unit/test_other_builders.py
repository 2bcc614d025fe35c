"""What `make other-builders` compares: the words of pages, however builders lay out their HTML."""

from pathlib import Path

from tools.other_builders import differences, words

PAGE = "<title>One</title><body><ul><li>a <b>dog</b></li><li>barks</li></ul><script>x</script>"


def site(folder: Path, **pages: str) -> Path:
    """A folder with these pages."""
    folder.mkdir()
    for name, text in pages.items():
        (folder / f"{name}.html").write_text(text, "utf-8")
    return folder


def test_layout_and_scripts_are_no_words(tmp_path: Path) -> None:
    ours = words(site(tmp_path / "ours", a=PAGE))
    laid = PAGE.replace("</li><li>", "</li>\n\n<li>").replace(">x<", ">y<")
    theirs = words(site(tmp_path / "theirs", a=laid))
    assert ours == {"a.html": ["One", "a", "dog", "barks"]}
    assert list(differences(ours, theirs)) == []


def test_each_difference_is_a_line(tmp_path: Path) -> None:
    ours = words(site(tmp_path / "ours", a=PAGE, b=PAGE, c=PAGE))
    longer = PAGE.replace("barks", "barks at night")
    theirs = words(site(tmp_path / "theirs", a=PAGE.replace("dog", "cat"), b=longer, d=PAGE))
    assert list(differences(ours, theirs)) == [
        "c.html: is missing",
        "d.html: is new",
        'a.html: "One a cat barks" in place of "One a dog barks"',
        'b.html: "a dog barks at night" in place of "a dog barks"',
    ]
