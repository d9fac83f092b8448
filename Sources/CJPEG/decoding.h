// A libjpeg decoder that declines at the first warning.

#ifndef CJPEG_DECODING_H
#define CJPEG_DECODING_H

#include "include/cjpeg.h"

#include <setjmp.h>
#include <stdio.h>

#include <jpeglib.h>

// Where libjpeg's failures lead.
struct cjpeg_escape {
    struct jpeg_error_mgr manager;
    jmp_buf place;
};

// How many bytes stand between the data and the marker where the escape was taken for that; else 0.
int cjpeg_extraneous_byte_count(const struct cjpeg_escape *escape);

// Makes errors and warnings lead to the place, silently. To be called before setjmp().
void cjpeg_set_escape(struct cjpeg_escape *escape);

// Hands a file to libjpeg piece by piece.
//
// libjpeg-turbo decodes faster where a piece has many bytes left, and then does not warn of codes
// that do not exist. Pieces as libvips has them make it warn of the same files as libvips does.
struct cjpeg_source {
    struct jpeg_source_mgr manager;
    const uint8_t *next;
    size_t left;
};

// A file that is being decoded.
struct cjpeg_decoding {
    struct cjpeg_escape escape;
    struct cjpeg_source source;
    struct jpeg_progress_mgr progress;
    struct jpeg_decompress_struct info;
};

// Reads the header. Leaves by the escape where there is something to object to, also where the
// picture is neither grey nor YCbCr.
void cjpeg_open(struct cjpeg_decoding *decoding, struct cjpeg_file file);

#endif
