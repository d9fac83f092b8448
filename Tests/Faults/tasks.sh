# shellcheck shell=bash
# Tasks of ./run, which sources this file: runs that are ended, and calls that fail.

# test-kills [N]: ends N runs of fix, 1000 without a number, and decoders by SIGKILL at random moments
task_test-kills() {
    local program
    program=$(release_imgcheck)
    require_python
    python3 Tests/Faults/run_kills.py --imgcheck "$program" --fixtures Fixtures/images "$@"
}

# test-faults [--count N]: has the nth call of each function of the C library fail; Linux only
task_test-faults() {
    local program library status=0
    if [[ $OSTYPE != linux* ]]; then
        echo "Skipped: only Linux loads a library before the C library." >&2
        return 0
    fi
    program=$(release_imgcheck)
    require_python
    library=$(mktemp)
    clang -O1 -shared -fPIC -Wall -Wextra -Werror -o "$library" Tests/Faults/fail-call.c
    python3 Tests/Faults/run_faults.py --imgcheck "$program" --fixtures Fixtures/images \
        --library "$library" "$@" || status=$?
    rm -f "$library"
    return "$status"
}
