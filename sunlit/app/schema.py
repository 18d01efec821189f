"""JSON Schemas of the content's files, for editors: one file per kind, from the records."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from sunlit.model.area import AreaRecord, Report
from sunlit.model.disclosure import Catalogue, Disclosures
from sunlit.model.framework import Framework
from sunlit.model.project import Project
from sunlit.model.record import Record, json_schema
from sunlit.model.scores import ScoreSheet
from sunlit.model.services import FacilityList, Organisation, Participation, ServiceMenu
from sunlit.model.unit import PhotoList, Profile, Update
from sunlit.source.settings import SiteSettings

SCHEMAS: Mapping[str, type[Record]] = {
    "area": AreaRecord,
    "catalogue": Catalogue,
    "disclosures": Disclosures,
    "facilities": FacilityList,
    "framework": Framework,
    "organisation": Organisation,
    "participation": Participation,
    "photos": PhotoList,
    "project": Project,
    "report": Report,
    "scores": ScoreSheet,
    "services": ServiceMenu,
    "site": SiteSettings,
    "unit": Profile,
    "update": Update,
}


def schema_texts() -> dict[str, str]:
    """File name to schema text, for every kind of file."""
    return {
        f"{name}.schema.json": json.dumps(
            {"$schema": "https://json-schema.org/draft/2020-12/schema", **json_schema(record)},
            ensure_ascii=False,
            indent=1,
        )
        + "\n"
        for name, record in SCHEMAS.items()
    }


def write_schemas(folder: Path) -> tuple[str, ...]:
    """Write every schema into a folder; the names written."""
    folder.mkdir(parents=True, exist_ok=True)
    texts = schema_texts()
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    return tuple(texts)
