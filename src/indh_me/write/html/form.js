// The page: reads what was filled in, shows what is asked, says what must be mended, and hands the
// answers over as a file. Nothing leaves the page in any other way.

const page = document.querySelector("form");
const told = document.querySelector("#told");
const boxes = new Map(
  [...document.querySelectorAll("[data-question]")].map((box) => [box.dataset.question, box]),
);
const parents = [...document.querySelectorAll("[data-part]")];
const tried = new Set();
const PATIENCE = 400; // milliseconds
let language = data.languages[0];

const controls = (name) => [...page.elements].filter((each) => each.name === name);
const words = (key) => data.words[language][key];

function today() {
  const now = new Date();
  const two = (part) => String(part).padStart(2, "0");
  const year = String(now.getFullYear()).padStart(4, "0");
  return new Day(`${year}-${two(now.getMonth() + 1)}-${two(now.getDate())}`);
}

/** Turn digits of Arabic and Persian into those of all, and a comma into a point. */
function ordinary(typed) {
  const western = typed.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
  return western.replace(/[\s\u00a0\u200e\u200f]/g, "").replace(/[,٫]/, ".");
}

/** Read the answer to a question; a word behind it says what is wrong with it. */
function read(question) {
  const inputs = controls(question.name);
  if (question.kind === "multiple") {
    return [inputs.filter((each) => each.checked).map((each) => each.value), null];
  }
  if (inputs.length !== 1 || inputs[0].type === "radio") {
    return [inputs.find((each) => each.checked)?.value, null];
  }
  const typed = inputs[0].value.trim();
  if (question.kind === "date") {
    if (inputs[0].validity.badInput) return [undefined, "no_date"];
    return [typed === "" ? undefined : new Day(typed), null];
  }
  if (typed === "" || !["integer", "decimal"].includes(question.kind)) return [typed, null];
  const value = ordinary(typed);
  const isWhole = question.kind === "integer";
  const form = isWhole ? /^[-+]?\d+$/ : /^[-+]?(\d+\.?\d*|\.\d+)$/;
  if (form.test(value)) return [Number(value), null];
  return [undefined, isWhole ? "no_whole_number" : "no_number"];
}

/** Offer only what belongs to the answer to another question; tell whether that is anything. */
function filter(question) {
  let isAny = false;
  const [outer] = read(data.questions.find((each) => each.name === question.within));
  for (const choice of boxes.get(question.name).querySelectorAll("[data-parent]")) {
    const isOffered = !boxes.get(question.within).hidden && choice.dataset.parent === outer;
    isAny ||= isOffered;
    choice.hidden = !isOffered;
    const input = choice.querySelector("input") ?? choice;
    input.disabled = !isOffered;
    if (!isOffered && input.checked) input.checked = false;
    if (!isOffered && input.selected) input.parentElement.value = "";
  }
  return isAny;
}

/** Work out the whole form as it is filled in now. */
function state() {
  const given = new Map();
  const unreadable = new Map();
  for (const question of data.questions) {
    if (question.kind === "note" || question.kind === "calculated") continue;
    const [answer, fault] = read(question);
    given.set(question.name, answer);
    if (fault !== null) unreadable.set(question.name, fault);
  }
  const found = route(data.questions, rules, given, today());
  const asked = new Set(found.asked);
  const faults = new Map();
  for (const question of data.questions) {
    if (!asked.has(question.name)) continue;
    if (unreadable.has(question.name)) {
      faults.set(question.name, words(unreadable.get(question.name)));
    } else if (found.broken.includes(question.name)) {
      faults.set(question.name, words(question.constraintMessage ?? "refused"));
    } else if (found.unanswered.includes(question.name)) {
      faults.set(question.name, words(question.requiredMessage ?? "unanswered"));
    }
  }
  return { ...found, asked, faults };
}

function say(name, fault) {
  const box = boxes.get(name);
  const line = box.querySelector(".fault");
  if (line === null) return;
  line.hidden = fault === undefined;
  line.textContent = fault ?? "";
  for (const input of controls(name)) {
    if (fault === undefined) input.removeAttribute("aria-invalid");
    else input.setAttribute("aria-invalid", "true");
  }
}

function update() {
  // An answer that is no longer offered may hide questions, and these offer other answers.
  let now = state();
  for (const question of data.questions) {
    boxes.get(question.name)?.toggleAttribute("hidden", !now.asked.has(question.name));
    if (question.within !== null) {
      const isAny = filter(question);
      now = state();
      const isMissed = tried.has(question.name) && now.faults.has(question.name);
      if (!isAny && !isMissed) boxes.get(question.name).hidden = true;
    }
  }
  for (const part of parents) {
    part.hidden = [...part.querySelectorAll("[data-question]")].every((each) => each.hidden);
  }
  for (const name of boxes.keys()) say(name, tried.has(name) ? now.faults.get(name) : undefined);
  return now;
}

function speak(chosen) {
  language = chosen;
  document.documentElement.lang = chosen;
  document.documentElement.dir = data.directions[chosen];
  document.title = words("title");
  for (const each of document.querySelectorAll("[data-words]")) {
    each.textContent = words(each.dataset.words);
  }
  for (const button of document.querySelectorAll("[data-language]")) {
    button.setAttribute("aria-pressed", String(button.dataset.language === chosen));
  }
  told.textContent = "";
  update();
}

function stored(value) {
  if (value instanceof Day) return value.text;
  return typeof value === "number" && !Number.isFinite(value) ? null : value;
}

/** Give what was filled in: answers by name, and apart from them what was not asked. */
function sheet(now) {
  const answers = {};
  const unanswered = [];
  const notAsked = [];
  for (const question of data.questions) {
    if (question.kind === "note") continue;
    const value = stored(now.answers.get(question.name));
    if (!now.asked.has(question.name)) notAsked.push(question.name);
    else if (isEmpty(value)) unanswered.push(question.name);
    else answers[question.name] = value;
  }
  const { code, version } = data;
  return { form: code, version, language, answers, unanswered, not_asked: notAsked };
}

function save(name, content) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type: "application/json" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function submit(event) {
  event.preventDefault();
  for (const question of data.questions) tried.add(question.name);
  const now = update();
  const [first] = now.faults.keys();
  if (first !== undefined) {
    told.textContent = words("to_mend").replace("{count}", () => String(now.faults.size));
    controls(first).find((each) => !each.disabled)?.focus();
    return;
  }
  const file = `${data.code}-${data.version}.json`;
  save(file, `${JSON.stringify(sheet(now), null, 2)}\n`);
  told.textContent = words("saved").replace("{file}", () => file);
}

page.addEventListener("submit", submit);
page.addEventListener("input", update);
// A press on a button leaves the field before: what it says must not move the button away.
page.addEventListener("change", (event) => {
  const { name, value } = event.target;
  if (value !== "") setTimeout(() => update(tried.add(name)), PATIENCE);
});
page.addEventListener("reset", () => {
  tried.clear();
  told.textContent = "";
  setTimeout(() => {
    update();
    scrollTo(0, 0);
  });
});
for (const button of document.querySelectorAll("[data-language]")) {
  button.addEventListener("click", () => speak(button.dataset.language));
}
const wanted = location.hash.slice(1);
speak(data.languages.includes(wanted) ? wanted : language);
