"""Files within the file: a PDF that carries the records that it was made of.

Written here and not by WeasyPrint, which dates each file by the clock and names its kind as the
machine at hand knows it. Source: ISO 32000-1, 7.11.4; ISO 19005-3, 6.8 and Annex E.
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import md5
from typing import Any

import pydyf

_KINDS = {
    ".yaml": "application#2fyaml",
    ".yml": "application#2fyaml",
    ".json": "application#2fjson",
    ".png": "image#2fpng",
    ".jpg": "image#2fjpeg",
    ".jpeg": "image#2fjpeg",
    ".svg": "image#2fsvg+xml",
}
_OTHER_KIND = "application#2foctet-stream"


def attach(pdf: Any, files: Mapping[str, bytes], undated: str) -> None:
    """Put files into a PDF as its source.

    Args:
        pdf: the file in the making.
        files: the bytes of each file by its name, such as `meetings/2016-04-28.yaml`.
        undated: the date that stands for none.
    """
    names, sources = pydyf.Array(), pydyf.Array()
    for name in sorted(files):  # as a tree of names must be (7.9.6)
        specification = _specification(pdf, name, files[name], undated)
        names += [pydyf.String(name), specification]
        sources.append(specification)
    tree = pydyf.Dictionary({"Names": names})
    pdf.add_object(tree)
    known = pdf.catalog.setdefault("Names", pydyf.Dictionary())
    known["EmbeddedFiles"] = tree.reference
    pdf.catalog["AF"] = sources


def _specification(pdf: Any, name: str, data: bytes, undated: str) -> bytes:
    kind = next((kind for end, kind in _KINDS.items() if name.endswith(end)), _OTHER_KIND)
    day = pydyf.String(undated)
    checksum = md5(data, usedforsecurity=False).hexdigest()  # the algorithm of the standard
    stream = pydyf.Stream(
        [data],
        {
            "Type": "/EmbeddedFile",
            "Subtype": f"/{kind}",
            "Params": pydyf.Dictionary(
                {
                    "Size": len(data),
                    "CreationDate": day,
                    "ModDate": day,
                    "CheckSum": f"<{checksum}>",
                }
            ),
        },
        compress=True,
    )
    pdf.add_object(stream)
    specification = pydyf.Dictionary(
        {
            "Type": "/Filespec",
            "F": pydyf.String(name),
            "UF": pydyf.String(name),
            "EF": pydyf.Dictionary({"F": stream.reference, "UF": stream.reference}),
            "AFRelationship": "/Source",
        }
    )
    pdf.add_object(specification)
    return specification.reference  # type: ignore[no-any-return]
