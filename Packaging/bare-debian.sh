#!/usr/bin/env bash
# bare-debian.sh WHEEL: installs the wheel in a Debian 12 that has Python and git and neither Swift,
# libvips nor GLib, and runs the Python package's tests there. Needs root and debootstrap.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
wheel=$1
root=.cache-debian house=.cache-debian/house

# Debian's mirror as apt is set up to ask it.
mirror() {
    apt-get indextargets --format '$(CODENAME) $(REPO_URI)' 'Created-By: Packages' \
        | awk '$1 == "bookworm" { print $2; exit }'
}

if [[ ! -f $root/made ]]; then
    rm -rf "$root"
    debootstrap --variant=minbase --include=python3,python3-venv,git bookworm "$root" "$(mirror)" >&2
    touch "$root/made"
fi
if find "$root/usr" "$root/lib" -name 'libvips*' -o -name 'libglib*' -o -name 'libswift*' | grep -v /site-packages/; then
    echo "The bare Debian has the files above: remove $root, so that it is made anew." >&2
    exit 1
fi

# The packages that the tests need, fetched here: the bare system asks nobody.
mkdir -p "$house"
grep -v '^-e' python/tests/requirements.txt >"$house/requirements.txt"
.venv-package/bin/pip download --quiet --disable-pip-version-check --dest "$house" \
    --python-version 3.11 --only-binary :all: --requirement "$house/requirements.txt"

rm -rf "$root/package"
mkdir "$root/package"
git ls-files -z python Fixtures Tests/Clients docs action.yml .pre-commit-hooks.yaml \
    | grep -zv '^python/src/' | tar --null --files-from - -c | tar -x -C "$root/package"
cp "$wheel" "$root/package"

cat >"$root/package/check" <<'CHECK'
set -euo pipefail
cd /package
python3 -m venv --clear /venv
/venv/bin/pip install --quiet --no-index --find-links /house ./*.whl --requirement /house/requirements.txt
env -i /venv/bin/imgcheck --version
env -i /venv/bin/imgcheck doctor | sed -n 's/^  imgcheck-codec/imgcheck-codec/p'
for program in /venv/bin/imgcheck /venv/libexec/imgcheck/imgcheck-codec; do
    echo "$program needs:"
    ldd "$program" | sed 's/ (0x.*//'
    if ldd "$program" | grep -E 'glib|gobject|swift|not found'; then exit 1; fi
done
export PATH=/venv/bin:$PATH HOME=/root
/venv/bin/python -m pytest -q -c python/pyproject.toml --rootdir python python/tests
CHECK
# Mounts of its own, so that nothing stays mounted, however it ends.
unshare --mount --propagation private bash -euc '
    mount -t proc proc "$1/proc"
    mount --rbind /dev "$1/dev"
    exec env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 chroot "$1" bash /package/check
' bare "$root"
