"""`verify` meets thousands of damaged files: each is read, or refused with a word.

`python tests/abuse/files_to_verify.py [HOW_MANY [SEED]]`; 2,000 and 0 by default.
"""

import random
import struct
import sys
import zipfile
from collections import Counter
from io import BytesIO

from places import GOLDEN

import reportgen
from reportgen.errors import ReportgenError
from reportgen.verification import file_kind, sealed_file
from reportgen.writers.docx.words import word_paragraphs

HOW_MANY, SEED = 2_000, 0


def spoilt(data: bytes, dice: random.Random) -> bytes:
    """Spoil a file: bytes changed, cut out, written twice, numbers made huge, an end cut off."""
    made = bytearray(data)
    for _ in range(dice.choice((1, 2, 8, 40))):
        at = dice.randrange(len(made))
        match dice.randrange(6):
            case 0:
                made[at] = dice.randrange(256)
            case 1:
                del made[at : at + dice.randrange(1, 50)]
            case 2:
                made[at:at] = made[at : at + dice.randrange(1, 50)]
            case 3:
                made[at : at + 4] = struct.pack("<I", dice.choice((0, 2**31, 2**32 - 1)))
            case 4:
                del made[at + 1000 :]
            case _:
                tail = max(0, len(made) - dice.randrange(1, 3000))
                made[tail] = dice.randrange(256)
    return bytes(made)


def spoilt_part(data: bytes, dice: random.Random) -> bytes:
    """Spoil one part of a package, which itself stays sound."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        chosen = dice.choice(old.namelist())
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, spoilt(part, dice) if name == chosen else part)
    return made.getvalue()


def main(how_many: int, seed: int) -> int:
    """Read spoilt files, and answer 1 when one of them was not refused with a word."""
    dice = random.Random(seed)  # noqa: S311 -- a seed is wanted, not a secret
    document = reportgen.render(reportgen.load(GOLDEN / "commission"))
    files = [reportgen.write(document, "docx"), reportgen.write(document, "pdf")]
    outcomes: Counter[str] = Counter()
    for number in range(how_many):
        data = files[number % 2]
        made = spoilt_part(data, dice) if number % 4 == 0 else spoilt(data, dice)
        try:
            if file_kind(made) == "docx":
                word_paragraphs(made)
            outcomes[f"read, {'told' if sealed_file(made) else 'untold'}"] += 1
        except ReportgenError as error:
            outcomes[str(error).splitlines()[0]] += 1
        except Exception as error:  # noqa: BLE001 -- what is looked for
            outcomes[f"FAULT {error!r}"] += 1
    for outcome, times in outcomes.most_common():
        print(f"{times:5} {outcome}")
    return int(any(outcome.startswith("FAULT") for outcome in outcomes))


if __name__ == "__main__":
    given = [int(one) for one in sys.argv[1:]]
    sys.exit(main(*(given + [HOW_MANY, SEED][len(given) :])))
