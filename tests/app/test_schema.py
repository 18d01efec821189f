"""JSON Schemas for editors: valid, true to the content, as strict as the reader."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from sunlit.app.root import REPOSITORY
from sunlit.app.schema import SCHEMAS, json_schema, schema_texts, write_schemas
from sunlit.model.unit import PhotoRecord
from sunlit.sample import SampleSpec, sample_files

UNIT = r"content/communities/[^/]+/[^/]+"
PLACE = r"content/communities/[^/]+(/[^/]+)?"
KINDS = {
    "catalogue": r"content/catalogue\.yaml",
    "framework": r"content/frameworks/[^/]+\.yaml",
    "area": r"content/communities/[^/]+/area\.md",
    "report": r"content/communities/[^/]+/reports/[^/]+\.md",
    "unit": rf"{UNIT}/index\.md",
    "project": rf"{UNIT}/projects/[^/]+\.md",
    "update": rf"{UNIT}/updates/[^/]+\.md",
    "scores": rf"{UNIT}/scores/[^/]+/[^/]+\.yaml",
    "disclosures": rf"{UNIT}/disclosures\.yaml",
    "photos": rf"{UNIT}/photos/photos\.yaml",
    "organisation": rf"{PLACE}/organisation\.yaml",
    "services": rf"{PLACE}/services\.yaml",
    "facilities": rf"{PLACE}/facilities\.yaml",
    "participation": rf"{PLACE}/participation\.yaml",
}


class Core(yaml.CBaseLoader):
    """YAML 1.2 as editors read it: numbers, true and false; dates stay texts."""


for tag, form, first in (
    ("bool", r"true|false", "tf"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?[0-9]+\.[0-9]+", "-+0123456789"),
):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{form})$"), list(first))
Core.add_constructor("tag:yaml.org,2002:bool", lambda _, node: node.value == "true")
Core.add_constructor("tag:yaml.org,2002:int", lambda _, node: int(node.value))
Core.add_constructor("tag:yaml.org,2002:float", lambda _, node: float(node.value))


@lru_cache(maxsize=1)
def validators() -> dict[str, Draft202012Validator]:
    texts = schema_texts()
    return {
        kind: Draft202012Validator(json.loads(texts[f"{kind}.schema.json"])) for kind in SCHEMAS
    }


@lru_cache(maxsize=1)
def contents() -> dict[str, list[tuple[str, str]]]:
    """The YAML of the repository's content and of a sample by kind, with where it stands."""
    files = dict(sample_files(SampleSpec(units=4, seed=5, photos=1, photo_width=400)))
    for path in sorted((REPOSITORY / "content").rglob("*")):
        if path.is_file():
            files[path.relative_to(REPOSITORY).as_posix()] = path.read_bytes()
    found: dict[str, list[tuple[str, str]]] = {kind: [] for kind in KINDS}
    for name, content in files.items():
        for kind, form in KINDS.items():
            if re.fullmatch(form, name):
                text = content.decode()
                found[kind].append((name, text.split("---\n")[1] if name[-3:] == ".md" else text))
    return found


def wrong(kind: str, loader: Any) -> Iterator[str]:
    for name, text in contents()[kind]:
        for error in validators()[kind].iter_errors(yaml.load(text, Loader=loader)):
            yield f"{name}: {error.json_path}: {error.message[:120]}"


@pytest.mark.parametrize("kind", SCHEMAS)
def test_a_schema_is_a_valid_json_schema_of_2020_12(kind: str) -> None:
    schema = validators()[kind].schema
    assert isinstance(schema, dict)
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_takes_the_content_as_texts_and_as_editors_read_it(kind: str) -> None:
    assert contents()[kind], "there is no such file"
    assert [*wrong(kind, yaml.CBaseLoader)][:5] == []
    assert [*wrong(kind, Core)][:5] == []


def test_the_settings_fit_their_schema() -> None:
    table = tomllib.loads((REPOSITORY / "site.toml").read_text("utf-8"))
    assert [error.message for error in validators()["site"].iter_errors(table)] == []


@pytest.mark.parametrize("kind", SCHEMAS)
def test_a_schema_refuses_a_field_that_does_not_exist(kind: str) -> None:
    errors = validators()[kind].iter_errors({"nonsense": "1"})
    assert any("nonsense" in error.message for error in errors)


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("project", {"title": "路", "status": "finished"}),
        ("project", {"title": "路", "public_notice": {"start": "2018-02-01"}}),
        ("project", {"title": "路", "public_notice": {"from": "2018-02"}}),
        ("project", {"title": "路", "period": {"due": "next year"}}),
        ("project", {"title": "路", "dimensions": ["Green"]}),
        ("project", {"title": "路", "funds": {"id": "a"}}),
        ("project", {}),
        ("unit", {"code": "5.10114E+11"}),
        ("photos", {"photos": [{"file": "a.jpg", "caption": "a", "people": "none",
                                "redact": [[1, 2, 3]]}]}),
        ("area", {"name": "a", "level": "county"}),
    ],
)  # fmt: skip
def test_a_schema_refuses_what_the_reader_refuses(kind: str, fields: dict[str, object]) -> None:
    assert not validators()[kind].is_valid(fields)


def test_the_schemas_in_the_repository_are_those_of_the_model() -> None:
    folder = REPOSITORY / "schemas"
    there = {path.name: path.read_text("utf-8") for path in folder.glob("*.json")}
    assert there == schema_texts(), "run `python build.py schema`"


def test_a_schema_describes_its_fields_in_two_languages() -> None:
    schema = json_schema(PhotoRecord)
    assert schema["additionalProperties"] is False
    assert schema["required"] == ["file", "caption", "people"]
    assert "/ Caption." in schema["properties"]["caption"]["description"]


def test_the_schemas_are_written_with_their_descriptions(tmp_path: Path) -> None:
    names = write_schemas(tmp_path / "schemas")
    assert sorted(names) == sorted(path.name for path in (tmp_path / "schemas").iterdir())
    assert "公示" in (tmp_path / "schemas" / "project.schema.json").read_text("utf-8")
