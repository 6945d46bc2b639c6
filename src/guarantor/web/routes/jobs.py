"""Jobs: questions that take long, with progress, until they are done or cancelled."""

from typing import Annotated, Literal
from urllib.parse import parse_qs

from fastapi import APIRouter, Path, Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from guarantor.web.asked import Asked
from guarantor.web.desk import Make
from guarantor.web.jobs import JobDocument, Jobs
from guarantor.web.refusals import refusing
from guarantor.web.routes.breaks import asks_answer
from guarantor.web.routes.reader import ReaderOf
from guarantor.web.routes.what_if import diagram_answer, what_if_answer

router = APIRouter(prefix="/jobs", tags=["jobs"])
QUESTIONS: dict[str, tuple[str, Make]] = {
    "asks": ("asks", asks_answer),
    "assessment": ("what-if", what_if_answer),
    "diagram": ("diagram", diagram_answer),
}
"""For each long question its view and what answers it."""
Name = Annotated[str, Path(max_length=64, description="The id of the job.")]


class Wanted(BaseModel):
    """A question that takes long."""

    model_config = ConfigDict(extra="forbid")

    question: Literal["asks", "assessment", "diagram"] = Field(description="What is asked.")
    query: str = Field(
        "", max_length=16_000, description="The query of the address whose answer is wanted."
    )


def _jobs(request: Request) -> Jobs:
    jobs: Jobs = request.app.state.jobs
    return jobs


@router.post(
    "", operation_id="begin_job", responses=refusing(400, 403, 405, 413, 414, 415, 422, 429)
)
async def begin(request: Request, reader: ReaderOf, wanted: Wanted) -> JobDocument:
    """Begin a job; an equal one that has not ended is shared."""
    view, make = QUESTIONS[wanted.question]
    options = _read(wanted.query).options(reader.desk.audience)
    return _jobs(request).begin(wanted.question, view, options, make)


@router.get("/{name}", operation_id="job", responses=refusing(400, 404, 405, 414, 422))
async def job(request: Request, name: Name) -> JobDocument:
    """Tell how far a job is."""
    return _jobs(request).job(name)


@router.delete(
    "/{name}", operation_id="cancel_job", responses=refusing(400, 403, 404, 405, 413, 414, 415, 422)
)
async def cancel(request: Request, name: Name) -> JobDocument:
    """Cancel a job."""
    return _jobs(request).cancel(name)


def _read(query: str) -> Asked:
    """Read a query as an address has it."""
    found = parse_qs(query.removeprefix("?"), max_num_fields=1_000)
    one = {"requirement", "firm", "as_known_on", "valid_on", "download"}
    values = {name: each[-1] if name in one else each for name, each in found.items()}
    try:
        return Asked.model_validate(values)
    except ValidationError as error:
        raise RequestValidationError(error.errors()) from error
