"""What is raised where nothing could be looked at."""

from __future__ import annotations


class PreflightError(Exception):
    """Nothing could be looked at. What is wrong with an image is a value in the report instead."""


class ProgramNotFoundError(PreflightError):
    """There is no `imgcheck` on this machine."""


class ProgramFailedError(PreflightError):
    """`imgcheck` ended without an answer."""


class UsageError(PreflightError, ValueError):
    """`imgcheck` does not understand the call: an unknown model, an option out of its range."""


class BodyError(PreflightError, ValueError):
    """What was to be repaired is no request body: no JSON, or nothing that a dialect reads."""
