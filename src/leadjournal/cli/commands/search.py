"""search: records by their words."""

from typing import Annotated, Any

import typer

from leadjournal.base.words import _, ngettext
from leadjournal.cli import options
from leadjournal.cli.opening import opened
from leadjournal.cli.output import heading, say, show_json, show_marked
from leadjournal.cli.values import count_of, outcome_of, period, person_of
from leadjournal.model.catalogue import kind_named
from leadjournal.services.search import HIT_BEGINS, HIT_ENDS, Hit


def command(
    context: typer.Context,
    words: Annotated[
        list[str],
        typer.Argument(metavar="WORDS", help=_("What to look for; put -- before a first “-”.")),
    ],
    kind: Annotated[
        list[str] | None,
        typer.Option("--kind", metavar="KIND", help=_("Only this kind; may be repeated.")),
    ] = None,
    tag: Annotated[
        str | None, typer.Option("--tag", metavar="TAG", help=_("Only what has this tag."))
    ] = None,
    person: Annotated[
        str | None, typer.Option("--person", metavar="NAME", help=_("Only what names them."))
    ] = None,
    outcome: Annotated[
        str | None, typer.Option("--outcome", metavar="ID", help=_("Only what links to it."))
    ] = None,
    since: options.Since = None,
    until: options.Until = None,
    limit: Annotated[
        str, typer.Option("--limit", metavar="N", help=_("At most so many records."))
    ] = "50",
    as_json: options.AsJson = False,
    journal: options.Journal = None,
    passphrase_file: options.PassphraseFile = None,
) -> None:
    """Find what holds all the words, the best match first."""
    kinds = [kind_named(one).id for one in kind or ()]
    first, last = period(since, until)
    most = count_of(limit, "--limit")
    with opened(context, journal, passphrase_file) as workspace:
        hits = workspace.search.find(
            " ".join(words),
            kinds=kinds,
            tag=tag,
            person=person_of(workspace, person),
            outcome=outcome_of(workspace, outcome),
            since=first,
            until=last,
            limit=most,
        )
    if as_json:
        show_json([_values(hit) for hit in hits])
    else:
        _show(hits)


def _values(hit: Hit) -> dict[str, Any]:
    return {
        "kind": hit.ref.kind,
        "id": hit.ref.id,
        "title": hit.title,
        "day": hit.day.isoformat() if hit.day else None,
        "snippet": hit.snippet.replace(HIT_BEGINS, "").replace(HIT_ENDS, ""),
    }


def _show(hits: list[Hit]) -> None:
    for hit in hits:
        day = f" {hit.day}" if hit.day else ""
        heading(f"{hit.ref.id[:8]} {hit.kind}{day}: {hit.title}")
        show_marked(hit.snippet, HIT_BEGINS, HIT_ENDS)
    say(
        ngettext("{count} record found", "{count} records found", len(hits)).format(count=len(hits))
    )
