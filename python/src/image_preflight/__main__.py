"""`python -m image_preflight …` is `imgcheck …`."""

import sys

from ._errors import ProgramNotFoundError
from ._program import run_program

if __name__ == "__main__":
    try:
        sys.exit(run_program(sys.argv[1:]))
    except ProgramNotFoundError as error:
        sys.exit(f"image_preflight: {error}")
