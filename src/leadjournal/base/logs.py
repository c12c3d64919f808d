"""The log: what the program did, never what the user wrote."""

import logging
import logging.handlers
import traceback
from pathlib import Path
from types import TracebackType

_FORMAT = "%(asctime)s %(levelname)s %(name)s %(message)s"


def start_log(folder: Path) -> None:
    """Write warnings and errors to a small rotating file in `folder`, if that can be had."""
    logger = logging.getLogger("leadjournal")
    logger.setLevel(logging.INFO)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = logging.handlers.RotatingFileHandler(
            folder / "leadjournal.log", maxBytes=200_000, backupCount=2, encoding="utf-8"
        )
    except OSError:
        return
    handler.setFormatter(logging.Formatter(_FORMAT))
    logger.addHandler(handler)


def without_text(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> str:
    """An error as its kind and its places in the code: messages may quote the journal."""
    places = [
        f"{Path(frame.filename).name}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(trace)
    ]
    return f"{kind.__name__} at {' > '.join(places) or 'no place'}"
