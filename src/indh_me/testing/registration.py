"""What Hypothesis runs when it is imported, so that it knows the classes of the model.

Whoever has this package installed runs this with each import of Hypothesis, most often for
tests of something else. So nothing of the model is imported here, which would double the time
that Hypothesis itself takes: the strategies are registered when the model is first imported.
"""

import importlib.util
import sys
from collections.abc import Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType

__all__ = ["register"]

MODEL = "indh_me.model"
#: Where classes with strategies live. The forms import the model on their way: when they come
#: first, both are there only when they have been loaded.
ROOMS = (MODEL, "indh_me.survey")


def register() -> None:
    """Register the strategies of the model's classes, now or when the model is imported.

    It is the entry point of the group ``hypothesis``; nobody else need call it.

    Examples
    --------
    >>> from hypothesis import strategies as st
    >>> from indh_me.testing import simplest
    >>> import indh_me as me
    >>> str(simplest(st.from_type(me.Quantity), lambda quantity: not quantity.is_exact))
    '0 (..)'
    """
    if MODEL in sys.modules:
        _register()
    else:
        sys.meta_path.insert(0, _ModelFinder())


def _register() -> None:
    from .types import register_types  # noqa: PLC0415 - needs the model

    register_types()


class _ModelFinder(MetaPathFinder):
    """Waits for the import of the model or of the forms, and steps aside."""

    def find_spec(
        self, fullname: str, _path: Sequence[str] | None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname not in ROOMS:
            return None
        sys.meta_path.remove(self)
        spec = importlib.util.find_spec(fullname)
        if spec is not None and spec.loader is not None:
            spec.loader = _RegisteringLoader(spec.loader)
        return spec


class _RegisteringLoader(Loader):
    """Loads the model as its own loader does, then registers its classes."""

    def __init__(self, loader: Loader) -> None:
        self.loader = loader

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        return self.loader.create_module(spec)

    def exec_module(self, module: ModuleType) -> None:
        # Whoever asks the module later for its source or its files finds its own loader.
        module.__loader__ = self.loader
        if module.__spec__ is not None:
            module.__spec__.loader = self.loader
        self.loader.exec_module(module)
        _register()
