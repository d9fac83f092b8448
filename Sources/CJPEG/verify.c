#include "decoding.h"

#include <stdbool.h>

// Rows that libjpeg is asked for at a time.
enum { ROW_COUNT = 8 };

// Shrunk by eight, every entropy-coded byte is read, where damage shows, and nothing is
// transformed but averages.
static void read_all(struct cjpeg_decoding *decoding, struct cjpeg_file file,
                     const struct cjpeg_visitor *visitor, struct cjpeg_size *size) {
    cjpeg_open(decoding, file);
    struct jpeg_decompress_struct *info = &decoding->info;
    *size = (struct cjpeg_size){(int) info->image_width, (int) info->image_height};
    info->scale_num = 1;
    info->scale_denom = (unsigned) visitor->shrink;
    info->out_color_space =
        info->jpeg_color_space == JCS_YCbCr ? JCS_GRAYSCALE : info->jpeg_color_space;
    info->do_fancy_upsampling = FALSE;
    jpeg_start_decompress(info);
    JDIMENSION width = info->output_width * (JDIMENSION) info->output_components;
    JSAMPARRAY rows =
        info->mem->alloc_sarray((j_common_ptr) info, JPOOL_IMAGE, width, ROW_COUNT);
    visitor->begin(visitor->context,
                   (struct cjpeg_size){(int) info->output_width, (int) info->output_height},
                   info->output_components);
    while (info->output_scanline < info->output_height) {
        JDIMENSION count = jpeg_read_scanlines(info, rows, ROW_COUNT);
        for (JDIMENSION row = 0; row < count; row++)
            visitor->take(visitor->context, rows[row], width);
    }
    jpeg_finish_decompress(info);
}

int cjpeg_verify(struct cjpeg_file file, const struct cjpeg_visitor *visitor,
                 struct cjpeg_size *size, int *surplus_byte_count) {
    struct cjpeg_decoding decoding = {0};
    decoding.info.err = &decoding.escape.manager;
    cjpeg_set_escape(&decoding.escape);
    volatile int outcome = CJPEG_DECLINED;
    if (setjmp(decoding.escape.place) == 0) {
        read_all(&decoding, file, visitor, size);
        outcome = CJPEG_DONE;
    }
    bool has_all_rows = decoding.info.output_height > 0
                        && decoding.info.output_scanline == decoding.info.output_height;
    *surplus_byte_count = outcome != CJPEG_DONE && has_all_rows
                              ? cjpeg_extraneous_byte_count(&decoding.escape)
                              : 0;
    jpeg_destroy_decompress(&decoding.info);
    return outcome;
}
