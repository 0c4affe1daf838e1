"""The preview in a real browser. `python -m tests.bot.preview.browser` takes the pictures that README shows."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

from playwright.sync_api import Locator, Page, Response, expect, sync_playwright
from playwright.sync_api import TimeoutError as NotInTimeError

from tests.conftest import ROOT

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


PICTURES = ROOT / "tests" / "pictures"


MESSAGE, IDENTITY = "article.channel-message", "data-message-id"


_PATIENCE = 90_000  # milliseconds: a busy machine is slow, not wrong
expect.set_options(timeout=_PATIENCE)


_PRESSES, _TAKEN_WITHIN = 20, 10_000  # milliseconds


_ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update")


@contextmanager
def preview(data: Path) -> Iterator[str]:
    """The address of `python -m bot preview`, started for this."""
    command = [sys.executable, "-m", "bot", "preview", "--port", "0"]
    with subprocess.Popen(
        command,
        cwd=data,
        env={"PYTHONPATH": str(ROOT), "DATA_DIR": str(data), "PATH": os.environ.get("PATH", "")},
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().strip()
        finally:
            process.terminate()


@contextmanager
def opened(address: str, width: int = 900, height: int = 1400, scale: float = 1) -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=_ARGUMENTS)
        page = browser.new_page(viewport={"width": width, "height": height}, device_scale_factor=scale)
        page.set_default_timeout(_PATIENCE)
        page.goto(address)
        page.get_by_text("Welcome to Pullquote").first.wait_for()
        yield page
        browser.close()


def messages(page: Page) -> Locator:
    return page.locator(MESSAGE)


def begin(page: Page, command: str, typed: str) -> None:
    """Choose the command in the picker, as a person does, and type into its first option."""
    composer = page.locator("#channel-composer-input")
    composer.click()
    composer.press_sequentially(f"/{command}")
    page.get_by_role("option").filter(has_text=f"/{command}").first.click()
    page.keyboard.type(typed)


def ask(page: Page, command: str, typed: str) -> Locator:
    """The answer to the command, once it is there."""
    begin(page, command, typed)
    page.keyboard.press("Escape")
    return sent(page)


def sent(page: Page) -> Locator:
    """Send what stands in the composer, and wait for the answer."""
    newest = messages(page).last
    before = newest.get_attribute(IDENTITY) or ""
    press(page.get_by_role("button", name="Send"), "run_command")
    expect(newest).not_to_have_attribute(IDENTITY, before)
    return page.locator(f"{MESSAGE}[{IDENTITY}='{newest.get_attribute(IDENTITY)}']")


def press(button: Locator, action: str = "click") -> None:
    """Press it until the page takes the press. While the page has something else under way, such as choices to offer or
    its new height to tell, it drops a press, and its button may look as if it could be pressed."""
    told = None
    for _ in range(_PRESSES):
        with suppress(NotInTimeError):
            with button.page.expect_response(partial(_asks_for, action), timeout=_TAKEN_WITHIN) as response:
                button.click()
            told = response.value.json()
            if not told["rejected"]:
                return
    raise AssertionError(f"the page does not take a press of {button}: {told}")


def _asks_for(action: str, response: Response) -> bool:
    body = response.request.post_data or ""
    return response.url.endswith("/api/action") and f'"kind":"{action}"' in body


def drawn(picture: Locator) -> bool:
    """True if the browser has loaded the picture: until then it shows the sign of a broken one."""
    picture.wait_for()
    for _ in range(200):
        if picture.evaluate("image => image.complete && image.naturalWidth > 0"):
            return True
        picture.page.wait_for_timeout(50)
    return False


def set_up_daily(page: Page) -> Locator:
    """The answer to an owner who sets up a quote of the day."""
    scope = "data-media-reuse-scope"  # names the viewer: when it changes, the page is the owner's
    before = messages(page).last.get_attribute(scope) or ""
    page.locator("select").first.select_option(index=2)
    expect(messages(page).last).not_to_have_attribute(scope, before)
    begin(page, "daily start", "")
    page.get_by_role("option").filter(has_text="podcast-quotes").click()
    page.keyboard.type("9")
    page.keyboard.press("Tab")
    page.keyboard.type("berlin")
    page.get_by_role("option").filter(has_text="Europe/Berlin").click()
    return sent(page)


def settled(answer: Locator) -> Locator:
    """The answer once its buttons can be pressed, with the mouse elsewhere, so that nothing lies over it."""
    for button in answer.locator(".component-container").get_by_role("button").all():
        if button.inner_text() not in ("◀", "▶"):
            expect(button).to_be_enabled()
    answer.page.mouse.move(0, 0)
    return answer


ASKED = {
    "quote": ("quote", "soldier balls would crack"),
    "recorded": ("quote", "the lamp never went out"),
    "nearest": ("quote", "nvidia will acquire coreweave for forty billion"),
    "random": ("random", ""),
    "when": ("when", "bumpgate"),
    "pages": ("when", "nvidia"),
    "at": ("at", "31.38"),
    "wrong-time": ("at", "soon"),
    "chapters": ("chapters", ""),
    "chapter": ("chapter", "apple"),
    "unknown-chapter": ("chapter", "zaphod"),
    "episodes": ("episodes", ""),
    "help": ("help", ""),
}
"""The cards that are drawn, by what they answer: a command and what is typed into its first option."""


def take_pictures() -> None:
    """Of every card on a phone and on a desk; those that README shows have no number."""
    with tempfile.TemporaryDirectory() as data, preview(Path(data)) as address:
        for width, scale in ((900, 2), (900, 1), (390, 1)):
            folder = PICTURES / str(width) if scale == 1 else PICTURES
            folder.mkdir(parents=True, exist_ok=True)
            with opened(address, width=width, height=2400, scale=scale) as page:
                _take_pictures_of(page, folder, every=scale == 1)


def _take_pictures_of(page: Page, folder: Path, *, every: bool) -> None:
    for name, (command, typed) in ASKED.items():
        if every or name in ("quote", "when"):
            answer = settled(ask(page, command, typed))
            _shoot(answer, folder / f"{name}.png")
            page.wait_for_timeout(500)
    _shoot(messages(page).filter(has_text="Altered —").last, folder / "verdict.png")  # the page has its width by now
    press(settled(ask(page, "quote", "the lamp never went out")).get_by_role("button", name="Picture"))
    picture = messages(page).filter(has_text="A picture to post elsewhere:").last  # earlier ones stay
    picture.wait_for()
    _shoot(settled(picture), folder / "picture.png")
    settled(set_up_daily(page)).screenshot(path=folder / "daily.png")


def _shoot(answer: Locator, path: Path) -> None:
    for wait in (1_000, 0):  # milliseconds: an answer that comes anew brings its pictures anew
        for picture in answer.locator(".component-container img").all():
            assert drawn(picture)
        answer.page.wait_for_timeout(wait)
    card, before = answer.locator(".component-container").first, None
    while before != card.bounding_box():  # the page still moved when it was taken
        before = card.bounding_box()
        card.screenshot(path=path)


if __name__ == "__main__":
    take_pictures()
