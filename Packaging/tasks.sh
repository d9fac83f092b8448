# shellcheck shell=bash
# Tasks of ./run, which sources this file: what people install, and its tests.

# package: makes the wheel, the tarball and the Debian package in .package
task_package() {
    local out=.package swift
    install_packages binutils dpkg-dev
    make_environment .venv-package Packaging/requirements.txt
    # Debian's packages of what the carried libvips holds, for their licences.
    local -a libraries
    read -ra libraries < <(.venv-package/bin/python Packaging/parts.py)
    fetch_packages .cache-licences "${libraries[@]}"
    if ! has_static_libraries; then
        echo "This Swift toolchain has no static libraries, which a package needs: take one of swift.org." >&2
        return 2
    fi
    rm -rf "$out"
    (task_install --prefix "$PWD/$out/tree" >/dev/null)
    swift=$(dirname "$(dirname "$(readlink -f "$(command -v swift)")")")
    .venv-package/bin/python Packaging/package.py \
        --tree "$out/tree" --notices .cache-licences --swift "$swift" --out "$out"
}

# test-wheel [--short]: tests what package made in a bare Debian 12, both decoders alike; --short: here
task_test-wheel() {
    local out=.package wheel
    wheel=$(compgen -G "$out/*.whl") || { task_package && wheel=$(compgen -G "$out/*.whl"); }
    python3 Packaging/compare.py --imgcheck "$out/alone/bin/imgcheck" \
        --worker "$out/tree/libexec/imgcheck/imgcheck-codec" \
        --worker "$out/alone/libexec/imgcheck/imgcheck-codec" Fixtures/images
    install_packages fish zsh
    python3 Tests/Completions/run_completions.py --prefix "$out/tree"
    if [[ ${1:-} == --short ]]; then
        grep -v '^-e' python/tests/requirements.txt >"$out/requirements.txt"
        make_environment .venv-wheel "$out/requirements.txt"
        .venv-wheel/bin/pip install --quiet --disable-pip-version-check --force-reinstall "$wheel"
        .venv-wheel/bin/python -m pytest -q -c python/pyproject.toml --rootdir python \
            python/tests/test_{program,calls,stream,action,pre_commit}.py
        return
    fi
    install_packages debootstrap
    as_root Packaging/bare-debian.sh "$wheel"
}
