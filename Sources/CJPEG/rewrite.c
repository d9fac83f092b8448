#include "planes.h"

#include <stdlib.h>
#include <string.h>

enum { FIRST_ROOM_BYTE_COUNT = 1 << 16 };

// Where libjpeg writes to: bytes that grow. libjpeg's own destination in memory leaves its caller with
// bytes that are freed already where it fails.
struct destination {
    struct jpeg_destination_mgr manager;
    uint8_t *bytes;
    size_t room;
};

static void make_room(j_compress_ptr info, size_t room) {
    struct destination *destination = (struct destination *) info->dest;
    uint8_t *bytes = realloc(destination->bytes, room);
    if (!bytes)
        info->err->error_exit((j_common_ptr) info);
    destination->bytes = bytes;
    destination->manager.next_output_byte = bytes + destination->room;
    destination->manager.free_in_buffer = room - destination->room;
    destination->room = room;
}

static void begin_output(j_compress_ptr info) {
    make_room(info, FIRST_ROOM_BYTE_COUNT);
}

static boolean make_more_room(j_compress_ptr info) {
    make_room(info, 2 * ((struct destination *) info->dest)->room);
    return TRUE;
}

static void end_output(j_compress_ptr info) {
    (void) info;
}

// Everything that is held while a file is rewritten, so that it can be given back after a failure.
struct rewriting {
    struct cjpeg_scaling scaling;
    struct jpeg_compress_struct info;
    struct destination destination;
};

// Blocks at the right edge are filled up with the last sample, which costs least.
static void fill_rows(struct cjpeg_plane *plane) {
    for (int y = 0; y < plane->size.height; y++) {
        uint8_t *row = plane->samples + (size_t) y * plane->stride;
        memset(row + plane->size.width, row[plane->size.width - 1],
               plane->stride - (size_t) plane->size.width);
    }
}

static void set_format(struct jpeg_compress_struct *info, const struct cjpeg_planes *planes,
                       int quality) {
    info->image_width = (JDIMENSION) planes->planes[0].size.width;
    info->image_height = (JDIMENSION) planes->planes[0].size.height;
    info->input_components = planes->count;
    info->in_color_space = planes->count == 1 ? JCS_GRAYSCALE : JCS_YCbCr;
    jpeg_set_defaults(info);
    jpeg_set_quality(info, quality, TRUE);
    info->optimize_coding = TRUE;
    info->raw_data_in = TRUE;
    int factor = planes->count == 1 ? 1 : planes->chroma_step;
    info->comp_info[0].h_samp_factor = factor;
    info->comp_info[0].v_samp_factor = factor;
}

// Writes the planes, whose last row stands for those that fill up the last blocks.
static void write_planes(struct rewriting *rewriting, int quality) {
    struct jpeg_compress_struct *info = &rewriting->info;
    struct cjpeg_planes *planes = &rewriting->scaling.planes;
    info->err = &rewriting->scaling.decoding.escape.manager;
    jpeg_create_compress(info);
    rewriting->destination.manager = (struct jpeg_destination_mgr){
        .init_destination = begin_output,
        .empty_output_buffer = make_more_room,
        .term_destination = end_output,
    };
    info->dest = &rewriting->destination.manager;
    set_format(info, planes, quality);
    for (int index = 0; index < planes->count; index++)
        fill_rows(&planes->planes[index]);
    jpeg_start_compress(info, TRUE);
    JSAMPROW rows[CJPEG_PLANE_COUNT_AT_MOST][2 * DCTSIZE];
    JSAMPARRAY bands[CJPEG_PLANE_COUNT_AT_MOST] = {rows[0], rows[1], rows[2]};
    while (info->next_scanline < info->image_height) {
        for (int index = 0; index < planes->count; index++) {
            struct cjpeg_plane *plane = &planes->planes[index];
            int factor = info->comp_info[index].v_samp_factor;
            int top = (int) info->next_scanline * factor / info->max_v_samp_factor;
            for (int y = 0; y < factor * DCTSIZE; y++) {
                int row = top + y < plane->size.height ? top + y : plane->size.height - 1;
                rows[index][y] = plane->samples + (size_t) row * plane->stride;
            }
        }
        jpeg_write_raw_data(info, bands, (JDIMENSION) (info->max_v_samp_factor * DCTSIZE));
    }
    jpeg_finish_compress(info);
}

static int rewrite(struct rewriting *rewriting, struct cjpeg_file file,
                   const struct cjpeg_order *order, const struct cjpeg_visitor *visitor,
                   struct cjpeg_result *result) {
    struct cjpeg_scaling *scaling = &rewriting->scaling;
    struct cjpeg_wish wish = {order->size, order->has_full_chroma, order->orientation};
    cjpeg_open(&scaling->decoding, file);
    result->original_size = (struct cjpeg_size){(int) scaling->decoding.info.image_width,
                                                (int) scaling->decoding.info.image_height};
    cjpeg_scale(scaling, &wish, visitor);
    if (cjpeg_turn_planes(&scaling->planes, order->orientation))
        return CJPEG_DECLINED;
    write_planes(rewriting, order->quality);
    return CJPEG_DONE;
}

int cjpeg_rewrite(struct cjpeg_file file, const struct cjpeg_order *order,
                  const struct cjpeg_visitor *visitor, struct cjpeg_result *result) {
    struct rewriting *rewriting = calloc(1, sizeof *rewriting);
    if (!rewriting)
        return CJPEG_DECLINED;
    struct cjpeg_escape *escape = &rewriting->scaling.decoding.escape;
    rewriting->scaling.decoding.info.err = &escape->manager;
    cjpeg_set_escape(escape);
    volatile int outcome = CJPEG_DECLINED;
    if (setjmp(escape->place) == 0)
        outcome = rewrite(rewriting, file, order, visitor, result);
    jpeg_destroy_compress(&rewriting->info);
    cjpeg_end_scaling(&rewriting->scaling);
    if (outcome == CJPEG_DONE) {
        result->bytes = rewriting->destination.bytes;
        result->byte_count =
            rewriting->destination.room - rewriting->destination.manager.free_in_buffer;
    } else {
        free(rewriting->destination.bytes);
    }
    free(rewriting);
    return outcome;
}

void cjpeg_free(uint8_t *bytes) {
    free(bytes);
}
