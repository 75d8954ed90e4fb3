"""How we ask: forms as values, in several languages, whatever the channel they go out by."""

from .choice import DONT_KNOW, OTHER, REFUSED, Choice, ChoiceList
from .evaluation import AnswerValue
from .expression import Expression
from .functions import ExpressionKind
from .instrument import Instrument, Moment
from .items import Bank, Item, Module, bank
from .measure import Measurement, ReviewStatus
from .question import Grid, Question, QuestionKind
from .routing import Routing, route
from .section import QuestionPlace, Section
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
    "ExpressionKind",
    "Grid",
    "Instrument",
    "Item",
    "Measurement",
    "Module",
    "Moment",
    "Question",
    "QuestionKind",
    "QuestionPlace",
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

# The names until all rooms use the longer ones, which no other class of the package has.
Kind = ExpressionKind
Measure = Measurement
Place = QuestionPlace
