"""The commands: arguments, printing and exit codes. Everything else is in `sunlit/`."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sunlit.shell.new import new
from sunlit.shell.options import AS_OF, FACES, LANG, OUT, ROOT, day_of
from sunlit.shell.printing import print_lines, report, say

if TYPE_CHECKING:
    from sunlit.app.build import Built


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
        built = build_site(Root(root), place, as_of=day_of(as_of), base_url=base_url, ways=ways)
    if profile is not None:
        from sunlit.app.trace import write_trace

        write_trace(profile, built.phases, built.stints)
    report(built.found, root, "text", lang)
    if built.published is None:
        say(lang, "没有发布，上一版原样保留。", "Nothing was published; the last edition stands.")
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

    found = check_content(Root(root), as_of=day_of(as_of), ways=Ways(faces=face_model))
    report(found, root, format_, lang)
    if not found and format_ in ("text", "concise"):
        say(lang, "没有发现错误。", "No mistakes found.")
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
            say(lang, f"{zh}：{name}", f"{en}: {name}")
    if not verified.intact:
        sys.exit(1)
    say(lang, f"{folder} 里每个文件都与清单一致。", f"Every file of {folder} is as published.")


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

    explained = explain_output(Root(root), out or root / "_site", path, as_of=day_of(as_of))
    if explained.verdict == "broken":
        report(explained.found, root, "text", lang)
        sys.exit(1)
    from sunlit.app.telling import told_of_output

    print_lines(told_of_output(explained, lang))


@main.command()
@click.option("--out", type=click.Path(path_type=Path), default=Path("schemas"))
@LANG
def schema(out: Path, lang: str) -> None:
    """写出供编辑器使用的 JSON Schema。 JSON Schemas for editors."""
    from sunlit.app.schema import write_schemas

    names = write_schemas(out)
    say(lang, f"写了 {len(names)} 个文件到 {out}。", f"{len(names)} files in {out}.")


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
        say(lang, f"{folder} 不是空文件夹，没有写。", f"{folder} is not empty; nothing written.")
        sys.exit(1)
    command = f"python build.py build --root {folder} --as-of {SAMPLE_DAY}"
    say(lang, f"写了 {count} 个文件。下一步：{command}", f"{count} files. Next: {command}")


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
        built = rebuild(here, out, state, as_of=day_of(as_of))
        report(built.found, root, "text", lang)
        if built.published is not None:
            _done(built, lang)

    once()
    server = preview_server(out, state, port=port)
    address = f"http://127.0.0.1:{server.server_address[1]}/"
    say(lang, f"打开 {address} ，按 Ctrl+C 结束。", f"Open {address} (Ctrl+C ends it).")
    threading.Thread(target=server.serve_forever, daemon=True).start()
    for _ in watch(*watched(here), raise_interrupt=False):
        once()
    server.shutdown()


main.add_command(new)


def _done(built: Built, lang: str) -> None:
    from sunlit.app.telling import told_of_build

    print_lines(told_of_build(built, lang))


if __name__ == "__main__":
    main()
