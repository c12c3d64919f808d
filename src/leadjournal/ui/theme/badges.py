"""The grounds and inks of badges, by kind; whoever paints one reads them here."""

KINDS = {
    "good": ("accent_soft", "on_accent_soft"),
    "debt": ("debt_soft", "on_debt_soft"),
    "bad": ("danger_soft", "on_danger_soft"),
    "why": ("why_soft", "on_why_soft"),
    "note": ("note_soft", "on_note_soft"),
    "plain": ("sunken", "text_2"),
}
