"""How we ask: forms as values, in several languages, whatever the channel they go out by."""

from .choice import DONT_KNOW, OTHER, REFUSED, Choice, ChoiceList
from .evaluation import AnswerValue
from .expression import Expression
from .functions import Kind
from .instrument import Instrument, Moment
from .items import Bank, Item, Module, bank
from .measure import Measure, ReviewStatus
from .question import Grid, Question, QuestionKind
from .routing import Routing, route
from .section import Place, Section
from .statistic import Stage, Statistic
from .translation import missing_words, with_fallback, words_of

__all__ = [
    "DONT_KNOW",
    "OTHER",
    "REFUSED",
    "AnswerValue",
    "Bank",
    "Choice",
    "ChoiceList",
    "Expression",
    "Grid",
    "Instrument",
    "Item",
    "Kind",
    "Measure",
    "Module",
    "Moment",
    "Place",
    "Question",
    "QuestionKind",
    "ReviewStatus",
    "Routing",
    "Section",
    "Stage",
    "Statistic",
    "bank",
    "missing_words",
    "route",
    "with_fallback",
    "words_of",
]
