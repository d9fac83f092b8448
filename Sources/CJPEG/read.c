#include "planes.h"

#include <stdlib.h>
#include <string.h>

static uint8_t clamped(int sample) {
    return (uint8_t) (sample < 0 ? 0 : sample > 255 ? 255 : sample);
}

// One row of YCbCr as RGB (JFIF 1.02, "Conversion to and from RGB"), in whole numbers of 16 bits
// behind the point, as libjpeg computes it.
static void convert_row(const uint8_t *lightness, const uint8_t *blueness, const uint8_t *redness,
                        int width, uint8_t *rgb) {
    enum { HALF = 1 << 15 };
    for (int x = 0; x < width; x++, rgb += 3) {
        int y = lightness[x], blue = blueness[x] - 128, red = redness[x] - 128;
        rgb[0] = clamped(y + ((91881 * red + HALF) >> 16));
        rgb[1] = clamped(y + ((-22554 * blue - 46802 * red + HALF) >> 16));
        rgb[2] = clamped(y + ((116130 * blue + HALF) >> 16));
    }
}

// Hands over grey samples, or puts the planes together. Returns -1 where memory is missing.
static int interleave(const struct cjpeg_planes *planes, struct cjpeg_picture *picture) {
    const struct cjpeg_plane *plane = planes->planes;
    picture->size = plane[0].size;
    picture->channel_count = planes->count;
    size_t row_byte_count = (size_t) plane[0].size.width * planes->count;
    picture->byte_count = row_byte_count * plane[0].size.height;
    picture->samples = malloc(picture->byte_count);
    if (!picture->samples)
        return -1;
    for (int y = 0; y < plane[0].size.height; y++) {
        uint8_t *row = picture->samples + (size_t) y * row_byte_count;
        const uint8_t *lightness = plane[0].samples + (size_t) y * plane[0].stride;
        if (planes->count == 1)
            memcpy(row, lightness, row_byte_count);
        else
            convert_row(lightness, plane[1].samples + (size_t) y * plane[1].stride,
                        plane[2].samples + (size_t) y * plane[2].stride, plane[0].size.width, row);
    }
    return 0;
}

static int read_picture(struct cjpeg_scaling *scaling, struct cjpeg_file file,
                        struct cjpeg_size size, struct cjpeg_picture *picture) {
    struct cjpeg_wish wish = {size, 1, 1};
    struct jpeg_decompress_struct *info = &scaling->decoding.info;
    cjpeg_open(&scaling->decoding, file);
    cjpeg_scale(scaling, &wish);
    picture->has_full_chroma = info->max_h_samp_factor == 1 && info->max_v_samp_factor == 1;
    return interleave(&scaling->planes, picture) ? CJPEG_DECLINED : CJPEG_DONE;
}

int cjpeg_read(struct cjpeg_file file, struct cjpeg_size size, struct cjpeg_picture *picture) {
    struct cjpeg_scaling *scaling = calloc(1, sizeof *scaling);
    if (!scaling)
        return CJPEG_DECLINED;
    struct cjpeg_escape *escape = &scaling->decoding.escape;
    scaling->decoding.info.err = &escape->manager;
    cjpeg_set_escape(escape);
    volatile int outcome = CJPEG_DECLINED;
    if (setjmp(escape->place) == 0)
        outcome = read_picture(scaling, file, size, picture);
    cjpeg_end_scaling(scaling);
    free(scaling);
    return outcome;
}
