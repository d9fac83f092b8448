"""The streams of this interpreter: one for each model and set of options."""

from __future__ import annotations

import atexit
import collections
import os
import threading

from ._program import find_program
from ._stream import Process, Stream

_MOST = 8
"""How many processes are kept; one that was not used for longest ends first."""

_SECONDS_TO_END = 5.0

_streams: collections.OrderedDict[tuple[str, ...], Stream] = collections.OrderedDict()
_lock = threading.Lock()


def stream(arguments: list[str]) -> Stream:
    """The stream of these options. Raises `ProgramNotFoundError`."""
    program = find_program()
    key = (program, *arguments)
    with _lock:
        found = _streams.get(key)
        if found is None:
            found = _streams[key] = Stream(program, arguments)
        _streams.move_to_end(key)
        surplus = [_streams.popitem(last=False)[1] for _ in range(len(_streams) - _MOST)]
    for one in surplus:
        one.close()
    return found


def close() -> None:
    """Ends the processes that wait for images. A later call starts what it needs."""
    with _lock:
        streams = list(_streams.values())
        _streams.clear()
    processes: list[Process] = [one for one in map(Stream.close, streams) if one is not None]
    for process in processes:
        process.wait(_SECONDS_TO_END)


def _begin_anew() -> None:
    global _lock
    _lock = threading.Lock()  # another thread may have held it when this process was forked
    for one in _streams.values():
        one.forget()
    _streams.clear()


atexit.register(close)
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_begin_anew)
