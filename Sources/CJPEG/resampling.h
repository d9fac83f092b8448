// A Lanczos resampler for planes of bytes that come row by row.

#ifndef CJPEG_RESAMPLING_H
#define CJPEG_RESAMPLING_H

#include <stddef.h>
#include <stdint.h>

// Samples in a row, or rows, of what is made and of what it is made of.
struct cjpeg_axis {
    int out_count, in_count;
    // Samples of the input in one of the output.
    double step;
    // Where the first sample of the output begins, in samples of the input.
    double offset;
};

// For each sample of the output the samples of the input that it is made of, and how much of each.
struct cjpeg_filter {
    int out_count, in_count;
    // Weights of each sample, a multiple of 8; those beyond its own are zero.
    int tap_count;
    // The first sample of the input, and how many have a weight.
    int *starts, *counts;
    // They sum up to 2^14.
    int16_t *weights;
};

// A plane on its way through two filters.
struct cjpeg_resampler {
    struct cjpeg_filter across, down;
    // The rows of the input that are still needed: row y stands in place y modulo `row_count`.
    uint8_t *rows;
    size_t row_stride;
    int row_count;
    // Those of them that a row of the output is made of.
    const uint8_t **taps;
    // A row that was scaled down but not across, with 6 bits behind the point.
    int16_t *row;
    int next_out_row;
    uint8_t *out;
    size_t out_stride;
};

// Prepares for input whose rows come at most `band_row_count` at a time and are up to `row_stride`
// bytes with what pads them. Returns 0, or -1 where memory is missing; in both cases
// cjpeg_end_resampling() is to be called. A zeroed resampler may be ended too.
int cjpeg_begin_resampling(struct cjpeg_resampler *resampler, struct cjpeg_axis across,
                           struct cjpeg_axis down, size_t row_stride, int band_row_count,
                           uint8_t *out, size_t out_stride);

// Where a row of the input is to be put.
uint8_t *cjpeg_input_row(const struct cjpeg_resampler *resampler, int y);

// Makes what can be made of the first `row_count` rows.
void cjpeg_resample(struct cjpeg_resampler *resampler, int row_count);

void cjpeg_end_resampling(struct cjpeg_resampler *resampler);

#endif
