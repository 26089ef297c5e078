"""The facts: what happened, in typed, frozen values that know no file, template or tool.

Floor 2. Records hold facts and the prose that only people can write; what a template can say
from the facts is not stored. A `Todo` may stand wherever a fact is still missing.
"""

from reportgen.records.acceptance import Acceptance
from reportgen.records.annexes import Annex, MeetingsAnnex, Table
from reportgen.records.digest import digest
from reportgen.records.figures import Figure
from reportgen.records.letter import Addressee, Letter, LetterWording, Sender
from reportgen.records.meeting import (
    CHAIR,
    PARTICIPANTS,
    Conclusion,
    Item,
    Meeting,
    MeetingKind,
    MeetingWording,
    Paragraph,
    Statement,
    voice_problems,
)
from reportgen.records.people import (
    Chair,
    Function,
    Name,
    Organization,
    Person,
    Speaker,
    SpeakerWording,
)
from reportgen.records.report import (
    Body,
    Distribution,
    Founding,
    FoundingKind,
    Hole,
    Introduction,
    Masthead,
    Previous,
    Report,
    ReportWording,
    calendar_problems,
    chair_problems,
    founding_problems,
    holes,
    value_at,
)
from reportgen.records.values import (
    TURNING,
    TURNING_ADVICE,
    Gender,
    Number,
    Period,
    Prose,
    Symbol,
    Todo,
    check_text,
)

__all__ = [
    "CHAIR",
    "PARTICIPANTS",
    "TURNING",
    "TURNING_ADVICE",
    "Acceptance",
    "Addressee",
    "Annex",
    "Body",
    "Chair",
    "Conclusion",
    "Distribution",
    "Figure",
    "Founding",
    "FoundingKind",
    "Function",
    "Gender",
    "Hole",
    "Introduction",
    "Item",
    "Letter",
    "LetterWording",
    "Masthead",
    "Meeting",
    "MeetingKind",
    "MeetingWording",
    "MeetingsAnnex",
    "Name",
    "Number",
    "Organization",
    "Paragraph",
    "Period",
    "Person",
    "Previous",
    "Prose",
    "Report",
    "ReportWording",
    "Sender",
    "Speaker",
    "SpeakerWording",
    "Statement",
    "Symbol",
    "Table",
    "Todo",
    "calendar_problems",
    "chair_problems",
    "check_text",
    "digest",
    "founding_problems",
    "holes",
    "value_at",
    "voice_problems",
]
