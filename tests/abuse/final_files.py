"""Thirty final reports with rare signs and odd pictures: refused, or sound by veraPDF."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import verapdf
from claimed import printed, reports


def main() -> int:
    """Print them and check the files in one run; answer 1 where a claim is false."""
    if packages := verapdf.missing():
        print(f"veraPDF needs packages that are not installed: {' '.join(packages)}")
        return 1
    with TemporaryDirectory() as folder:
        files, refused = printed(Path(folder), tuple(reports()))
        broken = verapdf.broken_rules(dict.fromkeys(files, ("2a", "ua1")))
    for name, why in refused.items():
        print(f"{name}: {why.splitlines()[0][:100]}")
    false = {name: rules for name, rules in broken.items() if rules}
    for name, rules in false.items():
        print(f"{name}: {sorted(rules)}")
    print(f"{len(files)} printed, {len(refused)} refused, {len(false)} claims false")
    return int(bool(false))


if __name__ == "__main__":
    sys.exit(main())
