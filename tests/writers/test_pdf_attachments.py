"""A PDF that carries the records it was made of."""

from io import BytesIO

import pikepdf
from specimens import REPORT

from reportgen.writers.pdf import write_pdf
from reportgen.writers.provenance import read_provenance

RECORDS = {"report.yaml": b"period: 2016\n", "meetings/2016-04-28.yaml": "thème".encode()}
FILE = write_pdf(REPORT, attachments=RECORDS).data


def test_the_records_come_out_as_they_went_in() -> None:
    """By their names within the folder of the report, each as the source of the document."""
    with pikepdf.open(BytesIO(FILE)) as pdf:
        found = {name: spec.get_file().read_bytes() for name, spec in pdf.attachments.items()}
        kinds = {str(spec.obj.EF.F.Subtype) for spec in pdf.attachments.values()}
        relations = [str(spec.AFRelationship) for spec in pdf.Root.AF]
    assert found == RECORDS
    assert kinds == {"/application/yaml"}
    assert relations == ["/Source", "/Source"]


def test_the_same_records_give_the_same_bytes() -> None:
    """No clock and no table of the machine's is asked; the order does not matter."""
    other = dict(reversed(RECORDS.items()))
    assert write_pdf(REPORT, attachments=other).data == FILE


def test_the_seal_holds_over_what_is_attached() -> None:
    """As over everything else."""
    sealed = read_provenance(FILE)
    assert sealed is not None
    assert sealed.intact


def test_without_records_nothing_is_attached() -> None:
    """Nor is there an empty list of files."""
    with pikepdf.open(BytesIO(write_pdf(REPORT).data)) as pdf:
        assert not pdf.attachments
        assert "/AF" not in pdf.Root
