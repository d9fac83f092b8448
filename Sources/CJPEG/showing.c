#include "showing.h"

#include <stdlib.h>
#include <string.h>

int cjpeg_begin_show(struct cjpeg_show *show, const struct cjpeg_visitor *visitor,
                     struct cjpeg_size size, int factor) {
    *show = (struct cjpeg_show){.visitor = visitor, .size = size, .factor = factor};
    if (factor > 1) {
        show->sums = calloc((size_t) size.width * (size_t) factor, sizeof *show->sums);
        show->row = malloc((size_t) size.width);
        if (!show->sums || !show->row)
            return -1;
    }
    visitor->begin(visitor->context, size, 1);
    return 0;
}

// Makes one row of those that were summed up, each sample the mean of a square. Of 64 samples the
// sum is below 2^14.
static void make_row(struct cjpeg_show *show) {
    unsigned area = (unsigned) (show->factor * show->factor);
    const uint16_t *sums = show->sums;
    for (int x = 0; x < show->size.width; x++, sums += show->factor) {
        unsigned sum = area / 2;
        for (int part = 0; part < show->factor; part++)
            sum += sums[part];
        show->row[x] = (uint8_t) (sum / area);
    }
    memset(show->sums, 0, (size_t) (sums - show->sums) * sizeof *sums);
}

void cjpeg_show_row(struct cjpeg_show *show, const uint8_t *samples) {
    if (!show->visitor || show->row_count == show->size.height * show->factor)
        return;
    show->row_count++;
    if (show->factor > 1) {
        int count = show->size.width * show->factor;
        uint16_t *sums = show->sums;
        for (int x = 0; x < count; x++)
            sums[x] = (uint16_t) (sums[x] + samples[x]);
        if (show->row_count % show->factor != 0)
            return;
        make_row(show);
        samples = show->row;
    }
    show->visitor->take(show->visitor->context, samples, (size_t) show->size.width);
}

void cjpeg_end_show(struct cjpeg_show *show) {
    free(show->sums);
    free(show->row);
}
