"""Let a machine check the plan on every change: findings, why some of them may stay, a verdict."""

import os
from datetime import date
from pathlib import Path

import indh_me as me

file = Path(__file__).parent / "indh" / "framework.toml"
framework, figures = me.read_framework_file(file)

# The plan suppresses what its source leaves unsaid, each with a reason; the rest is told.
findings = me.check(framework, figures, as_of=date(2008, 3, 27), suppressed=True)
stays = [each for each in findings if each.suppressed is not None]
print(f"{len(stays)} of {len(findings)} findings may stay. One of them:")
print(me.findings_to_text(stays[:1], show_suppressed=True), end="")

print("\nThe others:")
told = [each for each in findings if each.suppressed is None]
print(me.findings_to_text(told), end="")

# For services of continuous integration, with file and line: annotations, or SARIF.
placed = me.locate(told, file)
root = file.parents[2]
annotations = me.findings_to_text(placed, "github", root=os.fspath(root))
print("\nFor GitHub:", annotations.splitlines()[0], sep="\n")
me.write_findings(placed, "findings.sarif", "sarif", root=os.fspath(root))

# A pipeline fails on errors alone; `indh-me check --fail-on warning` is stricter.
failing = [each for each in told if each.severity is me.Severity.ERROR]
print("\nVerdict:", "fail" if failing else "pass")
