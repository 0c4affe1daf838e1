"""`python -m tests.verdicts_page`: writes the tables of docs/verdicts.md anew, from the rules and kinds of edits."""

from __future__ import annotations

from collections.abc import Iterable

from handlers.cards.verdict.reasons import named_reasons
from handlers.texts import texts_in
from tests.conftest import ROOT
from transcript.comparison.kinds import KINDS
from transcript.comparison.rules.rule import Severity
from transcript.comparison.rules.table import RULES

PAGE = ROOT / "docs" / "verdicts.md"


HEADINGS: dict[Severity, str] = {
    "same": "The same words in other writing: the quote is verbatim",
    "spoken": "What speech has and writing leaves out: the quote is verbatim",
    "light": "Light changes: the quote is close",
}


def page_with_tables(page: str) -> str:
    """The page with the tables that are true now, between its marks."""
    for name, lines in (("rules", _rules()), ("kinds", _kinds())):
        begin, end = f"<!-- {name}: python -m tests.verdicts_page -->", f"<!-- end of {name} -->"
        before, _, rest = page.partition(begin)
        page = "\n".join((before + begin, *lines, end)) + rest.partition(end)[2]
    return page


def _rules() -> Iterable[str]:
    for severity, heading in HEADINGS.items():
        yield f"\n### {heading}\n"
        told = severity == "light"  # a verbatim quote has no reasons
        yield f"| rule |{' in the verdict |' if told else ''} said | quoted |"
        yield f"| --- |{' --- |' if told else ''} --- | --- |"
        for rule in RULES:
            if rule.severity == severity:
                reason = f" {_reason(rule.name)} |" if told else ""
                yield f"| {rule.name} |{reason} {' | '.join(map(_cell, rule.example))} |"
    yield ""


def _kinds() -> Iterable[str]:
    yield "\n| kind | in the verdict | said | quoted |"
    yield "| --- | --- | --- | --- |"
    for kind in KINDS:
        yield f"| {kind.name} | {_reason(kind.name)} | {' | '.join(map(_cell, kind.example))} |"
    yield ""


def _reason(name: str) -> str:
    return named_reasons([name], texts_in("en"))


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def main() -> None:
    PAGE.write_text(page_with_tables(PAGE.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
