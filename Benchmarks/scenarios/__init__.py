"""The benchmarks, one a file; each has `run`, which measures and returns a section."""

from scenarios import check, fit, fix, headers, likeness, memory, peers, scale, start

ALL = {
    "start": start.run,
    "headers": headers.run,
    "check": check.run,
    "fix": fix.run,
    "likeness": likeness.run,
    "memory": memory.run,
    "scale": scale.run,
    "fit": fit.run,
    "peers": peers.run,
}
