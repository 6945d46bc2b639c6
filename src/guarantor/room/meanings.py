"""Meanings: vectors of the documents of a folder, asked of the endpoint of a language model."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from guarantor.intake import read
from guarantor.model import PUBLIC, Document
from guarantor.room.batch_files import Place, place_of
from guarantor.room.llm_endpoint import LanguageModel, language_model
from guarantor.room.llm_wanted import WantedModel


class Meanings:
    """Gives a vector for each of some documents of a folder; their texts are sent for that.

    Args:
        place: Where the files lie.
        model: The model that makes vectors of texts.
        audience: Who may see all of them.
    """

    def __init__(self, place: Place, model: LanguageModel, audience: str) -> None:
        self._place = place
        self._model = model
        self._audience = audience
        self._files = sorted((one.name for one in place.items()), key=len, reverse=True)

    def __call__(self, names: list[str]) -> NDArray[np.floating]:
        """Return a vector for each document, asked for by its name in the batch.

        Raises:
            NotForTheModel: Their audience is not one whose documents may be sent.
            NoModel: The endpoint does not answer, or with something else than vectors.
        """
        texts = [self._text(name) for name in names]
        return np.asarray(self._model.embed(texts, audience=self._audience), np.float32)

    def _text(self, name: str) -> str:
        """Return the text of a document; the name of its file is how its own begins."""
        file = next(one for one in self._files if name == one or name.startswith(f"{one}/"))
        for found in read(self._place.read(file), file):
            if isinstance(found, Document) and found.name == name:
                return found.text.readable
        return ""


@contextmanager
def meanings(
    folder: Path, wanted: WantedModel | None, audience: str = PUBLIC
) -> Iterator[Meanings | None]:
    """Lend what gives vectors of the documents of a folder, where a model is wanted for it.

    Raises:
        BadEndpoint: The address, the name or the key cannot be used.
        MissingExtra: The extra is not installed.
        Unusable: There is no such folder.
    """
    if wanted is None:
        yield None
        return
    with language_model(
        wanted.url, model=wanted.model, allow=wanted.allow, cache=wanted.cache
    ) as model:
        yield Meanings(place_of(folder), model, audience)
