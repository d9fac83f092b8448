#include "resampling.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

// Compiled for wider registers too, where the machine has them and the compiler can tell at run
// time. All do the same arithmetic on integers, so that all give the same samples.
#if defined(__x86_64__) && defined(__linux__) && defined(__has_attribute)
#if __has_attribute(target_clones)
#define WIDE __attribute__((target_clones("avx2", "default")))
#endif
#endif
#ifndef WIDE
#define WIDE
#endif

// There are too few weights for longer steps.
#ifdef __clang__
#define FEW_AT_A_TIME _Pragma("clang loop vectorize_width(8) interleave_count(1)")
#else
#define FEW_AT_A_TIME
#endif

enum {
    WEIGHT_BITS = 14,
    WEIGHT_SUM = 1 << WEIGHT_BITS,
    // Bits behind the point of a row between the filters: what 16 bits hold of a byte that the
    // kernel's negative lobes made larger or negative.
    ROW_BITS = 6,
    // Samples that are worked on at a time.
    BLOCK = 64,
    TAP_MULTIPLE = 8,
    KERNEL_RADIUS = 3,
};

// sinc(x) * sinc(x / 3), with the sine of the triple angle by that of the single one.
static double lanczos(double x) {
    if (fabs(x) >= KERNEL_RADIUS)
        return 0;
    if (x == 0)
        return 1;
    double angle = M_PI * x / KERNEL_RADIUS, square = sin(angle) * sin(angle);
    return square * (3 - 4 * square) / (KERNEL_RADIUS * angle * angle);
}

// The weights of one sample: whole numbers whose sum is exact, so that an even plane stays even.
// `values` has room for them.
static void set_weights(struct cjpeg_filter *filter, int index, double center, double scale,
                        double *values) {
    int16_t *weights = filter->weights + (size_t) index * filter->tap_count;
    int count = filter->counts[index], start = filter->starts[index];
    double sum = 0;
    for (int tap = 0; tap < count; tap++) {
        values[tap] = lanczos((start + tap + 0.5 - center) / scale);
        sum += values[tap];
    }
    int left = WEIGHT_SUM, largest = 0;
    for (int tap = 0; tap < count; tap++) {
        weights[tap] = (int16_t) lrint(values[tap] / sum * WEIGHT_SUM);
        left -= weights[tap];
        if (weights[tap] > weights[largest])
            largest = tap;
    }
    weights[largest] += (int16_t) left;
}

static int make_filter(struct cjpeg_filter *filter, struct cjpeg_axis axis) {
    // Where the output is finer than the input, the kernel is as wide as the input's samples.
    double scale = fmax(axis.step, 1);
    double radius = KERNEL_RADIUS * scale;
    filter->out_count = axis.out_count;
    filter->in_count = axis.in_count;
    filter->tap_count = (2 * (int) ceil(radius) + TAP_MULTIPLE) / TAP_MULTIPLE * TAP_MULTIPLE;
    filter->starts = calloc((size_t) axis.out_count, sizeof *filter->starts);
    filter->counts = calloc((size_t) axis.out_count, sizeof *filter->counts);
    filter->weights =
        calloc((size_t) axis.out_count * filter->tap_count, sizeof *filter->weights);
    double *values = calloc((size_t) filter->tap_count, sizeof *values);
    if (!filter->starts || !filter->counts || !filter->weights || !values) {
        free(values);
        return -1;
    }
    for (int index = 0; index < axis.out_count; index++) {
        double center = axis.offset + (index + 0.5) * axis.step;
        center = fmin(fmax(center, 0.5), axis.in_count - 0.5);
        int start = (int) fmax(ceil(center - radius - 0.5), 0);
        int end = (int) fmin(floor(center + radius - 0.5) + 1, axis.in_count);
        filter->starts[index] = start;
        filter->counts[index] = end - start;
        set_weights(filter, index, center, scale, values);
    }
    free(values);
    return 0;
}

int cjpeg_begin_resampling(struct cjpeg_resampler *resampler, struct cjpeg_axis across,
                           struct cjpeg_axis down, size_t row_stride, int band_row_count,
                           uint8_t *out, size_t out_stride) {
    memset(resampler, 0, sizeof *resampler);
    resampler->out = out;
    resampler->out_stride = out_stride;
    resampler->row_stride = (row_stride + BLOCK - 1) / BLOCK * BLOCK;
    if (make_filter(&resampler->across, across) || make_filter(&resampler->down, down))
        return -1;
    resampler->row_count = resampler->down.tap_count + band_row_count;
    resampler->rows = calloc((size_t) resampler->row_count, resampler->row_stride);
    resampler->taps = calloc((size_t) resampler->down.tap_count, sizeof *resampler->taps);
    // Weights of zero may stand beyond the row.
    size_t length = resampler->row_stride + (size_t) resampler->across.tap_count;
    resampler->row = calloc(length, sizeof *resampler->row);
    return resampler->rows && resampler->taps && resampler->row ? 0 : -1;
}

void cjpeg_end_resampling(struct cjpeg_resampler *resampler) {
    struct cjpeg_filter *filters[] = {&resampler->across, &resampler->down};
    for (int index = 0; index < 2; index++) {
        free(filters[index]->starts);
        free(filters[index]->counts);
        free(filters[index]->weights);
    }
    free(resampler->rows);
    free(resampler->taps);
    free(resampler->row);
    memset(resampler, 0, sizeof *resampler);
}

uint8_t *cjpeg_input_row(const struct cjpeg_resampler *resampler, int y) {
    return resampler->rows + (size_t) (y % resampler->row_count) * resampler->row_stride;
}

// Weighs rows against each other, block by block. Samples are taken from the middle of their range,
// so that they fill 16 bits with their sign: the upper half of the product with a weight then has
// ROW_BITS behind the point. What is cut off each is half a unit in the mean, which is added back.
WIDE static void scale_down(const uint8_t *const *rows, const int16_t *weights, int count,
                            int width, int16_t *out) {
    enum { MIDDLE = 128, MIDDLE_OF_ROW = MIDDLE << ROW_BITS };
    for (int left = 0; left < width; left += BLOCK) {
        int16_t sums[BLOCK];
        for (int x = 0; x < BLOCK; x++)
            sums[x] = (int16_t) (MIDDLE_OF_ROW + count / 2);
        for (int tap = 0; tap < count; tap++) {
            const uint8_t *row = rows[tap] + left;
            for (int x = 0; x < BLOCK; x++) {
                int16_t sample = (int16_t) ((row[x] ^ MIDDLE) << 8);
                sums[x] = (int16_t) (sums[x] + (int16_t) ((sample * weights[tap]) >> 16));
            }
        }
        memcpy(out + left, sums, sizeof sums);
    }
}

WIDE static void scale_across(const int16_t *row, const struct cjpeg_filter *filter,
                              uint8_t *out) {
    enum { SHIFT = WEIGHT_BITS + ROW_BITS };
    const int16_t *weights = filter->weights;
    const int *starts = filter->starts;
    int tap_count = filter->tap_count / TAP_MULTIPLE * TAP_MULTIPLE;
    for (int x = 0; x < filter->out_count; x++, weights += tap_count) {
        const int16_t *samples = row + starts[x];
        int sum = 1 << (SHIFT - 1);
        FEW_AT_A_TIME
        for (int tap = 0; tap < tap_count; tap++)
            sum += samples[tap] * weights[tap];
        sum >>= SHIFT;
        out[x] = (uint8_t) (sum < 0 ? 0 : sum > 255 ? 255 : sum);
    }
}

void cjpeg_resample(struct cjpeg_resampler *resampler, int row_count) {
    const struct cjpeg_filter *down = &resampler->down;
    if (row_count > down->in_count)
        row_count = down->in_count;
    for (; resampler->next_out_row < down->out_count; resampler->next_out_row++) {
        int y = resampler->next_out_row, start = down->starts[y], count = down->counts[y];
        if (start + count > row_count)
            return;
        for (int tap = 0; tap < count; tap++)
            resampler->taps[tap] = cjpeg_input_row(resampler, start + tap);
        scale_down(resampler->taps, down->weights + (size_t) y * down->tap_count, count,
                   resampler->across.in_count, resampler->row);
        scale_across(resampler->row, &resampler->across,
                     resampler->out + (size_t) y * resampler->out_stride);
    }
}
