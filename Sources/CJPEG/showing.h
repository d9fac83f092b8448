// The rows of a picture on their way to a visitor, who may want them smaller than they are decoded.

#ifndef CJPEG_SHOWING_H
#define CJPEG_SHOWING_H

#include "include/cjpeg.h"

struct cjpeg_show {
    // Nobody where nothing is shown; a zeroed show has no visitor.
    const struct cjpeg_visitor *visitor;
    // Of what is shown.
    struct cjpeg_size size;
    // How many samples, and rows, become one.
    int factor;
    // Of what was taken so far.
    int row_count;
    // The samples of the rows that will be one.
    uint16_t *sums;
    uint8_t *row;
};

// Prepares to show a picture of one sample a pixel whose rows are `factor` times as many as are
// shown, 1, 2, 4 or 8. Returns -1 where memory is missing; cjpeg_end_show() is to be called anyway.
int cjpeg_begin_show(struct cjpeg_show *show, const struct cjpeg_visitor *visitor,
                     struct cjpeg_size size, int factor);

// Takes the next row; those after the last that is shown are passed by.
void cjpeg_show_row(struct cjpeg_show *show, const uint8_t *samples);

void cjpeg_end_show(struct cjpeg_show *show);

#endif
