"""Options that several commands have, and what is given by them."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import click

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


def day_of(given: datetime | None) -> date:
    """The day that was asked for, or today."""
    return given.date() if given else date.today()
