"""Libraries that speak in logs and warnings made to speak in findings."""

import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager


class _Keeping(logging.Handler):
    """Keeps the sentences of a log, each once and only the first few."""

    _most = 20

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.sentences: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a sentence."""
        if len(self.sentences) < self._most and (said := record.getMessage()) not in self.sentences:
            self.sentences.append(said)


@contextmanager
def heard(*names: str) -> Iterator[list[str]]:
    """Give what libraries log while something is done, and keep it and their warnings in.

    Args:
        names: The loggers of the libraries.
    """
    keeping = _Keeping()
    loggers = [logging.getLogger(name) for name in names]
    before = [logger.propagate for logger in loggers]
    for logger in loggers:
        logger.addHandler(keeping)
        logger.propagate = False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield keeping.sentences
    finally:
        for logger, propagated in zip(loggers, before, strict=True):
            logger.removeHandler(keeping)
            logger.propagate = propagated
