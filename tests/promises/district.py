"""A root of three areas, one above another, two frameworks, few units; and somebody at work on it.

Owns the kinds of edits that a staff makes. A slip is an edit that a build has to refuse, and is
mended by a later one.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.app.roots import AREA, FRAMEWORK, PHOTOS, PROFILE, PROJECT, SITE, photo

AREAS = "content/communities"
UPDATE = "---\ntitle: {title}\ndate: 2026-05-0{n}\n---\n修到了第 {n} 段。\n"
SCORES = "published: 2026-07-10\nscores: [{{indicator: order, assessor: office, value: {value}}}]\n"
REGISTER = """code,name,slug,kind,street,street_slug
510114001001,东门社区居委会,dongmen,community,长街街道,changjie
510114001002,西门社区居委会,ximen,community,长街街道,changjie
510114001003,未入网村,weiru,village,长街街道,changjie
"""
CATALOGUE = """items:
  - {id: accounts, name: 财务收支, basis: 办法第八条, frequency: quarterly, due_days: 20, body: 社}
"""
CITY = "---\nname: 大市\nlevel: city\n---\n全市。\n"


def district_files() -> dict[str, bytes]:
    """The files of the root by path."""
    small = AREA.replace("level: district", "level: district\npart_of: city")
    other = small.replace("小区", "另区")
    texts = {
        "site.toml": SITE,
        "content/catalogue.yaml": CATALOGUE,
        "content/frameworks/four.yaml": FRAMEWORK,
        "content/frameworks/two.yaml": FRAMEWORK.replace("四型", "两型").replace("small", "other"),
        f"{AREAS}/city/area.md": CITY,
        f"{AREAS}/small/area.md": small,
        f"{AREAS}/small/register.csv": REGISTER,
        f"{AREAS}/small/dongmen/index.md": PROFILE,
        f"{AREAS}/small/dongmen/photos/photos.yaml": PHOTOS,
        f"{AREAS}/small/dongmen/projects/road.md": PROJECT,
        f"{AREAS}/small/dongmen/updates/2026-05-01-road.md": UPDATE.format(title="进展", n=1),
        f"{AREAS}/small/ximen/projects/road.md": PROJECT,
        f"{AREAS}/small/ximen/scores/four/2026-q2.yaml": SCORES.format(value=81),
        f"{AREAS}/other/area.md": other,
        f"{AREAS}/other/beimen/index.md": "---\nname: 北门社区\n---\n北边。\n",
        f"{AREAS}/other/beimen/projects/park.md": PROJECT.replace("村道", "公园"),
        f"{AREAS}/other/beimen/scores/two/2026-q2.yaml": SCORES.format(value=70),
    }
    return {name: text.encode() for name, text in texts.items()} | {
        f"{AREAS}/small/dongmen/photos/gate.jpg": photo()
    }


def write(root: Path, files: dict[str, bytes]) -> None:
    """Write the files of a root."""
    for name, content in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(content)


@dataclass
class Staff:
    """Somebody at work on the root; every edit says what it did."""

    root: Path
    chance: random.Random
    made: int = 0

    def step(self) -> str:
        """One edit of any kind."""
        self.made += 1
        edit = self.chance.choice(EDITS)
        return f"{edit.__name__}: {edit(self)}"

    def any(self, pattern: str) -> Path | None:
        """A file or folder below the areas."""
        found = sorted((self.root / AREAS).glob(pattern))
        return self.chance.choice(found) if found else None

    def turn(self, path: Path | None, *pairs: tuple[str, str]) -> str:
        """Turn words of a file into others, or these back into the first."""
        if path is None or not path.is_file():
            return "nothing"
        text = path.read_text("utf-8")
        was, now = self.chance.choice(pairs)
        was, now = (was, now) if was in text and now not in text else (now, was)
        path.write_text(text.replace(was, now), "utf-8")
        return f"{path.relative_to(self.root)}: {was} -> {now}"

    def spent(self) -> str:
        return self.turn(
            self.any("*/*/projects/*.md"),
            ("planned: 120万 CNY}", "planned: 120万 CNY, spent: [{as_of: 2026-06-30, value: 5}]}"),
            ("planned: 4.5", "planned: 4.8"),
            ("status: implementation", "status: completion"),
        )

    def title(self) -> str:
        return self.turn(
            self.any("*/*/projects/*.md"), ("title: 村道", "title: 大道"), ("会车", "大家会车")
        )

    def score(self) -> str:
        path = self.any("*/*/scores/*/*.yaml")
        return self.turn(path, ("value: 8", "value: 9"), ("value: 7", "value: 6"))

    def profile(self) -> str:
        return self.turn(
            self.any("*/*/index.md"),
            ("---\n一村", "aliases: [old]\n---\n一村"),
            ("name: 东门社区", "name: 大东门社区"),
            ("name: 北门", "name: 大北门"),
            ("策。", "策!"),
            ("---\n北边", "aliases: [old]\n---\n北边"),
        )

    def area(self) -> str:
        return self.turn(
            self.any("*/area.md"),
            ("name: 小区", "name: 大区"),
            ("name: 另区", "name: 旁区"),
            ("name: 大市", "name: 中市"),
            ("part_of: city\n", ""),
            ("name: 工程科", "name: 工务科"),
            ("level: city", "level: city\nwithin: 大省"),
            ("介绍", "说明"),
        )

    def register(self) -> str:
        return self.turn(
            self.any("*/register.csv"),
            ("未入网村", "待入网村"),
            ("西门社区居委会", "西门居委会"),
            ("510114001003,未入网村,weiru,village,长街街道,changjie\n", ""),
            ("510114001002", "510114001009"),
            ("长街街道", "短街街道"),
        )

    def unit(self) -> str:
        """A unit outside the register comes, with a code of its own, or goes."""
        path = self.root / AREAS / self.chance.choice(["small", "other"]) / "new"
        if path.exists():
            shutil.rmtree(path)
            return f"{path.parent.name} gone"
        text = "---\nname: 新社区\ncode: '510114001009'\n---\n新。\n"
        write(path, {"index.md": text.encode()})
        return f"{path.parent.name} new"

    def rename_unit(self) -> str:
        path = self.any("other/*men")
        if path is None:
            return "nothing"
        to = path.with_name("nanmen" if path.name == "beimen" else "beimen")
        path.rename(to)
        return to.name

    def project(self) -> str:
        """A project comes or goes."""
        unit = self.any("*/*men")
        path = (unit or self.root) / "projects" / "lamps.md"
        if path.exists():
            path.unlink()
            return "gone"
        write(path.parent, {path.name: PROJECT.replace("村道加宽", "路灯").encode()})
        return f"{path.parents[1].name} new"

    def update(self) -> str:
        unit, n = self.any("*/*men"), self.chance.choice([2, 3])
        path = (unit or self.root) / "updates" / f"2026-05-0{n}-news.md"
        if path.exists():
            path.unlink()
            return "gone"
        write(path.parent, {path.name: UPDATE.format(title="新进展", n=n).encode()})
        return f"{path.parents[1].name} new"

    def framework(self) -> str:
        names = sorted((self.root / "content/frameworks").glob("*.yaml"))
        return self.turn(
            self.chance.choice(names),
            ("name: 秩序,", "name: 秩序, weight: 60,"),
            ("name: 平安", "name: 平平安安"),
            ("name: 四型社区", "name: 四好社区"),
            ("name: 两型社区", "name: 两好社区"),
            ("max: 100", "max: 90"),
        )

    def framework_of_both(self) -> str:
        path = self.root / "content/frameworks/four.yaml"
        return self.turn(path, ("areas: [small]", "areas: [small, other]"))

    def catalogue(self) -> str:
        path = self.root / "content/catalogue.yaml"
        return self.turn(path, ("财务收支", "收支"), ("due_days: 20", "due_days: 25"))

    def settings(self) -> str:
        return self.turn(
            self.root / "site.toml",
            ('title = "小站"', 'title = "大站"'),
            ('locales = ["zh-CN"]', 'locales = ["zh-CN", "en"]'),
            ('host = "示例单位"', 'host = "本单位"'),
            ("locales", 'base_url = "https://example.org/a/"\nlocales'),
        )

    def template(self) -> str:
        """The root's own about page comes, changes, goes."""
        path = self.root / "templates" / "about.html"
        if path.exists() and self.chance.random() < 0.5:
            path.unlink()
            return "gone"
        standard = Path(__file__).parents[2] / "templates" / "about.html"
        write(path.parent, {path.name: standard.read_bytes() + b"<!-- %d -->\n" % self.made})
        return "written"

    def static(self) -> str:
        path = self.root / "static" / self.chance.choice(["own.css", "sunlit.css", "deep/a.svg"])
        if path.exists():
            path.unlink()
            return f"{path.name} gone"
        write(path.parent, {path.name: b"/* %d */" % self.made})
        return f"{path.name} new"

    def picture(self) -> str:
        path = self.any("*/*/photos/gate.jpg")
        if path is None:
            return "nothing"
        path.write_bytes(path.read_bytes() + b"\0" * self.chance.choice([1, 2]))
        return "other bytes"

    def caption(self) -> str:
        path = self.any("*/*/photos/photos.yaml")
        return self.turn(path, ("caption: 东门", "caption: 东门口"))

    def slip(self) -> str:
        """Something that a build refuses."""
        return self.turn(
            self.any(
                self.chance.choice(["*/*/projects/*.md", "*/area.md", "*/*/index.md"]),
            ),
            ("status:", "stauts:"),
            ("level:", "levle:"),
            ("---\n北边", "nmae: x\n---\n北边"),
        )

    def mend(self) -> str:
        """Every slip there is."""
        for path in (self.root / AREAS).rglob("*.md"):
            text = path.read_text("utf-8")
            good = text.replace("stauts:", "status:").replace("levle:", "level:")
            good = good.replace("nmae: x\n", "")
            if good != text:
                path.write_text(good, "utf-8")
        return ""


EDITS: tuple[Callable[[Staff], str], ...] = (
    *(Staff.spent, Staff.title, Staff.score, Staff.profile, Staff.area, Staff.area),
    *(Staff.register, Staff.register, Staff.unit, Staff.rename_unit, Staff.project, Staff.update),
    *(Staff.framework, Staff.framework_of_both, Staff.catalogue, Staff.settings, Staff.template),
    *(Staff.static, Staff.picture, Staff.caption, Staff.slip, Staff.mend, Staff.mend),
)
