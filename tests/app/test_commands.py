"""The commands of `build.py`: what they print, and the code they end with."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from build import main
from sunlit.app.root import REPOSITORY
from tests.app.roots import DAY, REGISTER, UNIT, change, small_root, tree


def run(*arguments: str | Path) -> Result:
    done = CliRunner().invoke(main, [str(one) for one in arguments])
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done


@pytest.fixture
def root(built_root: Path, tmp_path: Path) -> Path:
    shutil.copytree(built_root, tmp_path / "root")
    return tmp_path / "root"


def on(root: Path) -> list[str | Path]:
    return ["--root", root, "--as-of", DAY.isoformat()]


def test_build_says_what_it_did(root: Path) -> None:
    done = run("build", *on(root))
    assert done.exit_code == 0
    assert done.output.startswith("生成 0 个，未变 ")
    assert run("build", *on(root), "--lang", "en").output.startswith("0 produced, ")


def test_build_says_how_long_each_part_of_it_took(root: Path) -> None:
    change(root / UNIT / "projects/road.md", "4.5", "4.7")
    said = run("build", *on(root)).output.splitlines()[1]
    assert all(word in said for word in ("查看", "读取和生成", "发布", "读了 1 个社区"))
    assert "0 units read" in run("build", *on(root), "--lang", "en").output


def test_a_trace_of_a_build_opens_in_a_profiler(root: Path, tmp_path: Path) -> None:
    change(root / UNIT / "projects/road.md", "4.5", "4.7")
    run("build", *on(root), "--jobs", "1", "--profile", tmp_path / "trace.json")
    events = json.loads((tmp_path / "trace.json").read_text("utf-8"))["traceEvents"]
    spans = {one["name"]: one for one in events if one["ph"] == "X"}
    assert {"look", "make", "publish", "read small: 1 from dongmen"} <= set(spans)
    assert all(one["ts"] >= 0 and one["dur"] >= 0 for one in spans.values())
    whole = spans["make"]
    inside = spans["read small: 1 from dongmen"]
    assert whole["ts"] <= inside["ts"]
    assert inside["ts"] + inside["dur"] <= whole["ts"] + whole["dur"] + 1


def test_a_build_that_trusts_nothing_mends_a_published_file(root: Path) -> None:
    page = root / "_site/index.html"
    whole = page.read_bytes()
    page.unlink()
    page.write_bytes(whole + b"<!-- changed by hand -->")
    assert run("verify", root / "_site").exit_code == 1
    assert run("build", *on(root), "--verify").exit_code == 0
    assert page.read_bytes() == whole
    assert run("verify", root / "_site").exit_code == 0


def test_verify_names_every_file_that_is_not_as_it_was_published(root: Path) -> None:
    site = root / "_site"
    (site / "index.html").unlink()
    (site / "404.html").unlink()
    (site / "404.html").write_text("x", "utf-8")
    (site / "notes.txt").write_text("x", "utf-8")
    done = run("verify", site)
    assert done.exit_code == 1
    assert done.output.splitlines() == [
        "内容变了：404.html",
        "缺少：index.html",
        "清单里没有：notes.txt",
    ]


def test_build_writes_to_the_folder_it_is_told(root: Path, tmp_path: Path) -> None:
    out = tmp_path / "elsewhere"
    assert run("build", *on(root), "--out", out).exit_code == 0
    assert tree(out) == tree(root / "_site")


def test_build_of_content_with_a_mistake_ends_with_1_and_says_that_the_last_edition_stands(
    root: Path,
) -> None:
    change(root / UNIT / "index.md", "name:", "nmae:")
    done = run("build", *on(root))
    assert done.exit_code == 1
    assert f"{UNIT}/index.md" in done.output
    assert "没有发布，上一版原样保留。" in done.output
    assert "Traceback" not in done.output


def test_check_without_a_mistake_says_so_and_ends_with_0(root: Path) -> None:
    done = run("check", *on(root))
    assert (done.exit_code, done.output) == (0, "没有发现错误。\n")
    assert run("check", *on(root), "--lang", "en").output == "No mistakes found.\n"


@pytest.mark.parametrize("format", ["text", "concise", "json", "github", "sarif"])
def test_check_tells_file_line_and_what_to_write_in_every_format(root: Path, format: str) -> None:
    change(root / UNIT / "index.md", "name:", "nmae:")
    done = run("check", *on(root), "--format", format)
    assert done.exit_code == 1
    for word in (f"{UNIT}/index.md", "unknown-field", "2", "nmae"):
        assert word in done.output
    if format in ("json", "sarif"):
        json.loads(done.output)


@pytest.mark.parametrize("format", ["json", "sarif"])
def test_a_machine_gets_its_format_also_when_there_is_nothing_to_tell(
    root: Path, format: str
) -> None:
    done = run("check", *on(root), "--format", format)
    assert done.exit_code == 0
    json.loads(done.output)


def test_explain_names_the_output_its_origin_and_what_changed(root: Path) -> None:
    done = run("explain", *on(root), "/small/dongmen/projects/road/")
    assert done.exit_code == 0
    assert done.output.startswith("small/dongmen/projects/road/index.html：保持不变\n")
    change(root / UNIT / "projects/road.md", "4.5", "4.7")
    done = run("explain", *on(root), "/small/dongmen/projects/road/")
    assert "会重新生成" in done.output
    assert done.output.splitlines()[1:3] == [
        "  来自：small/dongmen",
        f"  {UNIT}/projects/road.md：变了",
    ]
    assert re.fullmatch(r"  其余 [1-9]\d* 项没变", done.output.splitlines()[3])
    done = run("explain", *on(root), "--lang", "en", "/small/dongmen/projects/road/")
    assert f"  {UNIT}/projects/road.md：changed\n" in done.output
    assert re.search(r"^  the other [1-9]\d* are as before$", done.output, re.MULTILINE)
    done = run("explain", *on(root), "--lang", "en", "/small/dongmn/")
    assert "is no output of this site" in done.output
    assert "Did you mean small/dongmen/index.html?" in done.output


def test_explain_of_content_with_a_mistake_ends_with_1(root: Path) -> None:
    change(root / UNIT / "index.md", "name:", "nmae:")
    done = run("explain", *on(root), "/")
    assert done.exit_code == 1
    assert "unknown-field" in done.output


def test_explain_has_words_for_every_input_that_is_no_file(root: Path) -> None:
    photo = next(iter((root / "_site" / "photos").iterdir())).name
    outputs = ["static/sunlit.css", "/", "robots.txt", "small/", "small/ledger/", "small/changes/"]
    for output in (f"photos/{photo}", *outputs):
        for lang, states in (("zh", ("：没变", "：变了")), ("en", ("：as before", "：changed"))):
            told = run("explain", *on(root), output, "--lang", lang).output
            lines = [line.strip() for line in told.splitlines() if line.endswith(states)]
            names = [line.removesuffix(states[0]).removesuffix(states[1]) for line in lines]
            assert names
            words = [one for one in names if not (root / one).exists()]
            words = [one for one in words if not (REPOSITORY / one).exists()]
            own = [one for one in words if one.isascii()]
            assert own == ([] if lang == "zh" else words)
            assert not any("facet" in one or "_" in one for one in words), words


def test_schema_writes_the_schemas(tmp_path: Path) -> None:
    done = run("schema", "--out", tmp_path / "schemas")
    assert done.exit_code == 0
    assert len(list((tmp_path / "schemas").glob("*.schema.json"))) == 15


def test_sample_writes_a_district_and_never_into_a_folder_in_use(tmp_path: Path) -> None:
    folder = tmp_path / "sample"
    done = run("sample", folder, "--units", "2", "--photos", "0")
    assert done.exit_code == 0
    assert f"build --root {folder}" in done.output
    before = tree(folder)
    again = run("sample", folder, "--units", "2", "--lang", "en")
    assert again.exit_code == 1
    assert "is not empty" in again.output
    assert tree(folder) == before


def test_new_writes_one_file_after_the_other_and_the_check_stays_clean(tmp_path: Path) -> None:
    row = "510114001003,南门社区居委会,nanmenshequ,community,长街街道,changjie\n"
    root = small_root(tmp_path, **{"content/communities/small/register.csv": REGISTER + row})
    at = ["--root", str(root)]
    commands: list[list[str]] = [
        ["area", "grand", "--name", "大区"],
        ["unit", "small", "--name", "南门社区"],
        ["project", "small", "nanmenshequ", "--title", "路灯"],
        ["update", "small", "nanmenshequ", "--title", "灯亮了", "--date", "2026-11-07"],
        ["scores", "small", "nanmenshequ", "four", "2026-q3"],
    ]
    for command in commands:
        done = run("new", *command, *at)
        assert done.exit_code == 0, done.output
        path = done.output.splitlines()[0].removeprefix("新建 ")
        assert (root / path).is_file()
    assert (root / "content/communities/small/nanmenshequ/projects/ludeng.md").is_file()
    assert run("check", *on(root)).output == "没有发现错误。\n"
    for command in commands:
        again = run("new", *command, *at)
        assert again.exit_code == 1
        assert "is there already" in again.output


@pytest.mark.parametrize(
    "command",
    [
        ["area", "data", "--name", "大区"],
        ["unit", "small", "ledger", "--name", "台账"],
        ["unit", "..", "x", "--name", "台账"],
        ["project", "small", "dongmen", "--title", "？！"],
        ["scores", "small", "dongmen", "nowhere", "2026-q3"],
        ["scores", "small", "dongmen", "four", "../../../../x"],
    ],
)
def test_new_refuses_what_could_not_be_published(tmp_path: Path, command: list[str]) -> None:
    root = small_root(tmp_path)
    before = tree(tmp_path)
    done = run("new", *command, "--root", root)
    assert done.exit_code == 1
    assert tree(tmp_path) == before


@pytest.mark.parametrize(
    "arguments",
    [
        ["build", "--as-of", "yesterday"],
        ["check", "--format", "xml"],
        ["sample"],
        ["sample", "x", "--units", "0"],
        ["new", "area", "x"],
        ["nonsense"],
        ["serve", "--port", "99999"],
    ],
)
def test_a_wrong_call_ends_with_2(arguments: list[str]) -> None:
    assert run(*arguments).exit_code == 2


@pytest.mark.parametrize("arguments", [["sample", "x", "--units", "2", "--areas", "5"]])
def test_a_call_that_contradicts_itself_is_the_callers_mistake(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(*arguments).exit_code == 2


def test_every_command_says_what_it_does_in_both_languages() -> None:
    for name, command in main.commands.items():
        told = run(name, "--help").output
        assert any("\u4e00" <= char <= "\u9fff" for char in told), name
        assert command.help
        assert any(char.isascii() and char.isalpha() for char in command.help), name


def test_no_line_of_a_picture_is_shown(root: Path) -> None:
    photo = root / "content/communities/small/dongmen/photos/half.jpg"
    photo.parent.mkdir(parents=True, exist_ok=True)
    photo.write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01")
    told = run("check", *on(root)).output
    assert "photo-" in told
    assert "JFIF" not in told
    assert "\ufffd" not in told
