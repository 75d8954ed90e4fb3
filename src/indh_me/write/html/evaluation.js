// What expressions come to, by the rules of XPath 1.0 and the functions of ODK, and which questions
// are asked. The same as indh_me.survey.evaluation and routing, to the last sign; no page is needed.

/** A day: not a text, for days are compared as numbers. */
class Day {
  constructor(text) {
    this.text = text;
  }
}

const MILLISECONDS = 86_400_000;
const MOST_DAYS = 719_162; // From the first day of year 1 to the epoch.
const NUMBER = /^[ \t-\r]*-?(\d+(\.\d*)?|\.\d+)[ \t-\r]*$/;
const SPACES = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/;

/** Give an answer as it is stored: no answer is an empty text, several codes one text. */
function plain(answer) {
  if (answer === undefined || answer === null) return "";
  return Array.isArray(answer) ? answer.join(" ") : answer;
}

function number(value) {
  if (typeof value === "string") return NUMBER.test(value) ? Number(value) : NaN;
  return value instanceof Day ? Date.parse(`${value.text}T00:00Z`) / MILLISECONDS : Number(value);
}

function digits(value) {
  if (Number.isInteger(value)) return BigInt(value).toString();
  const [mantissa, exponent] = String(value).split("e");
  if (exponent === undefined) return mantissa;
  return `0.${"0".repeat(-Number(exponent) - 1)}${mantissa.replace(".", "")}`;
}

function text(value) {
  if (typeof value === "string") return value;
  if (value instanceof Day) return value.text;
  const counted = Number(value);
  if (!Number.isFinite(counted)) return String(counted);
  return `${counted < 0 ? "-" : ""}${digits(Math.abs(counted))}`;
}

function equal(left, right) {
  const bothTexts = typeof left === "string" && typeof right === "string";
  return bothTexts ? left === right : number(left) === number(right);
}

const split = (value) => text(value).split(SPACES).filter((part) => part !== "");

function checkedDay(year, month, day) {
  const at = new Date(0);
  at.setUTCFullYear(year, month - 1, day);
  const same = at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  return year >= 1 && same ? new Day(at.toISOString().slice(0, 10)) : "";
}

function weekDay(year, week, day) {
  const thursday = new Date(0); // A week belongs to the year of its Thursday.
  thursday.setUTCFullYear(year, 0, 4);
  thursday.setUTCDate(4 + (week - 1) * 7 + 4 - (thursday.getUTCDay() || 7));
  if (week < 1 || thursday.getUTCFullYear() !== year) return "";
  thursday.setUTCDate(thursday.getUTCDate() + day - 4);
  return year >= 1 ? new Day(thursday.toISOString().slice(0, 10)) : "";
}

function date(value) {
  if (value instanceof Day) return value;
  if (typeof value === "number") {
    if (!(Math.abs(value) <= MOST_DAYS)) return value;
    return new Day(new Date(Math.trunc(value) * MILLISECONDS).toISOString().slice(0, 10));
  }
  const written = text(value);
  const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(written) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(written);
  if (day !== null) return checkedDay(...day.slice(1).map(Number));
  const week =
    /^(\d{4})-W(\d{2})(?:-([1-7]))?$/.exec(written) ?? /^(\d{4})W(\d{2})([1-7])?$/.exec(written);
  return week === null ? "" : weekDay(...week.slice(1).map((part) => Number(part ?? 1)));
}

function whole(value) {
  const counted = number(value);
  return Number.isFinite(counted) ? Math.trunc(counted) + 0 : counted;
}

const calls = {
  "selected": (answer, code) => split(answer).includes(text(code)),
  "count-selected": (answer) => split(answer).length,
  "not": (condition) => condition !== true,
  "true": () => true,
  "false": () => false,
  "coalesce": (first, second) => (first === "" || Number.isNaN(first) ? second : first),
  "number": number,
  "string": text,
  "int": whole,
  "string-length": (value) => [...text(value)].length,
  "concat": (...parts) => parts.map(text).join(""),
  "contains": (value, part) => text(value).includes(text(part)),
  "starts-with": (value, part) => text(value).startsWith(text(part)),
  "regex": (value, pattern) => pattern.test(text(value)),
  "date": date,
};

/** Work a rule out: a function of answers, of the answer it is about, and of the day. */
function evaluate(rule, answers, self, today) {
  const value = rule((name) => plain(answers.get(name)), plain(self), today);
  return value instanceof Day ? value.text : value;
}

const isEmpty = (answer) =>
  answer === undefined || answer === null || answer === "" ||
  (Array.isArray(answer) && answer.length === 0);

/** Go through questions with some answers; what is not asked counts for nothing. */
function route(questions, rules, given, today) {
  const answers = new Map();
  const found = { asked: [], broken: [], unanswered: [], answers };
  for (const question of questions) {
    const holds = (rule) => evaluate(rules[rule], answers, null, today) === true;
    if (!question.conditions.every(holds)) continue;
    found.asked.push(question.name);
    if (question.kind === "note") continue;
    if (question.calculation !== null) {
      const value = evaluate(rules[question.calculation], answers, null, today);
      // What comes to no number is stored as no answer.
      if (value !== "" && !Number.isNaN(value)) answers.set(question.name, value);
      continue;
    }
    const answer = given.get(question.name);
    if (isEmpty(answer)) {
      if (question.required) found.unanswered.push(question.name);
      continue;
    }
    answers.set(question.name, answer);
    const rule = question.constraint;
    if (rule !== null && evaluate(rules[rule], answers, answer, today) !== true) {
      found.broken.push(question.name);
    }
  }
  return found;
}
