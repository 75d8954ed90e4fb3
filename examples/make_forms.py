"""Make the three linked forms of a training session, for telephones and with their codebooks."""

from pathlib import Path

import indh_me as me

session = me.read_session(Path(__file__).parent / "indh" / "session.toml")
forms = me.training_forms(session)

# All channels hold the same questions and codes; paper, HTML and LimeSurvey would be three more.
for name in me.write_forms(forms, "forms", channels=["xlsform", "codebook"]):
    print(name)

# The same question has the same name before, at the end and weeks later: answers can be compared.
trio = {"before": forms.pre, "at the end": forms.end, "weeks later": forms.follow_up}
names = {when: [question.name for question in form.questions] for when, form in trio.items()}
for when, asked in names.items():
    print(f"{when:12} {len(asked)} questions")
shared = set.intersection(*map(set, names.values()))
print("in all three:", ", ".join(name for name in names["before"] if name in shared))

# What was written reads back as the same form.
print(me.read_instrument("forms/INDH-DAS-2008_pre.xlsx") == forms.pre)
