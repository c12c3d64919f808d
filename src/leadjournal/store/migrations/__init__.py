"""The numbered steps from an empty file to the present schema, as SQL text, in their order."""

from leadjournal.store.migrations import (
    m0001_first_tables,
    m0002_history,
    m0003_outcomes_in_depth,
)

MIGRATIONS: tuple[str, ...] = (
    m0001_first_tables.SQL,
    m0002_history.SQL,
    m0003_outcomes_in_depth.SQL,
)
"""Migration n brings a journal from schema n-1 to schema n."""

SCHEMA = len(MIGRATIONS)
