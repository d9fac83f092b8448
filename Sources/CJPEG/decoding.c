#include "decoding.h"

// libvips gives up beyond this many scans, of which each takes time for the whole picture.
enum { SCAN_COUNT_AT_MOST = 100 };

static void escape(j_common_ptr info) {
    longjmp(((struct cjpeg_escape *) info->err)->place, 1);
}

// A level below zero is a warning; others are traces.
static void escape_if_warned(j_common_ptr info, int level) {
    if (level < 0)
        escape(info);
}

static void be_silent(j_common_ptr info) {
    (void) info;
}

void cjpeg_set_escape(struct cjpeg_escape *place) {
    jpeg_std_error(&place->manager);
    place->manager.error_exit = escape;
    place->manager.emit_message = escape_if_warned;
    place->manager.output_message = be_silent;
}

static void limit_scans(j_common_ptr info) {
    if (((j_decompress_ptr) info)->input_scan_number > SCAN_COUNT_AT_MOST)
        escape(info);
}

void cjpeg_open(struct cjpeg_decoding *decoding, struct cjpeg_file file) {
    struct jpeg_decompress_struct *info = &decoding->info;
    jpeg_create_decompress(info);
    decoding->progress.progress_monitor = limit_scans;
    info->progress = &decoding->progress;
    jpeg_mem_src(info, file.bytes, file.byte_count);
    jpeg_read_header(info, TRUE);
    int is_known = (info->num_components == 1 && info->jpeg_color_space == JCS_GRAYSCALE) ||
                   (info->num_components == 3 && info->jpeg_color_space == JCS_YCbCr);
    if (!is_known || info->arith_code || info->data_precision != 8)
        escape((j_common_ptr) info);
}
