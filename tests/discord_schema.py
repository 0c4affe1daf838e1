"""Discord's own description of its API, where it lies beside the project, as a check of what the bot sends."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

from tests.conftest import ROOT

DESCRIPTION = ROOT.parent / "shared" / "discord" / "openapi.json"


_KINDS: dict[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "null": type(None),
}


@cache
def _schemas() -> dict[str, Any]:
    schemas: dict[str, Any] = json.loads(DESCRIPTION.read_text(encoding="utf-8"))["components"]["schemas"]
    return schemas


def faults(value: Any, schema: dict[str, Any], where: str = "") -> Iterator[str]:
    """The faults of a value by a schema, in words."""
    if "$ref" in schema:
        yield from faults(value, _schemas()[schema["$ref"].rpartition("/")[2]], where)
        return
    if "oneOf" in schema:
        yield from _faults_of_all(value, schema["oneOf"], where)
        return
    kinds = schema.get("type", [])
    kinds = [kinds] if isinstance(kinds, str) else kinds
    if kinds and not any(isinstance(value, _KINDS[kind]) for kind in kinds):
        yield f"{where}: {type(value).__name__} is no {' or '.join(kinds)}"
        return
    yield from _faults_of_size(value, schema, where)
    if "enum" in schema and value not in schema["enum"] and value is not None:
        yield f"{where}: {value!r} is not among {schema['enum']}"
    if isinstance(value, dict):
        yield from (f"{where}.{name} is missing" for name in schema.get("required", ()) if name not in value)
        for name, each in value.items():
            if name in schema.get("properties", {}):
                yield from faults(each, schema["properties"][name], f"{where}.{name}")
    if isinstance(value, list):
        for number, each in enumerate(value):
            yield from faults(each, schema.get("items", {}), f"{where}[{number}]")


def _faults_of_all(value: Any, choices: list[dict[str, Any]], where: str) -> Iterator[str]:
    """The faults by the choice that has the fewest; none if one has none."""
    every = [list(faults(value, choice, where)) for choice in choices]
    yield from min(every, key=len)


def _faults_of_size(value: Any, schema: dict[str, Any], where: str) -> Iterator[str]:
    size = len(value) if isinstance(value, str | list) else value
    least = schema.get("minLength", schema.get("minItems", schema.get("minimum")))
    most = schema.get("maxLength", schema.get("maxItems", schema.get("maximum")))
    if isinstance(size, int | float) and least is not None and size < least:
        yield f"{where}: {size} is less than {least}"
    if isinstance(size, int | float) and most is not None and size > most:
        yield f"{where}: {size} is more than {most}"


def faults_of_message(components: list[dict[str, Any]]) -> list[str]:
    return list(faults({"components": components}, {"$ref": "#/components/schemas/MessageCreateRequest"}))


def faults_of_modal(modal: dict[str, Any]) -> list[str]:
    return list(faults(modal, {"$ref": "#/components/schemas/ModalInteractionCallbackRequestData"}))
