"""The process behind the calls: shared, mortal, inherited by nobody."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from conftest import CLAUDE, GPT, IMAGES, open_descriptors

import image_preflight
from image_preflight import _streams, check, fix

PHOTO, GIF = IMAGES / "jpeg-photo.jpg", IMAGES / "gif-2-frames.gif"


def processes():
    return [s._process.popen for s in _streams._streams.values() if s._process is not None]


def test_one_process_answers_many_calls(fragile_program):
    for _ in range(20):
        assert check(PHOTO, model=GPT).verdict == "accepted"
    assert len(fragile_program.read_text().splitlines()) == 1


def test_threads_get_their_own_answers():
    files = [PHOTO, GIF, IMAGES / "cut-jpeg-half.jpg"] * 60
    expected = ["accepted", "fixable", "rejected"] * 60
    with ThreadPoolExecutor(16) as pool:
        found = list(pool.map(lambda file: check(file, model=GPT).verdict, files))
    assert found == expected and len(processes()) == 1


def test_a_killed_process_is_started_again():
    check(PHOTO, model=GPT)
    (process,) = processes()
    process.kill()
    for _ in range(2):  # the first may go to the dead process, and is then answered without it
        assert check(PHOTO, model=GPT).verdict == "accepted"
    assert processes()[0].pid != process.pid


def test_a_process_killed_at_work_costs_nothing():
    stop = threading.Event()

    def kill():
        while not stop.wait(0.15):
            for process in processes():
                process.kill()

    killer = threading.Thread(target=kill)
    killer.start()
    try:
        report = fix([PHOTO] * 300, model=CLAUDE, each=True)
    finally:
        stop.set()
        killer.join()
    assert {image.verdict for image in report.images} == {"accepted"}
    assert all(image.data == PHOTO.read_bytes() for image in report.images)


def test_an_image_that_kills_the_process_costs_itself_alone(fragile_program, tmp_path):
    poison = tmp_path / "poison.jpg"
    poison.write_bytes(PHOTO.read_bytes())
    report = check([PHOTO, poison, GIF, PHOTO], model=GPT, each=True)
    assert [image.verdict for image in report.images] == [
        "accepted", "unchecked", "fixable", "accepted",
    ]  # fmt: skip
    assert "signal 9" in report.images[1].error


def test_a_program_that_does_not_run_raises(tmp_path, monkeypatch):
    script = tmp_path / "broken"
    script.write_text("#!/bin/sh\necho 'no libvips here' >&2\nexit 127\n")
    script.chmod(0o755)
    monkeypatch.setenv("IMGCHECK_BIN", str(script))
    for images in (PHOTO, [PHOTO, GIF]):
        with pytest.raises(image_preflight.ProgramFailedError, match="127: no libvips here"):
            check(images, model=GPT)


def test_what_answers_something_else_raises(tmp_path, monkeypatch):
    script = tmp_path / "other"
    script.write_text('#!/bin/sh\nread line\necho \'{"id":99,"verdict":"accepted"}\'\nexit 3\n')
    script.chmod(0o755)
    monkeypatch.setenv("IMGCHECK_BIN", str(script))
    started = time.monotonic()
    report = check(PHOTO, model=GPT)  # alone, where one answer can only be to the one line
    assert report.verdict == "accepted" and time.monotonic() - started < 10


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
def test_a_forked_child_makes_its_own():
    check(PHOTO, model=GPT)
    (parent,) = processes()
    child = os.fork()
    if child == 0:
        status = 1
        try:
            verdict = check(GIF, model=GPT).verdict
            (own,) = processes()
            status = 0 if verdict == "fixable" and own.pid != parent.pid else 2
            image_preflight.close()
        finally:
            os._exit(status)
    assert os.waitpid(child, 0)[1] == 0
    assert check(PHOTO, model=GPT).verdict == "accepted"
    assert processes()[0].pid == parent.pid


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
def test_a_process_ends_with_its_parent_though_a_child_lives():
    check(PHOTO, model=GPT)
    (process,) = processes()
    child = os.fork()
    if child == 0:
        time.sleep(30)
        os._exit(0)
    try:
        started = time.monotonic()
        image_preflight.close()
        assert process.returncode is not None and time.monotonic() - started < 4
        assert process.returncode >= 0  # ended by itself, and was not killed
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


def test_a_fork_while_others_call_does_not_hang():
    program = """
        import os, sys, threading
        from image_preflight import check
        def work():
            while not stop.is_set():
                check(sys.argv[1], model="databricks-gpt-5")
        stop = threading.Event()
        threads = [threading.Thread(target=work) for _ in range(4)]
        [t.start() for t in threads]
        statuses = set()
        for _ in range(20):
            child = os.fork()
            if child == 0:
                try:
                    verdict = check(sys.argv[1], model="databricks-gpt-5").verdict
                    os._exit(0 if verdict == "accepted" else 1)
                except BaseException:
                    import traceback
                    traceback.print_exc()
                    os._exit(2)
            statuses.add(os.waitpid(child, 0)[1])
        stop.set()
        [t.join() for t in threads]
        sys.exit(0 if statuses == {0} else 3)
    """
    line = [sys.executable, "-W", "ignore", "-c", textwrap.dedent(program), str(PHOTO)]
    assert subprocess.run(line, timeout=120).returncode == 0


def test_a_child_waits_for_no_lock_of_another_thread():
    program = """
        import os, sys, tempfile, threading
        from image_preflight import check
        with tempfile._once_lock:  # as a thread would that asks for the first temporary file
            child = os.fork()
            if child == 0:
                verdict = check(sys.argv[1], model="databricks-gpt-5").verdict
                os._exit(0 if verdict == "accepted" else 1)
            sys.exit(os.waitpid(child, 0)[1])
    """
    line = [sys.executable, "-c", textwrap.dedent(program), str(PHOTO)]
    assert subprocess.run(line, timeout=20).returncode == 0


def test_an_interrupt_while_an_image_is_sent_costs_that_call_alone(tmp_path):
    large = tmp_path / "large.bin"
    large.write_bytes(b"no image" * 4_000_000)  # more than a pipe holds: it is being written
    program = """
        import os, signal, sys, threading
        from image_preflight import check
        large = open(sys.argv[2], "rb").read()
        assert check(sys.argv[1], model="databricks-gpt-5").verdict == "accepted"
        interrupted = 0
        for _ in range(5):
            try:
                threading.Timer(0.02, os.kill, [os.getpid(), signal.SIGINT]).start()
                for _ in range(100):
                    check([large] * 4, model="databricks-gpt-5", each=True)
            except KeyboardInterrupt:
                interrupted += 1
            assert check(sys.argv[1], model="databricks-gpt-5").verdict == "accepted"
        print(interrupted)
    """
    line = [sys.executable, "-c", textwrap.dedent(program), str(PHOTO), str(large)]
    result = subprocess.run(line, capture_output=True, text=True, timeout=120)
    assert (result.stdout, result.stderr) == ("5\n", "")


@pytest.mark.parametrize("is_daemon", [False, True], ids=["threads", "daemon threads"])
def test_the_interpreter_ends_while_calls_run(is_daemon):
    program = """
        import sys, threading
        from image_preflight import check
        is_daemon = sys.argv[2] == "True"
        def work():
            done = 0
            while is_daemon or done < 50:
                check(sys.argv[1], model="databricks-gpt-5")
                done += 1
                started.set()
        started = threading.Event()
        for _ in range(4):
            threading.Thread(target=work, daemon=is_daemon).start()
        started.wait()
    """
    line = [sys.executable, "-c", textwrap.dedent(program), str(PHOTO), str(is_daemon)]
    result = subprocess.run(line, capture_output=True, text=True, timeout=60)
    assert (result.returncode, result.stderr) == (0, "")


@pytest.mark.parametrize("method", ["fork", "spawn", "forkserver"])
def test_processes_of_multiprocessing_each_make_their_own(method, tmp_path):
    program = tmp_path / "program.py"
    program.write_text(textwrap.dedent("""
        import multiprocessing, sys
        from image_preflight import check
        def verdict(path):
            return check(path, model="databricks-gpt-5").verdict
        if __name__ == "__main__":
            assert verdict(sys.argv[2]) == "accepted"
            with multiprocessing.get_context(sys.argv[1]).Pool(2) as pool:
                print(set(pool.map(verdict, [sys.argv[2]] * 10)))
    """))
    line = [sys.executable, "-W", "ignore", str(program), method, str(PHOTO)]
    result = subprocess.run(line, capture_output=True, text=True, timeout=120)
    assert (result.stdout, result.stderr) == ("{'accepted'}\n", "")


def test_the_process_ends_with_the_interpreter():
    program = """
        import sys
        from image_preflight import _streams, check
        check(sys.argv[1], model="databricks-gpt-5")
        print(next(iter(_streams._streams.values()))._process.popen.pid)
    """
    line = [sys.executable, "-c", textwrap.dedent(program), str(PHOTO)]
    result = subprocess.run(line, capture_output=True, text=True, timeout=60)
    assert (result.returncode, result.stderr) == (0, "")
    with pytest.raises(ProcessLookupError):
        os.kill(int(result.stdout), 0)


def test_an_image_is_looked_at_though_no_thread_can_be_had(monkeypatch):
    def refuse(_):
        raise RuntimeError("can't create new thread at interpreter shutdown")

    before = open_descriptors()
    monkeypatch.setattr(threading.Thread, "start", refuse)
    assert check(GIF, model=GPT).verdict == "fixable" and processes() == []
    assert open_descriptors() <= before


def test_no_more_than_eight_processes_are_kept():
    for quality in range(50, 65):
        fix(PHOTO, model=GPT, quality=quality)
    assert len(processes()) == 8


@pytest.mark.skipif(not os.path.isdir("/proc/self/fd"), reason="no /proc here")
def test_no_descriptor_is_left_open():
    check(PHOTO, model=GPT)
    image_preflight.close()
    before = open_descriptors()
    for _ in range(10):
        check(PHOTO, model=GPT)
        image_preflight.close()
    assert open_descriptors() <= before + 1
