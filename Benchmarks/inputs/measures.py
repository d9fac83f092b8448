"""What is left of an input in what came out of it, measured on the pixels.

Every side's files are looked at in the same way, as many servers look: Pillow's `convert("RGB")`,
the first frame, no EXIF, no profile, and scaled to what the model looks at. A measure returns what
went wrong, in about three words, or nothing.
"""

from __future__ import annotations

import mimetypes
import sys
from pathlib import Path

import numpy
from PIL import Image

from pictures import CELL, GPS, LETTERS, MARGIN, Made, letter_cells, page_text

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "peers"))
from target import target_size  # noqa: E402

LONGEST_EDGE_PIXELS = 8000
"""What the model takes, as Anthropic documents it; a longer picture is refused with its request."""

MOST_DIFFERENCE = 8
"""The mean difference, of 255, up to which two pictures show the same."""

MOST_STRETCH = 1.02
LETTERS_TO_READ = 0.98


class Refused(Exception):
    """The provider answers with an error, and what it says."""


def parts(seen: numpy.ndarray) -> list[numpy.ndarray]:
    """The picture, or of one that the model refuses for its length, parts that it takes as they are."""
    if max(seen.shape) <= LONGEST_EDGE_PIXELS:
        return [seen]
    # Each is one line longer than the distance, so that every line stands in one of them whole.
    lines_apart = 44
    tops = range(0, len(seen), lines_apart * CELL[1])
    return [seen[top : top + (lines_apart + 1) * CELL[1]] for top in tops]


def look(file: Path) -> numpy.ndarray:
    """What the model has of the file."""
    try:
        with Image.open(file) as image:
            if mimetypes.guess_type(file)[0] != Image.MIME[image.format]:
                raise Refused("wrong media type")
            if max(image.size) > LONGEST_EDGE_PIXELS:
                raise Refused(f"over {LONGEST_EDGE_PIXELS:,} px")
            picture = image.convert("RGB")
    except OSError as error:
        raise Refused("cannot be decoded") from error
    size = target_size(*picture.size)
    return numpy.asarray(picture if size == picture.size else picture.resize(size, Image.LANCZOS))


def shows(found: numpy.ndarray, wanted: numpy.ndarray) -> bool:
    """Whether both show the same, apart from their size."""
    height, width = found.shape[:2]
    stretch = (width / height) / (wanted.shape[1] / wanted.shape[0])
    if not 1 / MOST_STRETCH < stretch < MOST_STRETCH:
        return False
    scaled = Image.fromarray(wanted).resize((width, height), Image.LANCZOS)
    difference = numpy.abs(found.astype(int) - numpy.asarray(scaled).astype(int))
    return bool(difference.mean() <= MOST_DIFFERENCE)


def picture(made: Made, files: list[Path]) -> str:
    """Of an input with one picture."""
    found, wanted = look(files[0]), made.seen[0]
    if shows(found, wanted):
        return ""
    if any(shows(found, numpy.rot90(wanted, turns)) for turns in (1, 2, 3)):
        return "lies on its side"
    if found.std() < 1:
        return f"all {'white' if found.mean() > 128 else 'black'}"
    missing = 1 - shown_rows(found, wanted)
    return f"{missing:.0%} of it grey" if missing else "something else"


def shown_rows(found: numpy.ndarray, wanted: numpy.ndarray) -> float:
    """The part of the rows, from the top, that are not of one colour."""
    varied = found.std(axis=(1, 2)) > 1
    return float(varied.nonzero()[0].max() + 1) / len(varied) if varied.any() else 0.0


def position(made: Made, files: list[Path]) -> str:
    """Of a photograph that says where it was taken."""
    with Image.open(files[0]) as image:
        if image.getexif().get_ifd(GPS):
            return "position goes along"
    return picture(made, files)


def frames(made: Made, files: list[Path]) -> str:
    """Of an animation: which of its frames can be seen, be it in files of their own."""
    seen = [look(file) for file in files]
    count = sum(any(shows(found, wanted) for found in seen) for wanted in made.seen)
    return "" if count == len(made.seen) else f"{count} of {len(made.seen)} frames seen"


def text(made: Made, files: list[Path]) -> str:
    """Of a page: how many of its letters can be told apart, over all files."""
    page = made.seen[0][..., 0]
    read = numpy.zeros((len(page_text()), len(page_text()[0])), bool)
    for file in files:
        read |= letters_read(look(file)[..., 0], page)
    share = float(read.mean())
    return "" if share >= LETTERS_TO_READ else f"{share:.0%} of letters legible"


def letters_read(found: numpy.ndarray, page: numpy.ndarray) -> numpy.ndarray:
    """The letters that are read right, as a row a line.

    The picture is as wide as the page, and is brought to its scale. Where it lies on the page is
    told by how dark its rows are. Each letter is the one of the alphabet that it is most like.
    """
    lines = page_text()
    scale = page.shape[1] / found.shape[1]
    size = page.shape[1], min(round(found.shape[0] * scale), page.shape[0])
    scaled = numpy.asarray(Image.fromarray(found).resize(size, Image.BICUBIC)).astype(float)
    top = row_of(scaled.mean(axis=1), page.mean(axis=1))
    columns = slice(MARGIN, MARGIN + CELL[0] * len(lines[0]))
    names = numpy.array(list(LETTERS))
    alphabet = numpy.stack([normal(numpy.asarray(cell)) for cell in letter_cells().values()])
    read = numpy.zeros((len(lines), len(lines[0])), bool)
    for number, line in enumerate(lines):
        start = MARGIN + number * CELL[1] - top
        if start < 0 or start + CELL[1] > len(scaled):
            continue
        row = scaled[start : start + CELL[1], columns].reshape(CELL[1], len(line), CELL[0])
        cells = numpy.stack([normal(cell) for cell in row.transpose(1, 0, 2)])
        read[number] = names[(cells @ alphabet.T).argmax(axis=1)] == numpy.array(list(line))
    return read


def row_of(part: numpy.ndarray, whole: numpy.ndarray) -> int:
    """Where the part stands in the whole: where they differ least."""
    places = numpy.lib.stride_tricks.sliding_window_view(whole, len(part))
    return int(((places - part) ** 2).mean(axis=1).argmin())


def normal(cell: numpy.ndarray) -> numpy.ndarray:
    """The cell as a vector of mean 0 and length 1, so that only its shape counts."""
    vector = cell.astype(float).ravel()
    vector -= vector.mean()
    return vector / (numpy.linalg.norm(vector) or 1)
