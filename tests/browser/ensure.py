"""The outside programs that the tests look through, and how to come by them.

Owns where Chromium, a Chinese font, Java and the Nu HTML checker are found, and how each is
installed where that is allowed. `make test` runs this file before pytest, with the standard
library alone. It does not know what is tested, nor how a test drives these programs.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

CACHE = Path(__file__).resolve().parents[2] / ".cache"

NU_VERSION = "26.9.27"
NU_SHA256 = "22f15dd39a33bed929d2a5c0cddf5946849a647eca9272bf4d5d00bc7e7a4d47"

INSTALL_SECONDS = 600
BROWSER_DOWNLOAD_SECONDS = 180
QUESTION_SECONDS = 60


@dataclass(frozen=True)
class Tool:
    """One outside program: how to find it, and what to try, in order, while it lacks."""

    name: str
    find: Callable[[], Path | None]
    remedies: tuple[Callable[[], bool], ...]
    advice: str


def under_ci() -> bool:
    return os.environ.get("CI", "").lower() not in {"", "0", "false"}


def missing(tool: Tool) -> str:
    return f"缺少工具 MISSING: {tool.name}. {tool.advice}"


# Finding


def find_chromium() -> Path | None:
    chosen = os.environ.get("SUNLIT_CHROMIUM")
    if chosen is not None:
        return _existing(chosen)
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if found := shutil.which(name):
            return Path(found)
    return _existing(_answer(sys.executable, "-c", _ASK_PLAYWRIGHT))


_ASK_PLAYWRIGHT = """
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)
"""


def find_chinese_font() -> Path | None:
    if sys.platform in {"darwin", "win32"}:
        return Path(sys.platform)  # these systems bring Chinese fonts and no fc-list
    fonts = sorted(_answer("fc-list", ":lang=zh", "--format=%{file}\\n").splitlines())
    return Path(fonts[0]) if fonts else None


def find_java() -> Path | None:
    # macOS has a /usr/bin/java that only says where to buy one: ask it, do not just look.
    found = shutil.which("java")
    return Path(found) if found and _runs(found, "-version") else None


def find_nu() -> Path | None:
    chosen = os.environ.get("SUNLIT_VNU")
    return _existing(chosen or CACHE / f"vnu-{NU_VERSION}.jar")


def _existing(path: str | Path) -> Path | None:
    return Path(path) if str(path) and Path(path).is_file() else None


def _answer(*command: str) -> str:
    """What a command prints, or nothing when there is no such command or it fails."""
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=QUESTION_SECONDS, check=True
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.strip()


def _runs(*command: str) -> bool:
    try:
        done = subprocess.run(command, capture_output=True, timeout=QUESTION_SECONDS, check=False)
    except (OSError, subprocess.SubprocessError):
        return False
    return done.returncode == 0


# Installing


def download_chromium() -> bool:
    return _attempt(
        (sys.executable, "-m", "playwright", "install", "chromium"), BROWSER_DOWNLOAD_SECONDS
    )


def apt(*packages: str) -> Callable[[], bool]:
    def install() -> bool:
        prefix = _apt_get()
        if prefix is None or not _apt_update():
            return False
        return _attempt(
            (*prefix, "install", "-y", "--no-install-recommends", *packages), INSTALL_SECONDS
        )

    return install


@cache
def _apt_get() -> tuple[str, ...] | None:
    if shutil.which("apt-get") is None:
        return None
    # Another package manager may hold the lock, as it does on a machine that just started.
    command = ("env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-o", "DPkg::Lock::Timeout=300")
    if os.geteuid() == 0:
        return command
    return ("sudo", "-n", *command) if _runs("sudo", "-n", "true") else None


@cache
def _apt_update() -> bool:
    prefix = _apt_get()
    return prefix is not None and _attempt((*prefix, "-q", "update"), INSTALL_SECONDS)


def download_nu() -> bool:
    """The checker's package without its install script, which would fetch a program by itself."""
    folder = CACHE / "npm"
    folder.mkdir(parents=True, exist_ok=True)
    # One switch per line: npm would else write a package.json, ask for funds, or run scripts.
    switches = ("--no-save", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
    command = ("npm", "install", "--prefix", str(folder), *switches, f"vnu-jar@{NU_VERSION}")
    if not _attempt(command, INSTALL_SECONDS):
        return False
    jar = folder / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
    digest = hashlib.sha256(jar.read_bytes()).hexdigest()
    if digest != NU_SHA256:
        print(f"vnu.jar {NU_VERSION}: SHA-256 is {digest}, expected {NU_SHA256}", flush=True)
        return False
    jar.replace(CACHE / f"vnu-{NU_VERSION}.jar")
    return True


def _attempt(command: tuple[str, ...], seconds: int) -> bool:
    print(f"$ {' '.join(command)}", flush=True)
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, timeout=seconds, check=False)
    except (OSError, subprocess.TimeoutExpired) as problem:
        print(f"  {problem}", flush=True)
        return False
    return done.returncode == 0


CHROMIUM = Tool(
    "Chromium",
    find_chromium,
    (download_chromium, apt("chromium")),
    "Install chromium or google-chrome, or set SUNLIT_CHROMIUM to its path.",
)
CHINESE_FONT = Tool(
    "Chinese font",
    find_chinese_font,
    (apt("fontconfig", "fonts-noto-cjk"),),
    "Install fonts-noto-cjk (and fontconfig, for fc-list).",
)
JAVA = Tool(
    "Java",
    find_java,
    (apt("default-jre-headless"),),
    "Install a Java runtime, for example default-jre-headless.",
)
NU = Tool(
    "Nu HTML checker",
    find_nu,
    (download_nu,),
    "Run `python tests/browser/ensure.py --all` (needs npm), or set SUNLIT_VNU to vnu.jar.",
)


def ensure(tool: Tool) -> bool:
    remedies = iter(tool.remedies)
    while (found := tool.find()) is None:
        remedy = next(remedies, None)
        if remedy is None:
            return False
        print(f"正在安装 installing: {tool.name}", flush=True)
        remedy()
    print(f"{tool.name}: {found}", flush=True)
    return True


def main(arguments: list[str]) -> int:
    everything = under_ci() or "--all" in arguments
    tools = (CHROMIUM, CHINESE_FONT, *((JAVA, NU) if everything else ()))
    lacking = [tool for tool in tools if not ensure(tool)]
    if not lacking:
        return 0
    outcome = "视为失败 / tests fail" if under_ci() else "将被跳过 / tests are skipped"
    print(
        "=" * 78, *map(missing, lacking), f"需要它们的测试{outcome}", "=" * 78, sep="\n", flush=True
    )
    return 1 if under_ci() else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
