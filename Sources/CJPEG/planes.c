#include "planes.h"

#include <stdlib.h>
#include <string.h>

// What rows are padded to: the widest group of blocks that is written at a time.
enum { ROW_MULTIPLE = 16 };

struct cjpeg_plane cjpeg_new_plane(struct cjpeg_size size) {
    size_t stride = ((size_t) size.width + ROW_MULTIPLE - 1) / ROW_MULTIPLE * ROW_MULTIPLE;
    return (struct cjpeg_plane){malloc((size_t) size.height * stride), size, stride};
}

void cjpeg_free_planes(struct cjpeg_planes *planes) {
    for (int index = 0; index < planes->count; index++) {
        free(planes->planes[index].samples);
        planes->planes[index].samples = NULL;
    }
}

// Exif 3.0, 4.6.5, figure 9.
static int exchanges_sides(int orientation) {
    return orientation >= 5;
}

int cjpeg_is_mirrored_across(int orientation) {
    return orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
}

int cjpeg_is_mirrored_down(int orientation) {
    return orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
}

// Copies a row of the plane as it is stored to its place in the one that is upright.
static void turn_row(const struct cjpeg_plane *from, struct cjpeg_plane *to, int y,
                     int orientation) {
    const uint8_t *samples = from->samples + (size_t) y * from->stride;
    int width = from->size.width;
    int line = cjpeg_is_mirrored_down(orientation) ? from->size.height - 1 - y : y;
    ptrdiff_t step = exchanges_sides(orientation) ? (ptrdiff_t) to->stride : 1;
    uint8_t *place = to->samples + (exchanges_sides(orientation) ? (size_t) line
                                                                : (size_t) line * to->stride);
    if (cjpeg_is_mirrored_across(orientation)) {
        place += step * (width - 1);
        step = -step;
    }
    if (step == 1) {
        memcpy(place, samples, (size_t) width);
        return;
    }
    for (int x = 0; x < width; x++)
        place[step * x] = samples[x];
}

static int turn_plane(struct cjpeg_plane *plane, int orientation) {
    struct cjpeg_size size = plane->size;
    if (exchanges_sides(orientation))
        size = (struct cjpeg_size){size.height, size.width};
    struct cjpeg_plane turned = cjpeg_new_plane(size);
    if (!turned.samples)
        return -1;
    for (int y = 0; y < plane->size.height; y++)
        turn_row(plane, &turned, y, orientation);
    free(plane->samples);
    *plane = turned;
    return 0;
}

int cjpeg_turn_planes(struct cjpeg_planes *planes, int orientation) {
    if (orientation == 1)
        return 0;
    for (int index = 0; index < planes->count; index++) {
        if (turn_plane(&planes->planes[index], orientation))
            return -1;
    }
    return 0;
}
