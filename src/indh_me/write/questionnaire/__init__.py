"""What forms on paper and on screen share: numbers of questions, ways around them, their words."""

from .conditions import condition_words
from .numbers import numbers_of
from .readable import readable_in
from .skips import END, Skips, skips_of

__all__ = ["END", "Skips", "condition_words", "numbers_of", "readable_in", "skips_of"]
