"""The package's layers: imports point down only, and effects stay where they belong."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "sunlit"

LAYERS = {
    "diagnostics": 0,
    "paths": 0,
    "digest": 0,
    "locale": 0,
    "wire": 0,
    "model": 1,
    "engine": 1,
    "report": 1,
    "source": 2,
    "rules": 3,
    "charts": 3,
    "photos": 3,
    "views": 4,
    "emit": 5,
    "sample": 5,
    "plan": 6,
    "app": 7,
    "shell": 8,
}

# Where the disk, the clock, processes and the network may be touched.
# The engine's other modules are handed a disk, a state, a pool.
ENGINE_EFFECTS = (
    *(
        "disk",
        "finished",
        "folders",
        "lock",
        "pool",
        "publish",
        "sources",
        "stage",
        "standby",
        "state",
    ),
)
EFFECTS = ("shell/", "app/", *(f"engine/{name}.py" for name in ENGINE_EFFECTS))
EFFECTFUL_MODULES = frozenset(
    ["os", "sys", "time", "subprocess", "socket", "shutil", "tempfile", "threading", "ctypes"]
)
EFFECTFUL_CALLS = frozenset(
    (
        *("open", "print", "input", "read_text", "read_bytes", "write_text", "write_bytes"),
        *("mkdir", "unlink", "rename", "rmtree", "urlopen"),
    )
)
CLOCK = frozenset(["today", "now", "utcnow"])
# The program's own phrases are read like code, once, from the package's folder.
READS_ITS_OWN = {"locale/__init__.py": frozenset(["read_text"])}

MODULES = sorted(PACKAGE.rglob("*.py"))


def name_of(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def part_of(module: str) -> str:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else ""


def imported(tree: ast.AST) -> list[str]:
    names = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.append(node.module)
            names += [f"{node.module}.{alias.name}" for alias in node.names]
    return names


def climbs(importer: str, module: str) -> bool:
    here, there = importer.split("/")[0].removesuffix(".py"), part_of(module)
    if there not in LAYERS or here == there or here not in LAYERS:
        return False
    return LAYERS[there] >= LAYERS[here]


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_point_down_only(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    wrong = [name for name in imported(tree) if name.startswith("sunlit.")]
    assert [name for name in wrong if climbs(name_of(path), name)] == []


def test_every_part_of_the_package_has_a_layer() -> None:
    parts = {name_of(path).split("/")[0].removesuffix(".py") for path in MODULES}
    assert parts - {"__init__"} == set(LAYERS)


def test_an_import_that_climbs_is_caught() -> None:
    assert climbs("model/area.py", "sunlit.views.scene")
    assert climbs("rules/x.py", "sunlit.photos.encode")
    assert not climbs("views/scene.py", "sunlit.model.text")


def effects(tree: ast.AST) -> set[str]:
    found = {name.split(".")[0] for name in imported(tree)} & EFFECTFUL_MODULES
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = node.func
            name = called.attr if isinstance(called, ast.Attribute) else ""
            name = called.id if isinstance(called, ast.Name) else name
            if isinstance(called, ast.Attribute) and name in CLOCK:
                found.add(name)
            if name in EFFECTFUL_CALLS and not is_image_open(called):
                found.add(name)
    return found


def is_image_open(called: ast.expr) -> bool:
    """`Image.open(BytesIO(…))` reads memory, not the disk."""
    return (
        isinstance(called, ast.Attribute)
        and isinstance(called.value, ast.Name)
        and called.value.id == "Image"
    )


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_effects_stay_at_the_edge(path: Path) -> None:
    name = name_of(path)
    if name.startswith(EFFECTS):
        return
    allowed = READS_ITS_OWN.get(name, frozenset())
    assert effects(ast.parse(path.read_text(encoding="utf-8"))) - allowed == set()


def test_no_module_is_let_off_that_has_no_effect() -> None:
    named = [PACKAGE / name for name in EFFECTS if name.endswith(".py")]
    assert [path.name for path in named if not effects(ast.parse(path.read_text("utf-8")))] == []


def test_an_effect_is_caught() -> None:
    assert effects(ast.parse("import os")) == {"os"}
    assert effects(ast.parse("date.today()")) == {"today"}
    assert effects(ast.parse("Path('x').read_text()")) == {"read_text"}


def test_engine_knows_nothing_of_sites() -> None:
    for path in sorted((PACKAGE / "engine").glob("*.py")):
        names = imported(ast.parse(path.read_text(encoding="utf-8")))
        inside = {part_of(name) for name in names if name.startswith("sunlit.")}
        assert inside <= {"engine", "digest"}, path


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_is_small_enough_to_hold(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 320
