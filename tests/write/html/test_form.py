"""The page in Chromium, without a network: it is filled in, and gives a file."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect

from indh_me.model import Text
from indh_me.survey import Choice, ChoiceList, Instrument
from indh_me.write.html import write_html_form
from questionnaires import every_kind, hostile, question, small

#: All that a page said that it should not say: errors, and what its policy forbade.
Said = list[str]


@pytest.fixture
def said() -> Said:
    """Return what pages complain of; each test ends with nothing in it."""
    return []


@pytest.fixture
def opened(chromium: Browser, tmp_path: Path, said: Said) -> Iterator["Opened"]:
    """Return what writes a form and opens it."""
    context = chromium.new_context(offline=True, accept_downloads=True, locale="fr-FR")

    def asked_for(request: Request) -> None:
        if not request.url.startswith(("file:", "blob:")):
            said.append(request.url)

    def listen(page: Page) -> None:
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("dialog", lambda dialog: said.append(dialog.message))
        page.on(
            "request", lambda request: said.append(request.url) if "http" in request.url else None
        )

    context.on("page", listen)
    yield Opened(context, tmp_path)
    context.close()
    assert [] == said


class Opened:
    """Opens forms in one browser."""

    def __init__(self, context: BrowserContext, folder: Path) -> None:
        self.context = context
        self.folder = folder

    def __call__(self, form: Instrument, language: str = "en") -> Page:
        """Write a form, and open it in a language."""
        path = self.folder / "form.html"
        write_html_form(form, path)
        page = self.context.new_page()
        page.goto(f"{path.as_uri()}#{language}")
        return page


def saved(page: Page) -> dict[str, object]:
    """Press the button, and give what the file says."""
    with page.expect_download(timeout=10_000) as download:
        page.click("button[type=submit]")
    content = Path(download.value.path()).read_text(encoding="utf-8")
    assert "session-end-2026112301.json" == download.value.suggested_filename
    found = json.loads(content)
    assert isinstance(found, dict)
    return found


def pick(page: Page, name: str, *codes: str) -> None:
    """Pick choices of a question."""
    for code in codes:
        page.check(f"input[name={name}][value='{code}']")


def shown(page: Page, name: str) -> bool:
    """Tell whether a question is seen."""
    return page.locator(f"[data-question={name}]").is_visible()


def test_answers_are_saved(opened: Opened) -> None:
    """A filled form is saved as a file: codes, numbers, days and lists by name, calculations
    among them, and apart from them what was left open and what was not asked.
    """
    page = opened(every_kind())
    pick(page, "consent", "yes")
    page.fill("input[name=birth]", "1990-05-17")
    page.fill("input[name=age]", "36")
    pick(page, "role", "other")
    page.fill("input[name=role_other]", "Trainer <of> trainers")
    pick(page, "region", "souss")
    pick(page, "province", "tiznit")
    pick(page, "useful", "4")
    pick(page, "clear", "dk")
    pick(page, "recommend", "9")
    pick(page, "applied", "yes")
    page.fill("input[name=hours]", "٢,٥")
    pick(page, "channels", "radio", "web")
    page.fill("textarea[name=programme]", "الصباح")

    assert {
        "form": "session-end",
        "version": "2026112301",
        "language": "en",
        "answers": {
            "consent": "yes",
            "birth": "1990-05-17",
            "age": 36,
            "role": "other",
            "role_other": "Trainer <of> trainers",
            "region": "souss",
            "province": "tiznit",
            "useful": "4",
            "clear": "dk",
            "recommend": "9",
            "applied": "yes",
            "hours": 2.5,
            "yearly": 130,
            "channels": ["radio", "web"],
            "programme": "الصباح",
        },
        "unanswered": ["pace", "times", "code", "comment"],
        "not_asked": ["channels_other"],
    } == saved(page)
    expect(page.locator("#told")).to_contain_text("session-end-2026112301.json")


def test_who_does_not_agree_is_asked_no_more(opened: Opened) -> None:
    """Who does not consent sees no further section, and sends that answer alone."""
    page = opened(every_kind())
    assert not shown(page, "age")
    pick(page, "consent", "yes")
    page.fill("input[name=age]", "36")
    pick(page, "consent", "no")

    assert not shown(page, "age")
    found = saved(page)
    assert {"consent": "no"} == found["answers"]
    assert [] == found["unanswered"]


def test_skips_work_at_once(opened: Opened) -> None:
    """A question appears with the answer that it hangs on, and goes with it; what was answered
    meanwhile counts for nothing.
    """
    page = opened(every_kind())
    pick(page, "consent", "yes")
    assert not shown(page, "times")
    pick(page, "applied", "yes")
    page.fill("input[name=times]", "3")
    assert shown(page, "times")
    pick(page, "applied", "no")
    assert not shown(page, "times")
    page.fill("input[name=age]", "36")
    pick(page, "role", "ngo")
    pick(page, "clear", "1")

    found = saved(page)
    assert {"times", "hours", "yearly"} <= set(found["not_asked"])  # type: ignore[call-overload]


def test_nothing_is_saved_until_mended(opened: Opened) -> None:
    """Missing and impossible answers are named at their question, in its own words, the first is
    gone to, and there is no file before they are mended.
    """
    page = opened(every_kind())
    pick(page, "consent", "yes")
    page.fill("input[name=age]", "7")
    pick(page, "channels", "none", "tv")
    page.click("button[type=submit]")

    expect(page.locator("#told")).to_contain_text("4")
    expect(page.locator("#f-age")).to_have_text("From 15 to 99")
    expect(page.locator("#f-role")).to_have_text("Pick your capacity")
    expect(page.locator("#f-clear")).to_have_text("Please answer this question")
    expect(page.locator("#f-channels")).to_have_text("Either none or some")
    expect(page.locator("input[name=age]")).to_be_focused()
    expect(page.locator("input[name=age]")).to_have_attribute("aria-invalid", "true")

    page.fill("input[name=age]", "17")
    expect(page.locator("#f-age")).to_be_hidden()


@pytest.mark.parametrize(
    ("kind", "typed", "fault"),
    [
        ("integer", "2.5", "Write a whole number, such as 12"),
        ("integer", "12a", "Write a whole number, such as 12"),
        ("decimal", "1e3", "Write a number, such as 12.5"),
        ("decimal", "2,5,1", "Write a number, such as 12.5"),
    ],
)
def test_no_number_is_refused(opened: Opened, kind: str, typed: str, fault: str) -> None:
    """What is no number is refused, and never taken for no answer."""
    page = opened(small(question("n", kind, "N")))
    page.fill("input[name=n]", typed)
    page.click("button[type=submit]")

    expect(page.locator("#f-n")).to_have_text(fault)


def test_choices_follow_the_answer_above(opened: Opened) -> None:
    """Only provinces of the region are offered, none before; with another region, the province
    that was picked is gone.
    """
    page = opened(every_kind())
    pick(page, "consent", "yes")
    assert not shown(page, "province")
    pick(page, "region", "oriental")
    pick(page, "province", "oujda")
    pick(page, "region", "souss")

    assert not page.locator("input[value=oujda]").is_visible()
    assert not page.locator("input[value=oujda]").is_checked()
    assert page.locator("input[value=tiznit]").is_visible()


def test_long_lists_follow_too(opened: Opened) -> None:
    """Many choices are a list that opens; it, too, offers only what belongs to the answer above."""
    outer = ChoiceList("outer", [Choice(code, words(code)) for code in ("a", "b")])
    codes = [f"{parent}{at}" for parent in "ab" for at in range(20)]
    inner = ChoiceList("inner", [Choice(code, words(code), parent=code[0]) for code in codes])
    form = small(
        question("one", "single", "One", choices="outer"),
        question("two", "single", "Two", choices="inner", within="one"),
        lists=(outer, inner),
    )
    page = opened(form.with_parts(code="session-end"))
    pick(page, "one", "a")
    page.select_option("select[name=two]", "a3")
    pick(page, "one", "b")

    assert "" == page.locator("select[name=two]").input_value()
    page.select_option("select[name=two]", "b7")
    assert {"one": "b", "two": "b7"} == saved(page)["answers"]


def words(text: str) -> Text:
    """Give the same words in three languages."""
    return Text.of(ar=text, fr=text, en=text)


def test_languages_change_words_and_direction(opened: Opened) -> None:
    """A button changes all words and the direction, and keeps what was filled in; the file says
    which language it was filled in in.
    """
    page = opened(every_kind(), "fr")
    expect(page).to_have_title("Votre avis sur la session")
    assert ["fr", "ltr"] == page.evaluate("[document.documentElement.lang, document.dir]")
    pick(page, "consent", "no")
    page.click("[data-language=ar]")

    expect(page).to_have_title("رأيكم في الدورة")
    assert ["ar", "rtl"] == page.evaluate("[document.documentElement.lang, document.dir]")
    expect(page.locator("button[type=submit]")).to_have_text("حفظ الأجوبة")
    expect(page.locator("[data-language=ar]")).to_have_attribute("aria-pressed", "true")
    assert "ar" == saved(page)["language"]


def test_scales_begin_where_the_language_begins(opened: Opened) -> None:
    """The first point of a scale is on the left in French and on the right in Arabic, alone and
    in a grid.
    """
    page = opened(every_kind(), "fr")
    pick(page, "consent", "yes")

    def left_to_right(name: str) -> bool:
        first, last = page.locator(f"input[name={name}]").all()[
            :: 10 if name == "recommend" else 4
        ][:2]
        left, right = first.bounding_box(), last.bounding_box()
        assert left is not None
        assert right is not None
        return left["x"] < right["x"]

    assert left_to_right("recommend")
    assert left_to_right("useful")
    page.click("[data-language=ar]")
    assert not left_to_right("recommend")
    assert not left_to_right("useful")


def test_words_are_only_words(opened: Opened) -> None:
    """Words that look like markup or script are shown as they are, and nothing runs."""
    page = opened(hostile(), "fr")
    pick(page, "gate", "a")
    pick(page, "one", "b")

    expect(page.locator("h1")).to_have_text(hostile().title.get("fr") or "")
    assert shown(page, "later")
    assert 1 == page.locator("script").count()
    assert 0 == page.locator("img").count()


def test_form_is_filled_in_again(opened: Opened) -> None:
    """A button empties the form for the next person, and hides what hung on answers."""
    page = opened(every_kind())
    pick(page, "consent", "yes")
    page.fill("input[name=age]", "36")
    page.click("button[type=reset]")

    expect(page.locator("[data-question=age]")).to_be_hidden()
    assert not page.locator("input[name=consent][value=yes]").is_checked()


def test_every_field_has_a_name(opened: Opened) -> None:
    """Each field has an accessible name, and each set of choices that of its question."""
    page = opened(every_kind())
    pick(page, "consent", "yes")
    pick(page, "applied", "yes")

    page.get_by_label("Your age in years").fill("36")
    page.get_by_label("Date of birth").fill("1990-01-01")
    page.get_by_role("group", name="In which capacity").get_by_label("Official").check()
    page.get_by_role("group", name="The pace suited me").get_by_label("Agree", exact=True).check()
    assert page.locator("input[name=pace][value='4']").is_checked()
    unnamed = page.evaluate(
        "[...document.querySelectorAll('input, select, textarea')]"
        ".filter((each) => !each.labels.length || !each.labels[0].textContent.trim()).length"
    )
    assert 0 == unnamed


def test_a_press_on_the_button_is_not_lost(opened: Opened) -> None:
    """A fault that appears as a field is left does not move the button from below the finger."""
    asked = question("n", "integer", "N", constraint=". < 5", required=True)
    page = opened(small(asked))
    page.fill("input[name=n]", "7")
    box = page.locator("button[type=submit]").bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + 9, box["y"] + 5, delay=120)

    expect(page.locator("#told")).to_contain_text("1")
    expect(page.locator("#f-n")).to_be_visible()
