"""Discord's limits on what a bot sends, as its API description has them, and the one place that asserts them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

TEXT = 4000


COMPONENTS = 40


BUTTON, CONTAINER, ACTION_ROW, TEXT_DISPLAY, GALLERY = 2, 17, 1, 10, 12


SELECT, SECTION, THUMBNAIL, SEPARATOR = 3, 9, 11, 14


LINK = 5


def walk(components: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for component in components:
        yield component
        yield from walk(component.get("components", []))
        if "accessory" in component:
            yield from walk([component["accessory"]])


def assert_message(components: list[dict[str, Any]]) -> None:
    """A message of components that Discord takes."""
    every = list(walk(components))
    assert 0 < len(every) <= COMPONENTS
    assert sum(len(each["content"]) for each in every if each["type"] == TEXT_DISPLAY) <= TEXT
    for each in every:
        _ASSERT[each["type"]](each)
    ids = [each["custom_id"] for each in every if "custom_id" in each]
    assert len(ids) == len(set(ids))


def _assert_text(text: dict[str, Any]) -> None:
    assert 1 <= len(text["content"]) <= TEXT
    assert not re.search("[\ud800-\udfff\0]", text["content"])


def _assert_button(button: dict[str, Any]) -> None:
    label = button["label"]
    assert 1 <= len(label) <= 80
    assert len(re.findall(r"[\w:]+", label)) <= 2 or label.startswith("Not this")
    if button["style"] == LINK:
        assert re.fullmatch(r"https?://\S{1,504}", button["url"])
    else:
        assert 1 <= len(button["custom_id"]) <= 100


def _assert_row(row: dict[str, Any]) -> None:
    assert 1 <= len(row["components"]) <= 5


def _assert_container(container: dict[str, Any]) -> None:
    assert 1 <= len(container["components"]) <= COMPONENTS


def _assert_gallery(gallery: dict[str, Any]) -> None:
    assert 1 <= len(gallery["items"]) <= 10
    for item in gallery["items"]:
        assert 1 <= len(item["description"]) <= 1024


def _assert_select(select: dict[str, Any]) -> None:
    assert 1 <= len(select["custom_id"]) <= 100
    assert 1 <= len(select["placeholder"]) <= 150
    values = [option["value"] for option in select["options"]]
    assert 1 <= len(values) == len(set(values)) <= 25
    for option in select["options"]:
        assert 1 <= len(option["label"]) <= 100
        assert 1 <= len(option["value"]) <= 100


def _assert_section(section: dict[str, Any]) -> None:
    assert 1 <= len(section["components"]) <= 3
    assert all(each["type"] == TEXT_DISPLAY for each in section["components"])
    assert section["accessory"]["type"] in (BUTTON, THUMBNAIL)


def _assert_thumbnail(thumbnail: dict[str, Any]) -> None:
    assert 1 <= len(thumbnail["description"]) <= 1024
    assert re.fullmatch(r"https?://\S{1,2040}", thumbnail["media"]["url"])


def _assert_separator(separator: dict[str, Any]) -> None:
    assert separator.keys() <= {"type", "id", "divider", "spacing"}


_ASSERT = {
    SELECT: _assert_select,
    SECTION: _assert_section,
    THUMBNAIL: _assert_thumbnail,
    SEPARATOR: _assert_separator,
    BUTTON: _assert_button,
    ACTION_ROW: _assert_row,
    CONTAINER: _assert_container,
    TEXT_DISPLAY: _assert_text,
    GALLERY: _assert_gallery,
}


def assert_choices(choices: list[dict[str, Any]]) -> None:
    """An answer to autocomplete that Discord takes."""
    assert len(choices) <= 25
    for choice in choices:
        assert 1 <= len(choice["name"]) <= 100
        assert 1 <= len(choice["value"]) <= 100
