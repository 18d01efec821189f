"""What the package as a whole keeps to."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import sunlit.charts

HOME = Path(sunlit.charts.__file__).parent
ALLOWED = {"markupsafe", "msgspec", "sunlit", *sys.stdlib_module_names}

DRAW_ALL = """
from decimal import Decimal
from sunlit.charts import *
frame = Frame("c", "图")
bar = Bar("甲", Amount(Decimal("4.5"), "4.5"), Amount(5, "5"))
print(bars([bar], frame, words=BarWords("a", "b", "c", "d")).svg)
spots = [Spot(str(i), (i * 17 % 1001, i * 31 % 1001)) for i in range(60)]
print(dots(spots, frame, words=DotsWords("a", "b", "c", "d", "e")).svg)
rings = (Amount(5, "5"), Amount(15, "15"))
places = [Place(str(i), Amount(i, str(i)), i * 7) for i in range(20)]
words = CircleWords("a", "b", "c", "d", "e", "f", "g")
print(circle(places, frame, rings=rings, words=words).svg)
"""


def _imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found


def test_it_imports_the_standard_library_markupsafe_msgspec_and_itself() -> None:
    for path in sorted(HOME.glob("*.py")):
        for name in _imports(path):
            assert name.partition(".")[0] in ALLOWED, (path.name, name)
            assert not name.startswith("sunlit") or name.startswith("sunlit.charts"), path.name


def test_no_module_computes_with_floating_point() -> None:
    for path in sorted(HOME.glob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        numbers = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)]
        assert not any(isinstance(number, float) for number in numbers), path.name
        assert "math" not in _imports(path), path.name


def test_the_bytes_do_not_depend_on_the_seed_of_hashes() -> None:
    def drawn(seed: str) -> bytes:
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(HOME.parents[1])}
        command = [sys.executable, "-X", "utf8", "-c", DRAW_ALL]
        return subprocess.run(command, env=environment, capture_output=True, check=True).stdout

    assert drawn("1") == drawn("2") != b""
