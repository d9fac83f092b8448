// JPEG to JPEG, and the proof of a JPEG, by libjpeg itself.
//
// libjpeg leaves its functions by longjmp() where it fails, which must not pass through Swift: every
// function here comes back. Each answers only for files that decode without a warning and that it
// knows how to handle; it declines the others, and whoever calls asks a decoder that knows more.

#ifndef CJPEG_H
#define CJPEG_H

#include <stddef.h>
#include <stdint.h>

// What a function returns that had nothing to object to, and one that had.
enum { CJPEG_DONE = 0, CJPEG_DECLINED = 1 };

// The size of a picture in pixels.
struct cjpeg_size {
    int width, height;
};

// A file in memory.
struct cjpeg_file {
    const uint8_t *bytes;
    size_t byte_count;
};

// Is shown the rows of a picture: first how large it is and how many samples a pixel has, then each
// row from top to bottom. Of a picture with lightness and colours it is the lightness.
struct cjpeg_visitor {
    // How much smaller than in the file the picture is shown: 1, 2, 4 or 8.
    int shrink;
    void *context;
    void (*begin)(void *context, struct cjpeg_size size, int sample_count);
    void (*take)(void *context, const uint8_t *samples, size_t sample_count);
};

// Reads a file to its end with the least work that shows any damage, and tells the size of its
// picture.
//
// What it declines only for bytes that stand between the last row and the end marker has so many
// surplus bytes; 0 for others.
int cjpeg_verify(struct cjpeg_file file, const struct cjpeg_visitor *visitor,
                 struct cjpeg_size *size, int *surplus_byte_count);

// What is to become of a picture.
struct cjpeg_order {
    // Its size before it is turned; at most that of the file. Zero: it stays as large as it is.
    struct cjpeg_size size;
    // The orientation that it is turned upright from, 1 to 8 (Exif 3.0, 4.6.5).
    int orientation;
    // 1 to 100.
    int quality;
    // Whether colours are stored as finely as lightness; else they are as they were in the file:
    // in full, or one for a square of four pixels.
    int has_full_chroma;
};

// A file that was written, and the size of the picture that it was made of.
struct cjpeg_result {
    uint8_t *bytes;
    size_t byte_count;
    struct cjpeg_size original_size;
};

// Decodes a file, scales and turns its picture, and writes it as a baseline file without metadata.
//
// The visitor is shown the picture as it is in the file, and nothing where it is decoded smaller than
// is to be shown. It has means of squares, where cjpeg_verify() has what the transform makes of fewer
// frequencies.
//
// What was written belongs to the caller, who gives it back by cjpeg_free().
int cjpeg_rewrite(struct cjpeg_file file, const struct cjpeg_order *order,
                  const struct cjpeg_visitor *visitor, struct cjpeg_result *result);

void cjpeg_free(uint8_t *bytes);

#endif
