"""What README, manual and recipes point at is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = ["README.md", "CHANGELOG.md", "CONTRIBUTING.md", "docs/manual.md"]
LINK = re.compile(r"\]\(([^)#][^)]*)\)")


@pytest.mark.parametrize("page", PAGES)
def test_every_link_leads_somewhere(page: str) -> None:
    file = ROOT / page
    links = LINK.findall(file.read_text(encoding="utf-8"))
    gone = [link for link in links if not (file.parent / link.split("#")[0]).exists()]
    assert gone == []


def test_the_links_are_seen() -> None:
    assert "docs/manual.md" in LINK.findall((ROOT / "README.md").read_text(encoding="utf-8"))
