"""What every test may ask for: Hypothesis profiles, golden files, LibreOffice, Chromium."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from playwright.sync_api import Browser, sync_playwright

from golden_files import GoldenFiles
from odk import OdkValidate

GOLDEN = Path(__file__).parent / "golden"
MARKED = {"golden", "libreoffice", "chromium", "odk_validate"}
NO_LIBREOFFICE = (
    "LibreOffice (soffice) is not installed: NO workbook was recalculated in these tests; "
    "install libreoffice-calc to run them"
)
NO_CHROMIUM = (
    "Chromium is not installed: NO form was filled in in these tests; install chromium to run them"
)
NO_JAVA = (
    "Java is not installed: NO form was judged by ODK Validate in these tests; "
    "install default-jre-headless to run them"
)

settings.register_profile("dev", max_examples=25, deadline=None)
settings.register_profile(
    "ci",
    max_examples=25,
    deadline=None,  # CI machines are shared: a slow second there proves nothing.
    derandomize=True,
    print_blob=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "mutation",  # A planted fault is found in the first few examples, or by another test.
    max_examples=10,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "dev"))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option with which `nox -s golden` rewrites the golden files."""
    parser.addoption(
        "--rewrite-golden",
        action="store_true",
        help="write tests/golden from what the code gives today, instead of comparing",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Register the markers that the fixtures below give to the tests that ask for them."""
    config.addinivalue_line("markers", "golden: compares with a file of tests/golden")
    config.addinivalue_line("markers", "libreoffice: opens a workbook in LibreOffice")
    config.addinivalue_line("markers", "chromium: fills in a form in Chromium")
    config.addinivalue_line("markers", "odk_validate: has ODK Validate judge a form")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark each test by the fixtures it asks for, so that `-m` can pick or leave them.

    Files that wait for LibreOffice come first: at the end they would keep one core waiting.
    """
    slow = set()
    for item in items:
        for name in MARKED & set(getattr(item, "fixturenames", ())):
            item.add_marker(name)
            if name == "libreoffice":
                slow.add(item.path)
    items.sort(key=lambda item: item.path not in slow)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say loudly, under the results, that tests which need other programs did not run."""
    skipped = terminalreporter.stats.get("skipped", [])
    for missing in (NO_LIBREOFFICE, NO_CHROMIUM, NO_JAVA):
        if any(missing in str(report.longrepr) for report in skipped):
            terminalreporter.write_line(f"WARNING: {missing}", red=True, bold=True)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> GoldenFiles:
    """Return the golden files, whose `check` compares a text with one of them."""
    return GoldenFiles(GOLDEN, rewrite=bool(request.config.getoption("--rewrite-golden")))


@pytest.fixture(scope="session")
def libreoffice() -> str:
    """Return the path of LibreOffice; without it skip, but fail in CI where it must be."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    if found is not None:
        return found
    if os.environ.get("CI") == "true":
        pytest.fail(NO_LIBREOFFICE)
    pytest.skip(NO_LIBREOFFICE)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Return Chromium without a window; without it skip, but fail in CI where it must be."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None:
        if os.environ.get("CI") == "true":
            pytest.fail(NO_CHROMIUM)
        pytest.skip(NO_CHROMIUM)
    with sync_playwright() as playwright:
        # In a container the sandbox cannot be set up; the pages are of our own making.
        arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        browser = playwright.chromium.launch(executable_path=found, args=arguments)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def odk_validate() -> OdkValidate:
    """Return ODK Validate; without Java skip, but fail in CI where it must be."""
    found = shutil.which("java")
    if found is not None:
        return OdkValidate(found)
    if os.environ.get("CI") == "true":
        pytest.fail(NO_JAVA)
    pytest.skip(NO_JAVA)
