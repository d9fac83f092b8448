#include "decoding.h"

// Rows that libjpeg is asked for at a time.
enum { ROW_COUNT = 8 };

// At an eighth of the size every entropy-coded byte is read, where damage shows, and nothing is
// transformed but averages.
static void read_all(struct cjpeg_decoding *decoding, struct cjpeg_file file,
                     struct cjpeg_size *size) {
    cjpeg_open(decoding, file);
    struct jpeg_decompress_struct *info = &decoding->info;
    *size = (struct cjpeg_size){(int) info->image_width, (int) info->image_height};
    info->scale_num = 1;
    info->scale_denom = 8;
    info->out_color_space = info->jpeg_color_space;
    info->do_fancy_upsampling = FALSE;
    jpeg_start_decompress(info);
    JDIMENSION width = info->output_width * (JDIMENSION) info->output_components;
    JSAMPARRAY rows =
        info->mem->alloc_sarray((j_common_ptr) info, JPOOL_IMAGE, width, ROW_COUNT);
    while (info->output_scanline < info->output_height)
        jpeg_read_scanlines(info, rows, ROW_COUNT);
    jpeg_finish_decompress(info);
}

int cjpeg_verify(struct cjpeg_file file, struct cjpeg_size *size) {
    struct cjpeg_decoding decoding = {0};
    decoding.info.err = &decoding.escape.manager;
    cjpeg_set_escape(&decoding.escape);
    volatile int outcome = CJPEG_DECLINED;
    if (setjmp(decoding.escape.place) == 0) {
        read_all(&decoding, file, size);
        outcome = CJPEG_DONE;
    }
    jpeg_destroy_decompress(&decoding.info);
    return outcome;
}
