"""The libraries that the wheel and the tarball carry: those in the libvips of `pyvips-binary`, as its
notices list them, and Debian's beside it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Library:
    """A library: its licence as an SPDX expression, Debian's package of it, whose copyright file
    has the notices, and how the binary tells its version, where it does."""

    name: str
    licence: str
    debian: str | None
    version_pattern: bytes | None = None
    file: str = ""
    """The name under which it is loaded, where it is a file of its own."""


# https://github.com/kleisauke/libvips-packaging/blob/main/THIRD-PARTY-NOTICES.md; the libraries
# under LGPL are used under its version 3, by their clause on later versions. Of imagequant it is
# the last version under BSD.
LIBRARIES = [
    Library("libvips", "LGPL-3.0-or-later", "libvips42"),
    Library("aom", "BSD-2-Clause", "libaom3"),
    Library("cairo", "MPL-1.1", "libcairo2"),
    Library("cgif", "MIT", "libcgif0"),
    Library("expat", "MIT", "libexpat1"),
    Library("fontconfig", "HPND-sell-variant", "libfontconfig1"),
    Library("freetype", "FTL", "libfreetype6"),
    Library("fribidi", "LGPL-3.0-or-later", "libfribidi0"),
    Library("glib", "LGPL-3.0-or-later", "libglib2.0-0"),
    Library("harfbuzz", "MIT", "libharfbuzz0b"),
    Library("highway", "Apache-2.0", "libhwy1"),
    Library("lcms", "MIT", "liblcms2-2"),
    Library("libarchive", "BSD-2-Clause", "libarchive13", rb"libarchive ([\d.]+)"),
    Library("libexif", "LGPL-3.0-or-later", "libexif12"),
    Library("libffi", "MIT", "libffi8"),
    Library("libheif", "LGPL-3.0-or-later", "libheif1"),
    Library("libimagequant", "BSD-2-Clause AND HPND-Pbmplus", None),
    Library("libnsgif", "MIT", None),
    Library("libpng", "libpng-2.0", "libpng16-16"),
    Library("librsvg", "LGPL-3.0-or-later", "librsvg2-2"),
    Library("libtiff", "libtiff", "libtiff6"),
    Library("libultrahdr", "Apache-2.0", None),
    Library("libwebp", "BSD-3-Clause", "libwebp7"),
    Library("libxml2", "MIT", "libxml2"),
    Library(
        "mozjpeg", "BSD-3-Clause AND IJG AND Zlib", "libjpeg62-turbo", rb"mozjpeg version ([\d.]+)"
    ),
    Library("pango", "LGPL-3.0-or-later", "libpango-1.0-0"),
    Library("pixman", "MIT", "libpixman-1-0"),
    Library("zlib-ng", "Zlib", "zlib1g", rb"([\d.]+)\.zlib-ng"),
]

# Those that the decoder loads beside libvips.
DEBIAN_LIBRARIES = [
    Library(
        "libjpeg-turbo", "BSD-3-Clause AND IJG AND Zlib", "libjpeg62-turbo", file="libjpeg.so.62"
    ),
    Library("zlib", "Zlib", "zlib1g", file="libz.so.1"),
]

if __name__ == "__main__":
    packages = {library.debian for library in LIBRARIES + DEBIAN_LIBRARIES if library.debian}
    print(*sorted(packages))
