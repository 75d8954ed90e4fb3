"""Numbers of questions, the same in every printed or shown form."""

from collections.abc import Mapping

from indh_me.survey import Instrument

__all__ = ["numbers_of"]


def numbers_of(form: Instrument) -> Mapping[str, int]:
    """Give numbers to the questions that a person answers, rows of grids among them.

    Parameters
    ----------
    form
        The form.

    Returns
    -------
    Mapping[str, int]
        Numbers from 1 on, by name of question. Notes and calculated questions have none.
    """
    asked = (place.name for place in form.questions if place.question.kind.is_asked)
    return {name: number for number, name in enumerate(asked, start=1)}
