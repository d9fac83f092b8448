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

// Makes errors and warnings lead to the place, silently. To be called before setjmp().
void cjpeg_set_escape(struct cjpeg_escape *escape);

// A file that is being decoded.
struct cjpeg_decoding {
    struct cjpeg_escape escape;
    struct jpeg_progress_mgr progress;
    struct jpeg_decompress_struct info;
};

// Reads the header. Leaves by the escape where there is something to object to, also where the
// picture is neither grey nor YCbCr.
void cjpeg_open(struct cjpeg_decoding *decoding, struct cjpeg_file file);

#endif
