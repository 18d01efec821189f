"""The shell: arguments, printing and exit codes. Everything else is in `sunlit/`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from sunlit.app.build import Built
    from sunlit.app.new import NewFile
    from sunlit.diagnostics import Diagnostic

ROOT = click.option(
    "--root",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(),
    help="网站内容所在的文件夹 / The folder with site.toml and content/.",
)
LANG = click.option(
    "--lang",
    type=click.Choice(["zh", "en"]),
    default="zh",
    help="提示用的语言 / The language of messages.",
)
AS_OF = click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="按哪一天计算，默认今天 / The day the site speaks of; today by default.",
)
OUT = click.option(
    "--out",
    type=click.Path(path_type=Path),
    help="输出文件夹，默认 _site / The output folder; _site by default.",
)
FACES = click.option(
    "--face-model",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="FILE",
    help="用这个 YuNet 模型找没有打码的脸，只提醒 / Warn of faces found with this YuNet model.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """阳光社区：从 content/ 生成静态公开网站。

    Sunlit: a static public transparency site from content/.
    """


@main.command()
@ROOT
@OUT
@AS_OF
@LANG
@FACES
@click.option("--base-url", help="网站地址，以 / 结尾 / The address, ending in a slash.")
@click.option(
    "--jobs",
    type=click.IntRange(0, 256),
    default=0,
    help="进程数，0 为每核一个 / Processes; 0 is one per core.",
)
@click.option(
    "--verify",
    is_flag=True,
    help="不信任何文件日期，全部重新核对 / Trust no file date: read everything.",
)
@click.option(
    "--profile",
    type=click.Path(path_type=Path, dir_okay=False),
    help="写下用时记录，可用 speedscope 打开 / Write a trace of the time, for speedscope.",
)
def build(
    root: Path,
    out: Path | None,
    as_of: datetime | None,
    lang: str,
    face_model: Path | None,
    base_url: str | None,
    jobs: int,
    verify: bool,
    profile: Path | None,
) -> None:
    """检查内容并生成网站；有错就什么都不发布。

    Check, then bring the site up to date; on any mistake nothing is published.
    """
    from sunlit.app.bench import Ways
    from sunlit.app.build import build as build_site
    from sunlit.app.progress import Bar
    from sunlit.app.root import Root

    place = out or root / "_site"
    with Bar(lang) as bar:
        ways = Ways(jobs=jobs, trust=not verify, tell=bar, faces=face_model)
        built = build_site(Root(root), place, as_of=_day(as_of), base_url=base_url, ways=ways)
    if profile is not None:
        from sunlit.app.trace import write_trace

        write_trace(profile, built.phases, built.stints)
    _report(built.found, root, "text", lang)
    if built.published is None:
        _say(lang, "没有发布，上一版原样保留。", "Nothing was published; the last edition stands.")
        sys.exit(1)
    _done(built, lang)


@main.command()
@ROOT
@AS_OF
@LANG
@FACES
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "concise", "json", "github", "sarif"]),
    default="text",
    help="输出格式 / Output format.",
)
def check(
    root: Path, as_of: datetime | None, lang: str, face_model: Path | None, format_: str
) -> None:
    """一次列出内容里的全部错误。 Every mistake of the content at once."""
    from sunlit.app.bench import Ways
    from sunlit.app.check import check as check_content
    from sunlit.app.root import Root
    from sunlit.diagnostics import Severity

    found = check_content(Root(root), as_of=_day(as_of), ways=Ways(faces=face_model))
    _report(found, root, format_, lang)
    if not found and format_ in ("text", "concise"):
        _say(lang, "没有发现错误。", "No mistakes found.")
    sys.exit(any(one.severity is Severity.ERROR for one in found))


@main.command()
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
@LANG
def verify(folder: Path, lang: str) -> None:
    """核对已发布的文件夹：每个文件是否与清单一致。

    Compute every digest of a published folder again and compare it with its manifest.
    """
    from sunlit.engine.verify import verify as verify_folder

    verified = verify_folder(folder)
    told = (
        (verified.changed, "内容变了", "changed"),
        (verified.missing, "缺少", "missing"),
        (verified.foreign, "清单里没有", "not in the manifest"),
    )
    for names, zh, en in told:
        for name in names:
            _say(lang, f"{zh}：{name}", f"{en}: {name}")
    if not verified.intact:
        sys.exit(1)
    _say(lang, f"{folder} 里每个文件都与清单一致。", f"Every file of {folder} is as published.")


@main.command()
@ROOT
@OUT
@AS_OF
@LANG
@click.argument("path")
def explain(root: Path, out: Path | None, as_of: datetime | None, lang: str, path: str) -> None:
    """说明一个输出文件为什么会生成、保留或删除。

    Say why an output would be built, kept or removed.
    """
    from sunlit.app.explain import explain as explain_output
    from sunlit.app.root import Root

    explained = explain_output(Root(root), out or root / "_site", path, as_of=_day(as_of))
    if explained.verdict == "broken":
        _report(explained.found, root, "text", lang)
        sys.exit(1)
    from sunlit.app.telling import told_of_output

    _print(told_of_output(explained, lang))


@main.command()
@click.option("--out", type=click.Path(path_type=Path), default=Path("schemas"))
@LANG
def schema(out: Path, lang: str) -> None:
    """写出供编辑器使用的 JSON Schema。 JSON Schemas for editors."""
    from sunlit.app.schema import write_schemas

    names = write_schemas(out)
    _say(lang, f"写了 {len(names)} 个文件到 {out}。", f"{len(names)} files in {out}.")


@main.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--units", type=click.IntRange(1, 20_000), default=24, help="社区数 / Units.")
@click.option("--seed", type=int, default=1, help="随机种子 / Seed.")
@click.option("--photos", type=click.IntRange(0, 5_000), default=12, help="对比照片数 / Pairs.")
@click.option("--areas", type=click.IntRange(1, 200), default=1, help="区数 / Areas.")
@click.option("--photo-width", type=click.IntRange(400, 8_160), default=4_000,
              help="照片宽度（像素） / Width of photos in pixels.")  # fmt: skip
@LANG
def sample(
    folder: Path, units: int, seed: int, photos: int, areas: int, photo_width: int, lang: str
) -> None:
    """写一个虚构的区，用来试用；每页都注明虚构。

    Write an invented district for trying things out; every page says so.
    """
    from sunlit.app.sample import NotEmptyError, write_sample
    from sunlit.sample import AS_OF as SAMPLE_DAY
    from sunlit.sample import SampleSpec

    if areas > units:
        raise click.UsageError("--areas 不能多于 --units / --areas may not exceed --units")
    try:
        count = write_sample(folder, SampleSpec(units, seed, photos, areas, photo_width))
    except NotEmptyError:
        _say(lang, f"{folder} 不是空文件夹，没有写。", f"{folder} is not empty; nothing written.")
        sys.exit(1)
    command = f"python build.py build --root {folder} --as-of {SAMPLE_DAY}"
    _say(lang, f"写了 {count} 个文件。下一步：{command}", f"{count} files. Next: {command}")


@main.command()
@ROOT
@AS_OF
@LANG
@click.option("--port", type=click.IntRange(0, 65_535), default=8000, help="端口 / Port.")
def serve(root: Path, as_of: datetime | None, lang: str, port: int) -> None:
    """预览：保存后自动重新生成并刷新浏览器。

    A preview that builds and reloads on every save.
    """
    import threading

    from watchfiles import watch

    from sunlit.app.root import Root
    from sunlit.app.serve import State, preview_server, rebuild, watched

    here, state = Root(root), State()
    out = root / ".sunlit" / "preview"

    def once() -> None:
        built = rebuild(here, out, state, as_of=_day(as_of))
        _report(built.found, root, "text", lang)
        if built.published is not None:
            _done(built, lang)

    once()
    server = preview_server(out, state, port=port)
    address = f"http://127.0.0.1:{server.server_address[1]}/"
    _say(lang, f"打开 {address} ，按 Ctrl+C 结束。", f"Open {address} (Ctrl+C ends it).")
    threading.Thread(target=server.serve_forever, daemon=True).start()
    for _ in watch(*watched(here), raise_interrupt=False):
        once()
    server.shutdown()


@main.group()
def new() -> None:
    """新建内容文件，带说明。 New content files, with comments."""


@new.command("area")
@click.argument("slug")
@click.option("--name", required=True, help="名称 / Name.")
@click.option("--level", type=click.Choice(["city", "district", "town"]), default="district")
@ROOT
@LANG
def new_area(slug: str, name: str, level: str, root: Path, lang: str) -> None:
    """新建地区。 A new area."""
    from sunlit.app import new as making

    _write(lambda: making.new_area(slug, name, level), root, lang)


@new.command("unit")
@click.argument("area")
@click.argument("slug", required=False)
@click.option("--name", required=True, help="名称 / Name.")
@ROOT
@LANG
def new_unit(area: str, slug: str | None, name: str, root: Path, lang: str) -> None:
    """新建社区或村；不写编号时用拼音。 A new unit; its slug from pinyin when left out."""
    from sunlit.app import new as making

    _write(lambda: making.new_unit(area, slug or making.slug_of(name), name), root, lang)


@new.command("project")
@click.argument("area")
@click.argument("unit")
@click.argument("id", required=False)
@click.option("--title", required=True, help="名称 / Title.")
@ROOT
@LANG
def new_project(area: str, unit: str, id: str | None, title: str, root: Path, lang: str) -> None:
    """新建工程。 A new project."""
    from sunlit.app import new as making

    _known_unit(root, area, unit, lang)
    _write(lambda: making.new_project(area, unit, id or making.slug_of(title), title), root, lang)


@new.command("update")
@click.argument("area")
@click.argument("unit")
@click.argument("id", required=False)
@click.option("--title", required=True, help="标题 / Title.")
@click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="日期 / Date.")
@ROOT
@LANG
def new_update(
    area: str, unit: str, id: str | None, title: str, day: datetime | None, root: Path, lang: str
) -> None:
    """新建动态。 A new update."""
    from sunlit.app import new as making

    name = id or making.slug_of(title)
    _known_unit(root, area, unit, lang)
    _write(lambda: making.new_update(area, unit, _day(day), id=name, title=title), root, lang)


@new.command("scores")
@click.argument("area")
@click.argument("unit")
@click.argument("framework")
@click.argument("period")
@ROOT
@LANG
def new_scores(area: str, unit: str, framework: str, period: str, root: Path, lang: str) -> None:
    """新建评分表，列出要填的每一项。 A new score sheet with every score to fill in."""
    from sunlit.app import new as making
    from sunlit.diagnostics import Findings
    from sunlit.source.content import read_framework

    path = f"content/frameworks/{framework}.yaml"
    found = Findings()
    try:
        located = read_framework(path, (root / path).read_bytes(), found)
    except FileNotFoundError:
        _say(lang, f"没有 {path}。", f"There is no {path}.")
        sys.exit(1)
    if located is None:
        _report(tuple(found), root, "text", lang)
        sys.exit(1)
    record = located.record
    _write(
        lambda: making.new_scores(area, unit, framework, period=period, record=record), root, lang
    )


@new.command("photo")
@click.argument("area")
@click.argument("unit")
@ROOT
@LANG
def new_photo(area: str, unit: str, root: Path, lang: str) -> None:
    """给还没有说明的照片写好要填的几行。 Entries to fill in for photos without one."""
    from sunlit.app.new import RefusedError
    from sunlit.app.new_photo import new_photos
    from sunlit.diagnostics import Findings

    _known_unit(root, area, unit, lang)
    found = Findings()
    try:
        new = new_photos(root, area, unit, found)
    except RefusedError as refused:
        click.echo(str(refused), err=True)
        sys.exit(1)
    _report(tuple(found), root, "text", lang)
    if new:
        path = f"content/communities/{area}/{unit}/photos/photos.yaml"
        _say(lang, f"{path} 里新加了 {len(new)} 张照片：", f"{len(new)} photos added to {path}:")
        _print(f"  {one.name}" + (f" ({one.taken})" if one.taken else "") for one in new)
        _say(
            lang,
            "填上 caption 和 people，核对 date，再运行 build.py check。",
            "Fill in caption and people, check the date, then run build.py check.",
        )
    elif not found.stops:
        _say(lang, "每张照片都有说明。", "Every photo has its entry.")
    sys.exit(found.stops)


def _known_unit(root: Path, area: str, unit: str, lang: str) -> None:
    """End with 1 when there is no such unit: a slip of the pen would found a community."""
    from sunlit.app.new import unit_slugs
    from sunlit.source.nearest import nearest

    known = unit_slugs(root, area)
    if unit in known:
        return
    near = nearest(unit, known)
    _say(
        lang,
        f"{area} 没有社区 {unit}" + (f"，是不是 {near}？" if near else "；先用 new unit 新建。"),
        f"{area} has no unit {unit}" + (f"; {near}?" if near else "; make it with new unit."),
    )
    sys.exit(1)


def _write(making: Callable[[], Sequence[NewFile]], root: Path, lang: str) -> None:
    from sunlit.app.new import RefusedError, write_new

    try:
        written = write_new(root, making())
    except RefusedError as refused:
        click.echo(str(refused), err=True)
        sys.exit(1)
    for path in written:
        _say(lang, f"新建 {path}", f"New: {path}")


def _day(given: datetime | None) -> date:
    return given.date() if given else date.today()


def _say(lang: str, zh: str, en: str) -> None:
    click.echo(zh if lang == "zh" else en)


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(line)


def _done(built: Built, lang: str) -> None:
    from sunlit.app.telling import told_of_build

    _print(told_of_build(built, lang))


def _report(found: Sequence[Diagnostic], root: Path, format_: str, lang: str) -> None:
    """Print diagnostics; machine formats are printed also when there are none."""
    if not found and format_ in ("text", "concise"):
        return
    from sunlit.report import FORMATS, Lang

    def source_of(path: str) -> str | None:
        try:
            content = (root / path).read_bytes()
        except OSError:
            return None
        # A picture has no line to show.
        return None if b"\0" in content[:4096] else content.decode("utf-8", "replace")

    click.echo(FORMATS[format_](found, Lang(lang), source_of))


if __name__ == "__main__":
    main()
