"""The journal's own name and owner."""

from leadjournal.base.words import _
from leadjournal.model.journal_card import CARD_ID, JournalCard, JournalCardDraft
from leadjournal.store.journal_file import Journal


class Card:
    """What the journal is called and whose it is."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def get(self) -> JournalCard:
        """The card; a journal without one is called by its file's name."""
        with self._journal.reading() as session:
            card = session.get(JournalCard, CARD_ID)
        return card or JournalCard(id=CARD_ID, name=self._journal.path.stem)

    @property
    def name(self) -> str:
        """The journal's name."""
        return self.get().name

    def write(self, draft: JournalCardDraft) -> None:
        """Give the journal its name and owner."""
        with self._journal.writing(_("Name the journal")) as session:
            card = session.get(JournalCard, CARD_ID) or JournalCard(id=CARD_ID, name=draft.name)
            card.sqlmodel_update(draft.model_dump(exclude_unset=True))
            session.add(card)
