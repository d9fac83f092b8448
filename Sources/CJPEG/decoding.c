#include "decoding.h"

#include <jerror.h>

enum {
    // libvips gives up beyond this many scans, of which each takes time for the whole picture.
    SCAN_COUNT_AT_MOST = 100,
    // Of libvips' pieces (libvips/foreign/jpeg2vips.c, SOURCE_BUFFER_SIZE).
    PIECE_BYTE_COUNT = 4096,
};

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

int cjpeg_extraneous_byte_count(const struct cjpeg_escape *escape) {
    const struct jpeg_error_mgr *manager = &escape->manager;
    return manager->msg_code == JWRN_EXTRANEOUS_DATA ? manager->msg_parm.i[0] : 0;
}

static void limit_scans(j_common_ptr info) {
    if (((j_decompress_ptr) info)->input_scan_number > SCAN_COUNT_AT_MOST)
        escape(info);
}

static void do_nothing(j_decompress_ptr info) {
    (void) info;
}

// Where the file ends before its picture does, that is a warning.
static boolean take_next_piece(j_decompress_ptr info) {
    struct cjpeg_source *source = (struct cjpeg_source *) info->src;
    if (source->left == 0)
        escape((j_common_ptr) info);
    size_t count = source->left < PIECE_BYTE_COUNT ? source->left : PIECE_BYTE_COUNT;
    source->manager.next_input_byte = source->next;
    source->manager.bytes_in_buffer = count;
    source->next += count;
    source->left -= count;
    return TRUE;
}

static void skip(j_decompress_ptr info, long count) {
    struct jpeg_source_mgr *source = info->src;
    while (count > (long) source->bytes_in_buffer) {
        count -= (long) source->bytes_in_buffer;
        take_next_piece(info);
    }
    if (count > 0) {
        source->next_input_byte += count;
        source->bytes_in_buffer -= (size_t) count;
    }
}

static void set_source(struct cjpeg_decoding *decoding, struct cjpeg_file file) {
    struct cjpeg_source *source = &decoding->source;
    source->next = file.bytes;
    source->left = file.byte_count;
    source->manager = (struct jpeg_source_mgr){.init_source = do_nothing,
                                               .fill_input_buffer = take_next_piece,
                                               .skip_input_data = skip,
                                               .resync_to_restart = jpeg_resync_to_restart,
                                               .term_source = do_nothing};
    decoding->info.src = &source->manager;
}

void cjpeg_open(struct cjpeg_decoding *decoding, struct cjpeg_file file) {
    struct jpeg_decompress_struct *info = &decoding->info;
    jpeg_create_decompress(info);
    decoding->progress.progress_monitor = limit_scans;
    info->progress = &decoding->progress;
    set_source(decoding, file);
    jpeg_read_header(info, TRUE);
    int is_known = (info->num_components == 1 && info->jpeg_color_space == JCS_GRAYSCALE) ||
                   (info->num_components == 3 && info->jpeg_color_space == JCS_YCbCr);
    if (!is_known || info->arith_code || info->data_precision != 8)
        escape((j_common_ptr) info);
}
