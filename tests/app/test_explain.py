"""Why an output would be built, kept or removed: the same as what a build then does."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from sunlit.app.build import build
from sunlit.app.explain import Explained, explain, output_named
from sunlit.app.root import Root
from tests.app.roots import DAY, UNIT, change, small_root


@pytest.fixture
def root(built_root: Path, tmp_path: Path) -> Path:
    shutil.copytree(built_root, tmp_path / "root")
    return tmp_path / "root"


def why(root: Path, path: str) -> Explained:
    return explain(Root(root), root / "_site", path, as_of=DAY)


def test_an_output_whose_inputs_are_as_they_were_is_kept(built_root: Path) -> None:
    told = why(built_root, "/small/dongmen/projects/road/")
    assert told.verdict == "kept"
    assert told.inputs
    assert all(same for _, same in told.inputs)


def test_the_verdicts_are_what_the_build_then_does(root: Path) -> None:
    change(root / UNIT / "projects/road.md", "4.5", "4.7")
    change(root / UNIT / "photos/photos.yaml", "东门", "东门口")
    (root / UNIT / "projects/lamps.md").write_text("---\ntitle: 路灯\n---\n灯。\n", "utf-8")
    outputs = [
        "small/dongmen/projects/road/index.html",
        "small/dongmen/projects/lamps/index.html",
        "small/ximen/index.html",
        "index.html",
        "static/sunlit.css",
        "nowhere/index.html",
    ]
    told = {output: why(root, output) for output in outputs}
    done = build(Root(root), root / "_site", as_of=DAY).published
    assert done is not None
    for output, explained in told.items():
        match explained.verdict:
            case "new":
                assert output in done.produced
            case "changed":
                assert output in (done.kept if explained.same_bytes else done.produced)
            case "kept":
                assert output in done.kept
            case "unknown":
                assert output not in {*done.produced, *done.kept, *done.removed}
            case _:
                raise AssertionError(explained)
    assert [told[one].verdict for one in outputs[:2]] == ["changed", "new"]
    inputs = dict(told[outputs[0]].inputs)
    assert {name for name, same in inputs.items() if not same} == {
        f"{UNIT}/photos/photos.yaml",
        f"{UNIT}/projects/lamps.md",
        f"{UNIT}/projects/road.md",
    }
    assert {"standing", "frame", "given", "program", "day", "site.toml"} <= set(inputs)
    assert inputs["templates/project.html"] is True
    assert told["static/sunlit.css"].verdict == "kept"
    assert told["nowhere/index.html"].verdict == "unknown"


def test_what_no_content_makes_any_more_is_removed(root: Path) -> None:
    (root / UNIT / "projects/road.md").unlink()
    output = "small/dongmen/projects/road/index.html"
    assert why(root, output).verdict == "removed"
    done = build(Root(root), root / "_site", as_of=DAY).published
    assert done is not None
    assert output in done.removed


def test_an_output_that_was_never_built_is_new(tmp_path: Path) -> None:
    assert why(small_root(tmp_path), "/").verdict == "new"


def test_a_misspelt_address_is_suggested_the_right_one(built_root: Path) -> None:
    told = why(built_root, "/small/dongmn/")
    assert (told.verdict, told.nearest) == ("unknown", "small/dongmen/index.html")


def test_content_with_mistakes_explains_nothing_but_them(root: Path) -> None:
    change(root / UNIT / "index.md", "name:", "nmae:")
    told = why(root, "/")
    assert told.verdict == "broken"
    assert [one.code for one in told.found] == ["unknown-field"]


def test_the_record_of_another_edition_is_not_taken_for_this_one(root: Path) -> None:
    """A preview builds elsewhere and leaves its record: the site is still the old one."""
    change(root / UNIT / "projects/road.md", "4.5", "4.7")
    build(Root(root), root / ".sunlit" / "preview", as_of=DAY)
    assert why(root, "small/dongmen/projects/road/").verdict == "changed"
    assert why(root, "static/sunlit.css").verdict == "kept"


@pytest.mark.parametrize("record", [None, "", "[]", "{}", '{"edition": 1, "tasks": []}'])
def test_without_a_readable_record_the_bytes_decide(root: Path, record: str | None) -> None:
    (path,) = (root / ".sunlit" / "editions").iterdir()
    if record is None:
        path.unlink()
    else:
        path.write_text(record, "utf-8")
    told = why(root, "static/sunlit.css")
    assert (told.verdict, told.same_bytes) == ("changed", True)
    done = build(Root(root), root / "_site", as_of=DAY).published
    assert done is not None
    assert "static/sunlit.css" in done.kept
    assert why(root, "static/sunlit.css").verdict == "kept"


def test_without_any_state_the_bytes_decide(root: Path) -> None:
    shutil.rmtree(root / ".sunlit")
    change(root / UNIT / "projects/road.md", "4.5", "4.7")
    told = why(root, "static/sunlit.css")
    assert (told.verdict, told.same_bytes) == ("changed", True)
    told = why(root, "small/dongmen/projects/road/")
    assert (told.verdict, told.same_bytes) == ("changed", False)
    assert why(root, "small/dongmn/").nearest == "small/dongmen/index.html"


def test_what_lists_all_outputs_changes_with_their_names_alone(root: Path) -> None:
    change(root / UNIT / "projects/road.md", "4.5", "4.7")
    assert why(root, "robots.txt").verdict == "kept"
    (root / UNIT / "projects/lamps.md").write_text("---\ntitle: 路灯\n---\n灯。\n", "utf-8")
    told = why(root, "robots.txt")
    assert (told.verdict, told.same_bytes) == ("changed", True)
    assert [name for name, same in told.inputs if not same] == ["outputs"]


def test_what_a_unit_does_not_show_keeps_its_page(root: Path) -> None:
    """Its own files, its row and its standing are its inputs, and no other unit's."""
    change(root / UNIT / "projects/road.md", "4.5", "4.7")
    assert why(root, "small/ximen/").verdict == "kept"
    change(root / "content/communities/small/register.csv", "东门社区居委会", "东大门社区居委会")
    told = why(root, "small/dongmen/")
    changed = {name for name, same in told.inputs if not same}
    assert changed == {"given", f"{UNIT}/projects/road.md"}


def test_a_page_of_an_area_is_told_by_what_it_is_made_of(root: Path) -> None:
    change(root / UNIT / "projects/road.md", "120万", "130万")
    whole = {"gathered", "facet ledger"}
    for output, made_of in (("small/ledger/", {"facet ledger"}), ("small/", whole)):
        told = why(root, output)
        assert told.verdict == "changed"
        assert {name for name, same in told.inputs if not same} == made_of
    told = why(root, "/")
    assert {name for name, same in told.inputs if not same} == {"small: gathered"}


@pytest.mark.parametrize(
    ("path", "output"),
    [
        ("", "index.html"), ("/", "index.html"), ("_site/", "index.html"),
        ("_site/xindu/", "xindu/index.html"), ("/xindu/", "xindu/index.html"),
        ("xindu", "xindu/index.html"), ("./_site/xindu/index.html", "xindu/index.html"),
        ("xindu\\a\\", "xindu/a/index.html"), ("/xindu/feed.xml", "xindu/feed.xml"),
        ("/xindu/#xindu/x/planned", "xindu/index.html"), ("404.html", "404.html"),
        ("/base/_site/xindu/", "xindu/index.html"),
    ],
)  # fmt: skip
def test_an_output_may_be_named_by_file_folder_or_address(path: str, output: str) -> None:
    assert output_named(path, Path("/base/_site")) == output
