"""What is decided once for every writer."""

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.document import (
    AnnexHeading,
    Block,
    Citation,
    Code,
    Content,
    Document,
    Emphasis,
    Footnote,
    Heading,
    Image,
    Inline,
    Item,
    Link,
    Masthead,
    Paragraph,
    Placeholder,
    Reference,
    Row,
    Signature,
    Superscript,
    Table,
    Text,
    Title,
    contents,
    length,
    notes,
    plain,
    words,
)
from reportgen.errors import DocumentError
from reportgen.finishing import finish
from reportgen.languages import language
from reportgen.messages import speaking
from reportgen.style import UN_2025

FRENCH = language("fr")
DOCUMENTS = "https://undocs.org/fr"


def finished(*blocks: Block) -> tuple[Block, ...]:
    """Finish blocks in the French of 2016."""
    return finish(Document(language="fr", blocks=blocks), FRENCH, "un-fr-2016").blocks


def finished_text(text: str) -> Content:
    """Finish the words of one paragraph."""
    (block,) = finished(Paragraph(content=(Text(text),)))
    assert isinstance(block, Paragraph)
    return block.content


def test_paragraphs_are_numbered_through_and_begin_again_in_an_annex() -> None:
    """Headings do not interrupt; paragraphs without number do not count."""
    blocks = finished(
        Paragraph(content=(Text("un"),)),
        Heading(level=1, content=(Text("titre"),)),
        Paragraph(content=(Text("sans"),), numbered=False),
        Paragraph(content=(Text("deux"),)),
        AnnexHeading(label=(Text("Annexe"),), content=()),
        Paragraph(content=(Text("annexe"),)),
    )
    assert [b.number for b in blocks if isinstance(b, Paragraph)] == [1, 0, 2, 1]


@pytest.mark.parametrize(
    ("label", "shown"),
    [
        ((Text("Annexe"),), "annexe"),
        ((Text("Pièce jointe II"),), "pièce jointe\u00a0II"),
        ((Text("Appendice 3"),), "appendice\u00a03"),
        ((Placeholder("intitulé"),), "annexe"),
    ],
)
def test_a_reference_to_an_annex_follows_its_label(label: Content, shown: str) -> None:
    """In small letters, its numeral on the same line; « annexe » while the label is a hole."""
    paragraph, _ = finished(
        Paragraph(content=(Text("voir "), Reference("a"))),
        AnnexHeading(label=label, content=(), key="a"),
    )
    assert isinstance(paragraph, Paragraph)
    assert paragraph.content[1] == Reference("a", shown)


def test_a_signature_and_the_original_of_an_annex_take_their_spaces() -> None:
    """As all words of the page do."""
    signature, annex = finished(
        Signature(lines=((Text("Le Chef : lui"),),)),
        AnnexHeading(label=(), content=(), original=(Text("[Original : anglais]"),)),
    )
    assert isinstance(signature, Signature)
    assert isinstance(annex, AnnexHeading)
    assert plain(signature.lines[0]) == "Le Chef\u00a0: lui"
    assert plain(annex.original) == "[Original\u00a0: anglais]"


def test_headings_are_numbered_by_level() -> None:
    """I., A., 1.; a higher heading starts the lower ones again."""
    blocks = finished(
        *(
            Heading(level=level, content=(Text("t"),), numbered=numbered)
            for level, numbered in (
                (1, True),
                (1, True),
                (2, True),
                (3, True),
                (3, True),
                (2, True),
                (2, False),
                (1, True),
                (2, True),
            )
        )
    )
    numerals = [block.numeral for block in blocks if isinstance(block, Heading)]
    assert numerals == ["I", "II", "A", "1", "2", "B", "", "III", "A"]


def test_items_are_lettered_by_level() -> None:
    """a), i), a.; each list begins again."""
    inner = Item(content=(Text("x"),), items=(Item(content=(Text("y"),)),))
    (block,) = finished(Paragraph(content=(Text("p"),), items=(inner, inner)))
    assert isinstance(block, Paragraph)
    assert [item.label for item in block.items] == ["a)", "b)"]
    assert [item.items[0].label for item in block.items] == ["i)", "i)"]
    deep = Item(content=(Text("x"),), items=(inner,))
    (block,) = finished(Paragraph(content=(Text("p"),), items=(deep,)))
    assert isinstance(block, Paragraph)
    assert block.items[0].items[0].items[0].label == "a."


def test_references_show_the_number_or_the_label_of_what_they_lead_to() -> None:
    """A paragraph's number, a heading's numeral, an annex's label without its capital."""
    blocks = finished(
        Heading(level=1, content=(Text("t"),), key="h"),
        Paragraph(content=(Text("un"),)),
        Paragraph(
            content=(
                Text("voir par. "),
                Reference("ici"),
                Text(", "),
                Reference("h"),
                Text(" et "),
                Reference("annexe"),
            ),
            key="ici",
        ),
        AnnexHeading(label=(Text("Annexe"),), content=(), key="annexe"),
    )
    assert isinstance(blocks[2], Paragraph)
    assert plain(blocks[2].content) == "voir par.\u00a02, I et annexe"
    assert Reference("ici", "2") in blocks[2].content


def test_a_reference_to_nothing_is_refused_with_its_record() -> None:
    """The keys that there are are told."""
    with pytest.raises(DocumentError) as caught:
        finished(Paragraph(content=(Reference("la"),), key="ici", origin="conclusions.2"))
    with speaking("en"):
        assert str(caught.value) == (
            "conclusions.2: the reference “la” leads to nothing\n"
            "  → Use the key of a paragraph: ici."
        )


def test_a_reference_to_nothing_is_found_in_items_and_tables() -> None:
    """Every content is looked at."""
    content = (Reference("la"),)
    with pytest.raises(DocumentError) as caught:
        finished(
            Paragraph(content=(), items=(Item(content=content, items=(Item(content=content),)),)),
            Table(widths=(1,), heads=((),), rows=(Row(cells=((content,),)),)),
        )
    assert len(caught.value.problems) == 3


def test_a_reference_to_something_without_a_number_is_refused() -> None:
    """It would show nothing, or a nought."""
    with pytest.raises(DocumentError) as caught:
        finished(
            Paragraph(content=(Reference("sans"),)),
            Paragraph(content=(), key="sans", numbered=False),
        )
    with speaking("en"):
        assert "“sans” leads to something without a number" in str(caught.value)


def test_a_reference_to_nothing_is_found_in_heads_and_in_the_masthead() -> None:
    """Wherever words stand."""
    lost = (Reference("la"),)
    masthead = Masthead(institution=(), organ=(), symbol=lost)
    blocks = (
        AnnexHeading(label=lost, content=()),
        Table(widths=(1,), heads=(lost,), rows=()),
    )
    with pytest.raises(DocumentError) as caught:
        finish(Document(language="fr", blocks=blocks, masthead=masthead), FRENCH, "un-fr-2016")
    assert len(caught.value.problems) == 3


def test_italics_get_their_spaces_and_raised_letters_stay() -> None:
    """Inlines of the markup are finished like the words around them."""
    (block,) = finished(Paragraph(content=(Emphasis("25 %"), Superscript("e "), Citation("A 1"))))
    assert isinstance(block, Paragraph)
    assert block.content == (Emphasis("25\u00a0%"), Superscript("e "), Citation("A 1"))


def test_a_key_used_twice_is_refused() -> None:
    """Both places are told."""
    with pytest.raises(DocumentError) as caught:
        finished(
            Paragraph(content=(), key="a", origin="x"), Paragraph(content=(), key="a", origin="y")
        )
    assert [problem.path for problem in caught.value.problems] == [("x",), ("y",)]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "vu (S/2016/1019).",
            (Text("vu ("), Citation("S/2016/1019", f"{DOCUMENTS}/S/2016/1019"), Text(").")),
        ),
        (
            "A/70/95-S/2015/446;",
            (Citation("A/70/95-S/2015/446", f"{DOCUMENTS}/A/70/95"), Text(";")),
        ),
        (
            "S/2017/2/Rev.1.",
            (Citation("S/2017/2/Rev.1", f"{DOCUMENTS}/S/2017/2/Rev.1"), Text(".")),
        ),
        *(
            (typed, (Citation(shown, f"{DOCUMENTS}/{stored}"),))
            for typed, shown, stored in (
                ("S/RES/2242 (2015)", "S/RES/2242\u00a0(2015)", "S/RES/2242(2015)"),
                ("S/RES/2242(2015)*", "S/RES/2242(2015)*", "S/RES/2242(2015)"),
                ("A/RES/377 (V)", "A/RES/377\u00a0(V)", "A/RES/377(V)"),
                ("A/RES/217 A (III)", "A/RES/217\u00a0A\u00a0(III)", "A/RES/217(III)"),
                ("A/RES/3201 (S-VI)", "A/RES/3201\u00a0(S-VI)", "A/RES/3201(S-VI)"),
                ("A/RES/ES-10/2", "A/RES/ES-10/2", "A/RES/ES-10/2"),
                ("A/70/6 (Sect. 5)", "A/70/6\u00a0(Sect.\u00a05)", "A/70/6(Sect.5)"),
                (
                    "S/PV.7364 (Resumption 1)",
                    "S/PV.7364\u00a0(Resumption\u00a01)",
                    "S/PV.7364(Resumption1)",
                ),
                ("A/ES-10/1-S/2001/1", "A/ES-10/1-S/2001/1", "A/ES-10/1"),
            )
        ),
        (
            "S/2014/258 (2014)",
            (Citation("S/2014/258", f"{DOCUMENTS}/S/2014/258"), Text(" (2014)")),
        ),
        ("S/2014/258*", (Citation("S/2014/258*", f"{DOCUMENTS}/S/2014/258"),)),
        (
            "https://eroom.un.org/eRoom.",
            (Citation("https://eroom.un.org/eRoom", "https://eroom.un.org/eRoom"), Text(".")),
        ),
        (
            "(voir https://a.fr/Paix_(droit)),",
            (
                Text("(voir "),
                Citation("https://a.fr/Paix_(droit)", "https://a.fr/Paix_(droit)"),
                Text("),"),
            ),
        ),
        (
            "https://a.fr/x?b=[1].",
            (Citation("https://a.fr/x?b=[1]", "https://a.fr/x?b=%5B1%5D"), Text(".")),
        ),
        ("[https://a.fr]!", (Text("["), Citation("https://a.fr", "https://a.fr"), Text("]!"))),
        ("http://[::1]/été", (Citation("http://[::1]/été"),)),
        ("http://a.fr/été", (Citation("http://a.fr/été", "http://a.fr/%C3%A9t%C3%A9"),)),
        ("et/ou, ONU/UA", (Text("et/ou, ONU/UA"),)),
        ("le 1er mai", (Text("le 1"), Superscript("er"), Text("\u00a0mai"))),
        ("25 % : oui", (Text("25\u00a0%\u00a0: oui"),)),
        ("<b> & «x»", (Text("<b> & «\u00a0x\u00a0»"),)),
    ],
)
def test_symbols_addresses_and_spaces_are_set(text: str, content: Content) -> None:
    """Symbols and addresses keep their own signs; the rest gets the spaces of the period."""
    assert finished_text(text) == content


@pytest.mark.parametrize(
    "address",
    ["https://un.org", "HTTP://un.org:8080/a?b=c#d", "mailto:a@un.org", "https://a.fr/%C3%A9(x)"],
)
def test_a_link_leads_to_the_web_or_to_a_mailbox(address: str) -> None:
    """Its address is one that every file can hold."""
    (block,) = finished(Paragraph(content=(Link("25 %", address),)))
    assert isinstance(block, Paragraph)
    assert block.content == (Link("25\u00a0%", address),)


@pytest.mark.parametrize(
    "address",
    [
        *("rapport.pdf", "../a.pdf", "file:///etc/passwd", "//serveur/partage", r"C:\a.docx"),
        *(
            "data:text/plain,x",
            "javascript:alert(1)",
            "ftp://un.org/a",
            "https://",
            "mailto:un.org",
        ),
        *("https://a:b@un.org", "https://[::1]/", "http://un.org:port/"),
    ],
)
def test_a_link_to_a_file_or_elsewhere_is_refused_with_its_record(address: str) -> None:
    """Nothing is ever fetched, and no reader could follow it."""
    with pytest.raises(DocumentError) as caught:
        finished(Paragraph(content=(Link("ici", address),), origin="conclusions.2"))
    with speaking("en"):
        assert str(caught.value) == (
            f"conclusions.2: the link to “{address}” leads neither to the web nor to a mailbox\n"
            "  → Begin the address with https://, http:// or mailto:; "
            "if no link is meant, write \\[ for the bracket."
        )


def called(*contents: Content) -> list[str]:
    """Give the labels of the notes of inlines."""
    return [note.label for note in notes(*contents)]


NOTED: Content = (Text("a"), Footnote((Text("note"),)))


def test_notes_are_numbered_through_the_text_and_lettered_in_annexes_and_tables() -> None:
    """In reading order; each annex and each table begins again."""
    table = Table(
        widths=(1, 1),
        heads=(NOTED, ()),
        rows=(Row(cells=((NOTED, NOTED), ())), Row(cells=((), (NOTED,)))),
    )
    blocks = finished(
        Title(content=NOTED),
        Paragraph(content=NOTED, items=(Item(content=NOTED, items=(Item(content=NOTED),)),)),
        table,
        Heading(level=1, content=NOTED),
        AnnexHeading(label=(Text("Annexe I"),), content=NOTED),
        table,
        Paragraph(content=NOTED * 2),
        AnnexHeading(label=(Text("Annexe II"),), content=()),
        Paragraph(content=NOTED),
    )
    assert [called(*contents(block)) for block in blocks] == [
        ["1"],
        ["2", "3", "4"],
        ["a", "b", "c", "d"],
        ["5"],
        ["a"],
        ["a", "b", "c", "d"],
        ["b", "c"],
        [],
        ["a"],
    ]


def test_the_words_of_a_note_are_finished_like_others() -> None:
    """Spaces, references and symbols."""
    said = (Text("voir par. "), Reference("k"), Text(" (S/2016/1019) ; 25 %"))
    (block,) = finished(Paragraph(content=(Text("a"), Footnote(said)), key="k"))
    (note,) = notes(*contents(block))
    assert note == Footnote(
        (
            Text("voir par.\u00a0"),
            Reference("k", "1"),
            Text(" ("),
            Citation("S/2016/1019", f"{DOCUMENTS}/S/2016/1019"),
            Text("); 25\u00a0%"),
        ),
        "1",
    )


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("paix.", " Suite", "paix|. Suite"),
        ("paix ; ", "et", "paix|;et"),
        ("suivants :", "", "suivants|\u00a0:"),
        ("(par. 4),", " b", "(par.\u00a04)|, b"),
        ("textes, etc.", "", "textes, etc.|"),
        ("paix ", ".", "paix|."),
        ("« paix »", ".", "«\u00a0paix\u00a0»|."),
        ("S/2016/1019.", "", "S/2016/1019|."),
        ("", "x", "|x"),
    ],
)
def test_the_call_of_a_note_stands_before_the_punctuation(
    before: str, after: str, shown: str
) -> None:
    """As French has it; the call is shown as | here."""
    (block,) = finished(Paragraph(content=(Text(before), Footnote((Text("n"),)), Text(after))))
    assert isinstance(block, Paragraph)
    assert "".join("|" if isinstance(i, Footnote) else words(i) for i in block.content) == shown


def test_calls_that_follow_one_another_are_parted() -> None:
    """Else 1 and 2 would be read as 12; both stand before the punctuation."""
    note = Footnote((Text("n"),))
    (block,) = finished(Paragraph(content=(Text("paix."), note, note)))
    assert isinstance(block, Paragraph)
    assert block.content == (
        Text("paix"),
        Footnote((Text("n"),), "1"),
        Superscript(","),
        Footnote((Text("n"),), "2"),
        Text("."),
    )


def test_a_note_within_a_note_is_refused_with_its_record() -> None:
    """So is what is wrong in the words of a note."""
    inner = Footnote((Text("b"), Footnote((Reference("la"), Link("c", "c.pdf")))))
    with pytest.raises(DocumentError) as caught:
        finished(Paragraph(content=(Text("a"), inner), origin="conclusions.0"))
    with speaking("en"):
        assert [str(p).split("\n")[0] for p in caught.value.problems] == [
            "conclusions.0: the reference “la” leads to nothing",
            "conclusions.0: the link to “c.pdf” leads neither to the web nor to a mailbox",
            "conclusions.0: a note is called within a note",
        ]


def test_a_note_in_the_masthead_is_refused() -> None:
    """The head of the first page has no room for notes."""
    masthead = Masthead(institution=(), organ=NOTED)
    with pytest.raises(DocumentError) as caught:
        finish(Document(language="fr", blocks=(), masthead=masthead), FRENCH, "un-fr-2016")
    with speaking("fr"):
        assert "une note est appelée dans l’en-tête" in str(caught.value)


def test_notes_are_no_words_of_titles_and_labels_but_count() -> None:
    """The properties of a file and references show none; the length of the report counts them."""
    document = Document(
        language="fr",
        blocks=(Title(content=NOTED), AnnexHeading(label=(Text("Annexe"), *NOTED[1:]), content=())),
    )
    made = finish(document, FRENCH, "un-fr-2016")
    assert made.title == "a"
    assert length(made) == 4


def test_a_hole_shows_what_is_expected() -> None:
    """In brackets, in the language of the report."""
    (block,) = finished(Paragraph(content=(Placeholder("la cote", origin="masthead.symbol"),)))
    assert isinstance(block, Paragraph)
    assert block.content == (
        Placeholder("la cote", "[à compléter\u00a0: la cote]", "masthead.symbol"),
    )


def test_the_masthead_is_finished_too() -> None:
    """Its date has the spaces of every date."""
    masthead = Masthead(
        institution=(Text("Nations Unies"),), organ=(), lines=((Text("4 janvier 2017"),),)
    )
    made = finish(Document(language="fr", blocks=(), masthead=masthead), FRENCH, "un-fr-2016")
    assert made.masthead is not None
    assert made.masthead.lines == ((Text("4\u00a0janvier 2017"),),)


texts = st.text(alphabet=st.characters(exclude_categories=["C"]), max_size=30).map(Text)
inlines: st.SearchStrategy[Inline] = st.one_of(
    texts,
    st.builds(Footnote, st.lists(texts, max_size=2).map(tuple)),
    st.builds(Placeholder, st.text("abc: ", min_size=1)),
    st.builds(Link, st.text(), st.sampled_from(["https://un.org/é", "mailto:a@b"])),
)
drawn = st.lists(inlines, max_size=4).map(tuple)
items = st.recursive(
    st.builds(Item, content=drawn),
    lambda inner: st.builds(Item, content=drawn, items=st.lists(inner, max_size=3).map(tuple)),
    max_leaves=5,
)
blocks = st.one_of(
    st.builds(Heading, level=st.integers(1, 3), content=drawn),
    st.builds(Paragraph, content=drawn, items=st.lists(items, max_size=3).map(tuple)),
)


def test_calls_that_only_punctuation_parts_have_a_comma_between_them() -> None:
    """The punctuation goes behind both."""
    content = (Footnote(()), Text("!"), Footnote(()))
    (heading,) = finished(Heading(level=1, content=content))
    assert isinstance(heading, Heading)
    assert heading.content == (
        Footnote((), "1"),
        Superscript(","),
        Footnote((), "2"),
        Text("!"),
    )


@settings(deadline=None)
@given(st.lists(blocks, max_size=5).map(tuple))
def test_finishing_a_finished_document_changes_nothing(made: tuple[Block, ...]) -> None:
    """Stages may be called again."""
    try:
        once = finish(Document(language="fr", blocks=made), FRENCH, "un-fr-2016")
    except DocumentError:
        return
    assert finish(once, FRENCH, "un-fr-2016") == once


def coded(symbol: str, job_number: str) -> tuple[Code | None, Code | None]:
    """Give the bars and the square of a first page."""
    masthead = Masthead(
        institution=(), organ=(), symbol=(Text(symbol),), job_number=(Text(job_number),)
    )
    made = finish(Document(language="fr", blocks=(), masthead=masthead), FRENCH, "un-fr-2016")
    assert finish(made, FRENCH, "un-fr-2016") == made
    assert made.masthead is not None
    return made.masthead.barcode, made.masthead.qr_code


@pytest.mark.parametrize(
    ("symbol", "address"),
    [
        ("S/2016/1033", "S/2016/1033"),
        ("S/2014/258*", "S/2014/258"),
        ("S/2012/197****", "S/2012/197"),
        ("S/2016/1033/Corr.1", "S/2016/1033/Corr.1"),
        ("S/2016/1033/Add.2", "S/2016/1033/Add.2"),
        ("S/2017/2/Rev.1", "S/2017/2/Rev.1"),
        ("A/70/95-S/2015/446", "A/70/95"),
        ("A/70/95/Rev.1-S/2015/446/Rev.1*", "A/70/95/Rev.1"),
    ],
)
def test_the_first_page_leads_to_its_own_document(symbol: str, address: str) -> None:
    """By the first part of a joint symbol, as on documents issued, and without asterisks."""
    assert coded(symbol, "")[1] == Code(
        f"{DOCUMENTS}/{address}", f"Code QR\u00a0: {DOCUMENTS}/{address}"
    )


def test_documents_are_public_where_the_look_says() -> None:
    """Both the code of the first page and the symbols cited lead there."""
    head = Masthead(institution=(), organ=(), symbol=(Text("S/2025/257"),), lines=())
    cited = Paragraph(content=(Text("S/2025/1"),))
    document = Document(language="fr", blocks=(cited,), masthead=head)
    made = finish(document, FRENCH, UN_2025.profile, UN_2025.documents)
    assert made.masthead is not None
    assert made.masthead.qr_code is not None
    assert made.masthead.qr_code.text == "https://docs.un.org/fr/S/2025/257"
    link = Citation("S/2025/1", "https://docs.un.org/fr/S/2025/1")
    assert made.blocks == (evolve(cited, number=1, content=(link,)),)


@pytest.mark.parametrize("job_number", ["16-22918", "16-22918 (F)", "16-22918* (F)", "GE.16-22918"])
def test_the_bars_say_the_digits_of_the_job_number(job_number: str) -> None:
    """Without hyphen, letters and asterisks."""
    assert coded("", job_number)[0] == Code("1622918", "Code-barres\u00a0: 16-22918")


@pytest.mark.parametrize(
    ("symbol", "job_number"), [("", ""), ("ONU", "16-1"), ("cote", "116-229180")]
)
def test_what_is_unknown_has_no_code(symbol: str, job_number: str) -> None:
    """Nor has what looks like nothing known."""
    assert coded(symbol, job_number) == (None, None)


def test_a_hole_has_no_code_though_it_shows_an_example() -> None:
    """What is expected is not what is known."""
    masthead = Masthead(
        institution=(),
        organ=(),
        symbol=(Placeholder("S/2016/1033", "[S/2016/1033]"),),
        job_number=(Placeholder("16-22918", "[16-22918]"), Text(" (F)")),
    )
    made = finish(Document(language="fr", blocks=(), masthead=masthead), FRENCH, "un-fr-2016")
    assert made.masthead is not None
    assert (made.masthead.barcode, made.masthead.qr_code) == (None, None)


def test_the_emblem_is_described_in_the_language_of_the_document() -> None:
    """For those who do not see it."""
    emblem = Image(data=b"", kind="png", width_pt=1, height_pt=1)
    masthead = Masthead(institution=(), organ=(), emblem=emblem)
    made = finish(Document(language="fr", blocks=(), masthead=masthead), FRENCH, "un-fr-2016")
    assert made.masthead is not None
    assert made.masthead.emblem == evolve(emblem, description="Emblème")
