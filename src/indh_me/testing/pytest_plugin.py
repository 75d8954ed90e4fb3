"""The plugin of pytest: ``pytest --indh-frameworks PATH`` makes tests of framework files.

Every pytest where this package is installed imports this file, so it imports nothing of the
package: what reads and checks files is imported when the option is given.
"""

from pathlib import Path

import pytest

__all__ = ["pytest_addoption", "pytest_collect_file", "pytest_configure"]

#: The framework files, when there are any.
FILES = pytest.StashKey[dict[Path, Path]]()
MARKER = "indh_frameworks: the rules of one family on one framework file"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options."""
    group = parser.getgroup("indh-me", "indh-me: the rules of `indh-me check` as tests")
    group.addoption(
        "--indh-frameworks",
        action="append",
        default=[],
        metavar="PATH",
        help="a framework file, or a folder of them, to test; may be given again",
    )
    group.addoption(
        "--indh-data",
        default="*.csv",
        metavar="GLOB",
        help="files beside each framework that hold its figures (default: *.csv)",
    )
    group.addoption(
        "--indh-as-of",
        metavar="DATE",
        help="day for the rules that need one, such as 2008-03-27",
    )
    group.addoption(
        "--indh-fail-on",
        choices=["error", "warning", "info"],
        default="error",
        help="mildest severity that fails a test (default: error)",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Find the framework files, and have them collected with the other tests."""
    paths = config.getoption("--indh-frameworks")
    if not paths:
        return
    from .framework_tests import framework_files, parse_day  # noqa: PLC0415 - imports the package

    config.addinivalue_line("markers", MARKER)
    parse_day(config)
    files = framework_files(config.invocation_params.dir, paths)
    config.stash[FILES] = files
    # Workers of pytest-xdist are given the arguments of their controller, these among them.
    config.args += [str(file) for file in files.values() if str(file) not in config.args]


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Take a framework file that was asked for."""
    files = parent.config.stash.get(FILES, {})
    if not files or file_path.resolve() not in files:
        return None
    from .framework_tests import FrameworkFile  # noqa: PLC0415 - imports the package

    return FrameworkFile.from_parent(parent, path=file_path)
