// The compressed rows of a PNG, proven and shown without being turned into a picture.

#ifndef CPNG_H
#define CPNG_H

#include <stddef.h>
#include <stdint.h>

// The checksum of a part of a file (PNG, annex D).
uint32_t cpng_checksum(const uint8_t *bytes, size_t byte_count);

// A part of the compressed stream.
struct cpng_piece {
    const uint8_t *bytes;
    size_t byte_count;
};

// What the stream is to hold.
struct cpng_rows {
    size_t row_count;
    // Of a row with the byte for its filter.
    size_t row_byte_count;
    // How many colours the bytes of a row may name; 0 where they name none, or any can be named.
    unsigned color_count;
    // The bytes of a pixel, 1 where it has less (PNG, 9.2).
    size_t pixel_byte_count;
    // Is shown each row from top to bottom, without its filter.
    void *context;
    void (*take)(void *context, const uint8_t *bytes, size_t byte_count);
};

// Whether a stream is one that zlib uncompresses to just these rows, ends where its pieces end, has a
// right checksum, and has a filter that exists before each row (PNG, 9.2). Rows that name colours have
// to be without a filter, which hides the names. zlib gets the stream as it gets it from libpng.
int cpng_has_rows(const struct cpng_piece *pieces, size_t piece_count, struct cpng_rows rows);

#endif
