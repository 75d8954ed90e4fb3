"""ODK Validate, the judge of forms that comes along with pyxform."""

import subprocess
from collections.abc import Sequence
from pathlib import Path

from attrs import frozen
from pyxform.validators.odk_validate import ODK_VALIDATE_PATH

__all__ = ["OdkValidate"]

VALID = "Xform is valid"
#: What it says of every form.
USUAL = ("Validating:", ">> Xform parsing completed", f">> {VALID}")


@frozen
class OdkValidate:
    """The judge.

    Parameters
    ----------
    java
        Path of Java.
    """

    java: str

    def refused(self, forms: Sequence[str], folder: Path) -> list[str]:
        """Judge many forms in one call.

        Parameters
        ----------
        forms
            XForms.
        folder
            Where they are put for it to read.

        Returns
        -------
        list[str]
            What it says, when one of them or more are wrong.
        """
        files = [folder / f"{number}.xml" for number in range(len(forms))]
        for file, form in zip(files, forms, strict=True):
            file.write_text(form, encoding="utf-8")
        command = [
            self.java,
            "-Djava.awt.headless=true",
            "-jar",
            ODK_VALIDATE_PATH,
            *map(str, files),
        ]
        done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
        valid = (done.stdout + done.stderr).count(VALID)
        if done.returncode == 0 and valid == len(files):
            return []
        said = (line.strip() for line in (done.stdout + done.stderr).splitlines())
        return [line for line in said if line != "" and not line.startswith(USUAL)]
