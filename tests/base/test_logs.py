import logging
import sys
from pathlib import Path

from leadjournal.base.logs import start_log, without_text

SECRET = "Greta said something private"


def fail() -> None:
    raise ValueError(SECRET)


def test_an_error_is_logged_by_its_kind_and_place_only(tmp_path: Path) -> None:
    try:
        fail()
    except ValueError as error:
        words = without_text(type(error), error, sys.exc_info()[2])
    assert words.startswith("ValueError at test_logs.py:")
    assert "fail" in words
    assert SECRET not in words


def test_the_log_is_a_file_in_its_folder(tmp_path: Path) -> None:
    logger = logging.getLogger("leadjournal")
    before = list(logger.handlers)
    start_log(tmp_path / "logs")
    logger.info("started")
    for handler in set(logger.handlers) - set(before):
        handler.close()
        logger.removeHandler(handler)
    assert "started" in (tmp_path / "logs" / "leadjournal.log").read_text(encoding="utf-8")


def test_a_large_log_is_put_by_at_the_start(tmp_path: Path) -> None:
    (tmp_path / "leadjournal.log").write_text("x" * 200_001, encoding="utf-8")
    logger = logging.getLogger("leadjournal")
    before = list(logger.handlers)
    start_log(tmp_path)
    for handler in set(logger.handlers) - set(before):
        handler.close()
        logger.removeHandler(handler)
    assert (tmp_path / "leadjournal.log").stat().st_size == 0
    assert (tmp_path / "leadjournal.1.log").stat().st_size == 200_001


def test_a_log_that_cannot_be_had_stops_nobody(tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.write_text("", encoding="utf-8")
    before = list(logging.getLogger("leadjournal").handlers)
    start_log(taken)
    assert logging.getLogger("leadjournal").handlers == before
