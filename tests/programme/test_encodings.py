"""Texts of spreadsheets in the encodings that these save."""

import pytest

from reportgen.programme.encodings import decoded

FRENCH = (
    "Thème;Désarmement et réinsertion – l’été à Bâle, où Zoë naît;Représentant;Pérou;"
    "«\u00a0œuvre\u00a0»"
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "mac_roman"])
def test_french_is_read_whatever_its_encoding(encoding: str) -> None:
    """With its signs."""
    found = decoded(FRENCH.encode(encoding))
    assert found is not None
    assert found.text == FRENCH
    assert found.certain is (encoding != "mac_roman")


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman", "cp850"])
@pytest.mark.parametrize(
    "text", ["Date;Thème\n", "José Peña;Pérou", "Côte d'Ivoire", "ÉTAT;DÉBAT ÉLARGI;ça et là"]
)
def test_a_few_letters_are_enough(encoding: str, text: str) -> None:
    """Those of other languages of western Europe too."""
    found = decoded(text.encode(encoding))
    assert found is not None
    assert found.text == text


def test_names_of_central_europe_are_read() -> None:
    """In the encoding that Excel uses there."""
    text = "Désarmement;M. Łukasz Dąbrowski;Représentant permanent"
    found = decoded(text.encode("cp1250"))
    assert found is not None
    assert (found.text, found.encoding) == (text, "cp1250")


def test_utf_8_that_was_taken_for_windows_is_undone() -> None:
    """« dÃ©bat » is what a second program makes of « débat »."""
    found = decoded("dÃ©bat sur l’eau".replace("’", "â€™").encode())
    assert found is not None
    assert found.text == "débat sur l’eau"


def test_what_is_no_text_has_no_encoding() -> None:
    """Bytes that no encoding makes words of."""
    assert decoded(b"\xff\x01\x02\x03\x81\x8d") is None
