import pytest

from indh_me.compute import Finding
from indh_me.model import Text
from indh_me.write.terminal import show_findings


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pretend that the output is a terminal with colours."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "100")


def finding(severity: str = "error", message: str = "m") -> Finding:
    """Draft a finding."""
    return Finding(id="ME009", severity=severity, place="indicators.A", message=message, mend="n")


@pytest.mark.usefixtures("screen")
def test_findings_are_a_table_on_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    """On a terminal findings are rows; colour is a second cue beside the word."""
    show_findings([finding(), finding("info", message="[b]told[/b]")])
    shown = capsys.readouterr().out

    assert "\x1b[1;31mError" in shown
    assert "\x1b[34mNote" in shown
    assert "ME009" in shown
    assert "[b]told[/b]" in shown
    assert "Mend: n" in shown


@pytest.mark.usefixtures("screen")
@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ar", ("درجة الخطورة", "خطأ", "تنبيه")),
        ("en", ("Severity", "Error", "Warning")),
        ("fr", ("Gravité", "Erreur", "Avertissement")),
    ],
)
def test_findings_on_a_terminal_in_a_language(
    language: str, words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    """Headings and severities are in the language asked for."""
    show_findings([finding(), finding("warning")], language=language)
    shown = capsys.readouterr().out

    assert [] == [word for word in words if word not in shown]


@pytest.mark.usefixtures("screen")
def test_counts_have_bars(capsys: pytest.CaptureFixture[str]) -> None:
    """Under the table, bars compare how many findings there are of each severity."""
    found = [finding(), *(finding("warning") for _ in range(4))]
    show_findings([*found, _suppressed()], show_suppressed=False)
    lines = capsys.readouterr().out.splitlines()[-4:]

    assert [5, 20, 0, 5] == [line.count("\u2501") for line in lines]
    assert "Suppressed" in lines[-1]


@pytest.mark.usefixtures("screen")
def test_suppressed_findings_tell_why(capsys: pytest.CaptureFixture[str]) -> None:
    """What is suppressed is told with its reason on a terminal too."""
    show_findings([_suppressed()])

    assert "Suppressed: known" in capsys.readouterr().out


def _suppressed() -> Finding:
    known = Text.of(en="known")
    return Finding(id="ME009", severity="error", place="a", message="m", mend="n", suppressed=known)


@pytest.mark.usefixtures("screen")
def test_nothing_found(capsys: pytest.CaptureFixture[str]) -> None:
    """Without findings there is no table, and the counts say so."""
    show_findings([])
    shown = capsys.readouterr().out

    assert "Severity" not in shown
    assert "\u2501" not in shown
    assert "Error" in shown


def test_plain_findings_in_french(capsys: pytest.CaptureFixture[str]) -> None:
    """What is piped is plain; the words around the findings are in the language asked for."""
    show_findings([finding(), _suppressed()], language="fr")

    assert [
        "ME009 Erreur : m",
        "  Emplacement : indicators.A",
        "  Correction : n",
        "ME009 Erreur : m",
        "  Emplacement : a",
        "  Correction : n",
        "  Admis avec motif : known",
        "Erreur : 1, Avertissement : 0, Remarque : 0, Admis avec motif : 1",
    ] == capsys.readouterr().out.splitlines()


@pytest.mark.parametrize("show", [True, False])
def test_suppressed_findings_are_shown_or_counted(
    capsys: pytest.CaptureFixture[str], *, show: bool
) -> None:
    """What is suppressed is told with its reason where asked for, and counted anyway."""
    found = Finding(
        id="ME009",
        severity="error",
        place="a",
        message="m" * 300,
        mend="n",
        suppressed=Text.of(en="[known]"),
    )
    show_findings([found], show_suppressed=show)
    told = ["ME009 error: " + "m" * 300, "  where: a", "  mend:  n", "  suppressed: [known]"]

    assert [*(told if show else []), "0 error, 0 warning, 0 info, 1 suppressed"] == (
        capsys.readouterr().out.splitlines()
    )


def test_findings_are_counted(capsys: pytest.CaptureFixture[str]) -> None:
    """After the findings stands how many there are of each severity."""
    findings = [
        Finding(id="ME009", severity=severity, place="a", message=f"[{severity}]", mend="n")
        for severity in ("error", "info", "info")
    ]
    show_findings(findings)
    lines = capsys.readouterr().out.splitlines()

    assert "ME009 error: [error]" == lines[0]
    assert "1 error, 0 warning, 2 info" == lines[-1]
