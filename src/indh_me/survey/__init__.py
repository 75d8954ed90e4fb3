"""How we ask: forms as values, in several languages, whatever the channel they go out by."""

from .choice import DONT_KNOW, OTHER, REFUSED, Choice, ChoiceList
from .evaluation import AnswerValue
from .expression import Expression
from .functions import Kind
from .instrument import Instrument, Moment
from .measure import Measure, ReviewStatus
from .question import Grid, Question, QuestionKind
from .routing import Routing, route
from .section import Place, Section
from .translation import missing_words, with_fallback, words_of

__all__ = [
    "DONT_KNOW",
    "OTHER",
    "REFUSED",
    "AnswerValue",
    "Choice",
    "ChoiceList",
    "Expression",
    "Grid",
    "Instrument",
    "Kind",
    "Measure",
    "Moment",
    "Place",
    "Question",
    "QuestionKind",
    "ReviewStatus",
    "Routing",
    "Section",
    "missing_words",
    "route",
    "with_fallback",
    "words_of",
]
