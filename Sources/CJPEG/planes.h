// The planes of a picture: its lightness, and its two colours where it has them.

#ifndef CJPEG_PLANES_H
#define CJPEG_PLANES_H

#include "decoding.h"
#include "resampling.h"
#include "showing.h"

enum { CJPEG_PLANE_COUNT_AT_MOST = 3 };

// Samples of a byte, row by row. A row has room for a whole number of blocks.
struct cjpeg_plane {
    uint8_t *samples;
    struct cjpeg_size size;
    size_t stride;
};

struct cjpeg_planes {
    int count;
    // How many pixels a side of a sample of colour has, 1 or 2.
    int chroma_step;
    struct cjpeg_plane planes[CJPEG_PLANE_COUNT_AT_MOST];
};

// A plane that room was made for; its samples are NULL where there is none.
struct cjpeg_plane cjpeg_new_plane(struct cjpeg_size size);

void cjpeg_free_planes(struct cjpeg_planes *planes);

// Turns every plane upright from an orientation, 1 to 8. Returns -1 where memory is missing.
int cjpeg_turn_planes(struct cjpeg_planes *planes, int orientation);

// Which sides of a picture an orientation has the wrong way round, as it is stored.
int cjpeg_is_mirrored_across(int orientation);
int cjpeg_is_mirrored_down(int orientation);

// A picture that is scaled while it is decoded.
struct cjpeg_scaling {
    struct cjpeg_decoding decoding;
    struct cjpeg_resampler resamplers[CJPEG_PLANE_COUNT_AT_MOST];
    struct cjpeg_planes planes;
    struct cjpeg_show show;
};

// How the planes of a picture are wanted.
struct cjpeg_wish {
    struct cjpeg_size size;
    // Whether there is to be a sample of colour for each pixel; else it is as in the file.
    int has_full_chroma;
    // What the planes will be turned from: where samples of colour stand depends on it.
    int orientation;
};

// Decodes an opened file into planes of the size that is wanted; leaves by the escape where there
// is something to object to. What is not known yet of the wish, a size of zero, is filled in.
void cjpeg_scale(struct cjpeg_scaling *scaling, struct cjpeg_wish *wish,
                 const struct cjpeg_visitor *visitor);

// Gives back what the scaling holds.
void cjpeg_end_scaling(struct cjpeg_scaling *scaling);

#endif
