"""The log: what the program did, never what the user wrote."""

import logging
import traceback
from pathlib import Path
from types import TracebackType

_LARGEST = 200_000
_FORMAT = "%(asctime)s %(levelname)s %(name)s %(message)s"


def start_log(folder: Path) -> None:
    """Write warnings and errors to a file in `folder`, if that can be had; a large one is put by.

    By hand: the rotating handler of the library brings sockets and queues into every start.
    """
    logger = logging.getLogger("leadjournal")
    logger.setLevel(logging.INFO)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / "leadjournal.log"
        if path.exists() and path.stat().st_size > _LARGEST:
            path.replace(folder / "leadjournal.1.log")
        handler = logging.FileHandler(path, encoding="utf-8")
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
