# shellcheck shell=bash
# Tasks of ./run, which sources this file: fuzzing.

# Builds what fuzzes, with coverage of every branch and AddressSanitizer, and prints its path.
#
# It has a folder of its own, since all of it takes other flags. Gold fails at its debug information.
fuzzer() {
    require_libraries
    local -a options=(-c release --scratch-path .build-fuzz --product fuzz --sanitize address
        -Xswiftc -sanitize=fuzzer -Xswiftc -use-ld=lld)
    told_on_failure env IMGCHECK_FUZZ=1 swift build "${options[@]}"
    echo ".build-fuzz/release/fuzz"
}

# Gathers what a target's inputs are like: fixtures, the corpus where it is there, tables, bodies.
fuzz_seeds() {
    local program=$1 target=$2 folder=$3 place
    local -a names places=()
    case $target in
        jpeg) names=(-iname '*.jp*g') ;;
        png | gif | webp) names=(-iname "*.$target") ;;
        heif) names=(-iname '*.heic' -o -iname '*.avif' -o -iname '*.heif') ;;
        table | body | line) names=(-name '*.json' -o -name '*.jsonl') ;;
        *) names=(-name '*.*') ;;
    esac
    case $target in
        table) places=(rules/tables Tests/imgcheckTests/BrokenTables) ;;
        body | line) places=(../shared/cases) ;;
        request | answer) ;;
        *) places=(Fixtures/images ../shared/corpus) ;;
    esac
    mkdir -p "$folder"
    for place in "${places[@]}"; do
        [[ -d $place ]] || continue
        find "$place" -type f -size -48k \( "${names[@]}" \) -exec cp --backup=numbered {} "$folder" \;
    done
    "$program" --seeds "$target" "$folder"
}

# fuzz [TARGET|all SECONDS]: has libFuzzer look for what a reader does not stand; --list names targets
task_fuzz() {
    local program target seconds=${2:-60} folder status=0
    local -a targets
    program=$(fuzzer)
    case ${1:---list} in
        --list) "$program" --list && return ;;
        all) mapfile -t targets < <("$program" --list) ;;
        *) targets=("$1") ;;
    esac
    for target in "${targets[@]}"; do
        folder=.cache-fuzz/$target
        [[ -d $folder.seeds ]] || fuzz_seeds "$program" "$target" "$folder.seeds"
        mkdir -p "$folder"
        # GLib's memory is its own for good, and Swift's metadata too.
        ASAN_OPTIONS=detect_leaks=0 "$program" "$target" "$folder" "$folder.seeds" \
            -max_total_time=$((seconds / ${#targets[@]})) -max_len=65536 -timeout=20 -rss_limit_mb=3000 \
            -artifact_prefix="$folder-found-" -print_final_stats=1 2>"$folder.log" || status=1
        echo "$target: $(fuzz_summary "$folder.log")"
    done
    return "$status"
}

# What a run of libFuzzer did: inputs, coverage, and where one that it found is.
fuzz_summary() {
    local runs coverage found
    runs=$(sed -n 's/^stat::number_of_executed_units: //p' "$1")
    coverage=$(sed -n 's/.* cov: \([0-9]*\) .*/\1/p' "$1" | tail -1)
    found=$(sed -n 's/.*Test unit written to //p' "$1")
    echo "${runs:-0} inputs, ${coverage:-0} edges, ${found:-nothing found}"
}
