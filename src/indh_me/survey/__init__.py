"""How we ask: forms as values, in several languages, whatever the channel they go out by."""

from .choice import DONT_KNOW, OTHER, REFUSED, Choice, ChoiceList
from .communication import CommunicationForms, communication_forms
from .evaluation import AnswerValue
from .expression import Expression
from .functions import ExpressionKind
from .instrument import Instrument, Moment
from .items import Bank, Item, Module, bank
from .measure import Measurement, ReviewStatus
from .question import Grid, Question, QuestionKind
from .routing import Routing, route
from .section import QuestionPlace, Section
from .session import (
    AddedQuestion,
    Event,
    KnowledgeItem,
    Message,
    PlaceLevel,
    Session,
    Topic,
)
from .statistic import Stage, Statistic
from .training import TrainingForms, training_forms
from .translation import missing_words, with_fallback, words_of

__all__ = [
    "DONT_KNOW",
    "OTHER",
    "REFUSED",
    "AddedQuestion",
    "AnswerValue",
    "Bank",
    "Choice",
    "ChoiceList",
    "CommunicationForms",
    "Event",
    "Expression",
    "ExpressionKind",
    "Grid",
    "Instrument",
    "Item",
    "KnowledgeItem",
    "Measurement",
    "Message",
    "Module",
    "Moment",
    "PlaceLevel",
    "Question",
    "QuestionKind",
    "QuestionPlace",
    "ReviewStatus",
    "Routing",
    "Section",
    "Session",
    "Stage",
    "Statistic",
    "Topic",
    "TrainingForms",
    "bank",
    "communication_forms",
    "missing_words",
    "route",
    "training_forms",
    "with_fallback",
    "words_of",
]
