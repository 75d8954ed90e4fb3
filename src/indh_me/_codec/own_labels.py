"""Labels of a framework as plain data: tables by language, section and key."""

from collections.abc import Iterable, Iterator

from attrs import evolve

from indh_me.catalog import labels
from indh_me.errors import Fault, IndhMeError, Place, key_path, nearest
from indh_me.model import Label
from indh_me.model.label import label_faults
from indh_me.model.text import language_tag

from .faults import shown
from .scalars import is_table

__all__ = ["labels_from_plain", "labels_to_plain"]

TABLE = "labels"


def labels_from_plain(value: object, faults: list[Fault]) -> tuple[Label, ...]:
    """Make labels from the table of a framework file.

    Parameters
    ----------
    value
        What stands in the file.
    faults
        Takes all that is wrong, each with its path.

    Examples
    --------
    >>> faults = []
    >>> made = labels_from_plain({"es": {"status": {"overdue": "Atrasado", "overdu": "?"}}}, faults)
    >>> [each.words for each in made], faults[0].where.path
    (['Atrasado'], 'labels.es.status.overdu')
    """
    made = []
    for language, sections in _tables(
        value, (TABLE,), '[labels.es.status], overdue = "..."', faults
    ):
        try:
            language_tag(language)
        except IndhMeError as error:
            faults += _at(error, TABLE, language)
            continue
        for section, keys in _tables(sections, (TABLE, language), "[labels.es.status]", faults):
            if section not in labels():
                what, path = (
                    f"unknown section of labels {shown(section)}",
                    (TABLE, language, section),
                )
                faults.append(Fault(what, key_path(*path), nearest(section, labels())))
                continue
            path = TABLE, language, section
            for key, words in _words(keys, path, faults):
                try:
                    made.append(Label(language=language, section=section, key=key, words=words))
                except IndhMeError as error:
                    faults += _at(error, *path, key)
    faults += label_faults(made)
    return tuple(made)


def _at(error: IndhMeError, *path: str) -> Iterator[Fault]:
    return (evolve(each, where=Place(key_path(*path))) for each in error.faults)


def _words(value: object, path: tuple[str, ...], faults: list[Fault]) -> Iterator[tuple[str, str]]:
    """Give the labels of a section; put what is no string among the faults."""
    for key, words in _tables(value, path, 'overdue = "..."', faults):
        if isinstance(words, str):
            yield key, words
        else:
            what = f"{shown(words)} is not a label"
            faults.append(Fault(what, key_path(*path, key), "put the words in quotes"))


def _tables(
    value: object, path: tuple[str, ...], mend: str, faults: list[Fault]
) -> Iterator[tuple[str, object]]:
    """Give what stands in a table; put what is none among the faults."""
    if not is_table(value):
        faults.append(Fault("not a table", key_path(*path), f"write {mend}"))
        return
    yield from value.items()


def labels_to_plain(own: Iterable[Label]) -> dict[str, dict[str, dict[str, str]]]:
    """Write labels as the table of a framework file.

    Parameters
    ----------
    own
        The labels.

    Examples
    --------
    >>> late = Label(language="es", section="status", key="overdue", words="Atrasado")
    >>> labels_to_plain([late])
    {'es': {'status': {'overdue': 'Atrasado'}}}
    """
    plain: dict[str, dict[str, dict[str, str]]] = {}
    for each in own:
        section = plain.setdefault(each.language, {}).setdefault(each.section, {})
        section[each.key] = each.words
    return plain
