"""The indicators of a framework on a terminal."""

from indh_me.model import Framework
from indh_me.write.tables import indicators_table
from indh_me.write.words import Words

from .table import show_table

__all__ = ["show_indicators"]


def show_indicators(framework: Framework, language: str) -> None:
    """Print the indicators of a framework as a table on the standard output.

    Parameters
    ----------
    framework
        What has them.
    language
        Language of words.
    """
    words = Words.of(framework, language)
    show_table(indicators_table(framework, words), words)
