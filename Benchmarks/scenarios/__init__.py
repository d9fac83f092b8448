"""The benchmarks, one a file; each has `run`, which measures and returns a section."""

from scenarios import check, fit, fix, headers, memory, scale, start

ALL = {
    "start": start.run,
    "headers": headers.run,
    "check": check.run,
    "fix": fix.run,
    "memory": memory.run,
    "scale": scale.run,
    "fit": fit.run,
}
