"""The preview as a newcomer meets it, in a real browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Page, expect

from tests.bot.preview.browser import CHROMIUM, ask, begin, drawn, messages, opened, press, preview, sent, set_up_daily

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium; the preview is not driven in a browser")


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    with preview(tmp_path_factory.mktemp("preview")) as address, opened(address) as page:
        yield page


def test_the_page_is_the_bots_and_opens_at_a_greeting_below_one_answered_question(page: Page) -> None:
    assert page.title() == "Pullquote: a local preview"
    answer, greeting = messages(page).all()[-2:]
    expect(greeting).to_contain_text("Welcome to Pullquote. It knows GPT4.5's Flop")
    expect(greeting.get_by_text("soldier balls would crack").first).to_be_in_viewport()
    expect(greeting).to_contain_text("Check quote")
    expect(answer).to_contain_text("close match")
    expect(answer.locator("strong").first).to_be_visible()


def test_every_date_on_the_page_is_the_clocks(page: Page) -> None:
    today = datetime.now(UTC)
    for message in messages(page).all():
        expect(message.locator("time").first).to_contain_text(f"{today.month}/{today.day}/{today:%y}")


def test_a_recording_can_be_watched_at_the_second(page: Page) -> None:
    answer = ask(page, "quote", "the lamp never went out")
    link = answer.get_by_role("link", name="Watch 32:20")
    assert (link.get_attribute("href") or "").endswith("/keeping-a-light.mp4#t=1940")
    assert drawn(answer.locator(".component-container img").first)
    expect(answer).to_contain_text("Night Shift · Keeping a light (a made-up episode)")


def test_two_quotes_are_checked_already(page: Page) -> None:
    expect(messages(page).filter(has_text="Verbatim: said in these words")).to_have_count(1)
    altered = messages(page).filter(has_text="Altered —")
    expect(altered).to_have_count(1)
    expect(altered.locator("blockquote strong")).to_have_text(
        re.compile(r"^\w+ \w+$")
    )  # the verb that was denied, and the next word
    expect(altered.locator("s, del")).to_have_text("not")
    press(altered.get_by_role("button", name="Context"))
    expect(messages(page).last).to_contain_text("partial match")


def test_a_command_is_answered_with_a_card_whose_buttons_work(page: Page) -> None:
    answer = ask(page, "quote", "solder balls would crack")
    expect(answer.locator("blockquote strong").first).to_have_text("solder balls")
    expect(answer).to_contain_text(re.compile(r"Dylan Patel · 32:20"))
    press(answer.get_by_role("button", name="Context"))
    expect(answer).to_contain_text("How many years ago was this?")
    press(answer.get_by_role("button", name="Less"))
    expect(answer).not_to_contain_text("How many years ago was this?")
    press(answer.get_by_role("button", name="中文"))
    expect(answer).to_contain_text("焊球")
    press(answer.get_by_role("button", name="English"))
    press(answer.get_by_role("button", name="▶"))
    expect(answer).to_contain_text("2 of 2")


def test_matches_are_offered_while_typing(page: Page) -> None:
    begin(page, "quote", "microsoft lawyers god")
    offer = page.get_by_role("option").filter(has_text="17:30 · Dylan Patel")
    expect(offer).to_be_visible()
    offer.click()
    expect(sent(page)).to_contain_text("more lawyers than God")


def test_moments_come_with_a_picture_that_has_alt_text(page: Page) -> None:
    answer = ask(page, "when", "bumpgate")
    expect(answer).to_contain_text("bumpgate: 3 moments")
    picture = answer.locator(".component-container img").first
    assert drawn(picture)
    assert "moments at 1:01, 30:48, 32:20" in (picture.get_attribute("alt") or "")


def test_the_channel_can_be_seen_as_a_member_or_a_moderator(page: Page) -> None:
    names = page.locator("select").first.locator("option").all_inner_texts()
    assert [name.split(" ")[0] for name in names] == ["Mia", "Mo", "Ola"]
    scope = "data-media-reuse-scope"  # names the viewer: when it changes, the page is the moderator's
    before = messages(page).last.get_attribute(scope) or ""
    page.locator("select").first.select_option(index=1)
    expect(messages(page).last).not_to_have_attribute(scope, before)
    answer = ask(page, "at", "31:37")
    expect(answer).to_contain_text("How many years ago was this?")
    expect(answer).to_contain_text("Mo (moderator) used /at")


def test_the_owner_sets_up_a_quote_a_day_and_gets_one(page: Page) -> None:
    answer = set_up_daily(page)
    expect(answer).to_contain_text("09:00 (Europe/Berlin) · every day")
    expect(answer).to_contain_text("So it will look:")
    ask(page, "daily now", "")
    expect(messages(page).filter(has_text="Posted: ")).to_have_count(1)
    post = messages(page).filter(has=page.get_by_role("button", name="Not this one"))
    expect(post.locator("blockquote")).to_have_count(1)
    before = post.locator("blockquote").inner_text()
    press(post.get_by_role("button", name="Not this one"))
    expect(post.locator("blockquote")).not_to_have_text(before)
    expect(post).to_have_count(1)


def test_an_answer_that_follows_along_changes_without_a_press(page: Page) -> None:
    begin(page, "library add", "")  # the owner's page, as above
    page.get_by_role("option").filter(has_text="feed").click()
    page.keyboard.type("http://127.0.0.1/feed")
    answer = sent(page)
    expect(answer).to_contain_text("private network")


def test_what_a_stranger_types_shows_as_typed(page: Page) -> None:
    typed = "zqx **b** ||s|| `c` @everyone https://zq.zq [l](https://zq.zq)"
    answer = ask(page, "quote", typed)
    expect(answer).to_contain_text(f"“{typed.replace('@', '@' + chr(0x200B))}”")
    shown = answer.locator(".component-container")
    assert shown.locator("a, code, [class*=spoiler], [class*=mention]").count() == 0
