"""Names as programmes write them, and what is made of them."""

import pytest

from reportgen.programme.names import ReadName, parted, read_name
from reportgen.records import Gender

M, F = Gender.MASCULINE, Gender.FEMININE


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("Ana Luz", ReadName("Ana Luz")),
        ("H.E. Mr. Jon Stone", ReadName("Jon Stone", gender=M)),
        ("H.E. Ms. Ana Mar", ReadName("Ana Mar", gender=F)),
        ("S. E. M. Omar Hilale", ReadName("Omar Hilale", gender=M)),
        ("S.E. Mme Dwan", ReadName("Dwan", gender=F)),
        ("Son Excellence Monsieur Bo Ek", ReadName("Bo Ek", gender=M)),
        ("Her Excellency Ana Luz", ReadName("Ana Luz", gender=F)),
        ("Dr Renata Dwan", ReadName("Renata Dwan")),
        ("Amb. Tom Wood", ReadName("Tom Wood", title="Ambassadeur")),
        ("S.E. M. l’Ambassadeur Bo Ek", ReadName("Bo Ek", gender=M, title="Ambassadeur")),
        ("Ambassadrice Ana Luz", ReadName("Ana Luz", gender=F, title="Ambassadrice")),
        ("Mme le Juge Vera Sol", ReadName("Vera Sol", gender=F, title="Juge")),
        ("Gén. Alain Roc", ReadName("Alain Roc", rank="Général", doubtful=True)),
        ("Mme la Gén. Ana Roc", ReadName("Ana Roc", gender=F, rank="Générale", doubtful=True)),
        ("Gén. de division Bo Ek", ReadName("Bo Ek", rank="Général de division", doubtful=True)),
        ("Lt-Col. Bo Ek", ReadName("Bo Ek", rank="Lieutenant-colonel", doubtful=True)),
        ("Général de brigade Thierry Lion", ReadName("Thierry Lion", rank="Général de brigade")),
        ("Lieutenant-général Bo Ek", ReadName("Bo Ek", rank="Lieutenant-général")),
        ("Général-major Bo Ek", ReadName("Bo Ek", rank="Général-major")),
        ("Sir Mark Stone", ReadName("Mark Stone", gender=M)),
        ("Dame Ana Luz", ReadName("Ana Luz", gender=F)),
        ("le colonel Bo Ek", ReadName("Bo Ek", rank="Colonel")),
        ("le Lieutenant général Lodewyk", ReadName("Lodewyk", rank="Lieutenant général")),
        ("Colonel-major Bo Ek", ReadName("Bo Ek", rank="Colonel-major")),
        ("Lt. Gen. Bo Ek", ReadName("Bo Ek", rank="Général de corps d’armée", doubtful=True)),
        (
            "Ms. Major General Ana Roc",
            ReadName("Ana Roc", gender=F, rank="Générale de division", doubtful=True),
        ),
        ("Brig.-Gen. Bo Ek", ReadName("Bo Ek", rank="Général de brigade", doubtful=True)),
        ("General Bo Ek", ReadName("Bo Ek", rank="Général", doubtful=True)),
        ("Gén. (2S) Bo Ek", ReadName("Bo Ek", rank="Général (2S)", doubtful=True)),
        ("Rear Admiral Bo Ek", ReadName("Bo Ek", rank="Contre-amiral", doubtful=True)),
        ("Président du CIO", ReadName("Président du CIO", nameless=True)),
        (
            "Mme la Directrice d’ONU-Femmes",
            ReadName("Mme la Directrice d’ONU-Femmes", gender=F, nameless=True),
        ),
        ("Bo Ek (M.)", ReadName("Bo Ek", gender=M)),
        ("Luz, Mme", ReadName("Luz", gender=F)),
        ("Petit, Marie", ReadName("Marie Petit", doubtful=True)),
        ("da Costa, Ana", ReadName("Ana da Costa", surname="da Costa", doubtful=True)),
        ("DUPONT Jean", ReadName("Jean Dupont", doubtful=True)),
        ("Jean DUPONT", ReadName("Jean Dupont", doubtful=True)),
        ("DA COSTA Ana", ReadName("Ana Da Costa", surname="Da Costa", doubtful=True)),
        ("N’DIAYE-PETIT Awa", ReadName("Awa N’Diaye-Petit", doubtful=True)),
        ("Ana Sol (Union africaine)", ReadName("Ana Sol", behind="Union africaine", doubtful=True)),
        ("Bo EK", ReadName("Bo EK")),
        ("J. B. Ek", ReadName("J. B. Ek")),
        ("Kim Jong Il", ReadName("Kim Jong Il")),
        ("محمد علي", ReadName("محمد علي")),
        ("Col Ek", ReadName("Col Ek")),
        ("M.", ReadName("M.")),
    ],
)
def test_what_stands_around_a_name_is_taken_apart(written: str, found: ReadName) -> None:
    """Civility, title, rank, order and brackets; initials and other scripts stay."""
    assert read_name(written) == found


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Ana Luz et Bo Roy", ["Ana Luz", "Bo Roy"]),
        ("M. Bo Roy & Mme Ana Luz", ["M. Bo Roy", "Mme Ana Luz"]),
        ("Ana et Bo", ["Ana et Bo"]),
        ("Union pour la paix et le droit", ["Union pour la paix et le droit"]),
    ],
)
def test_two_people_named_together_are_two(written: str, names: list[str]) -> None:
    """Where both have a first name and a surname."""
    assert parted(written) == names
