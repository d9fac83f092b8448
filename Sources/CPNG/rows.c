#include "cpng.h"
#include "unfilter.h"

#include <stdlib.h>
#include <string.h>

#include <zlib.h>

enum {
    FILTER_COUNT = 5,
    // Rows are uncompressed in portions of about so many bytes, which stay in the processor's cache.
    PORTION_BYTE_COUNT = 1 << 17,
};

uint32_t cpng_checksum(const uint8_t *bytes, size_t byte_count) {
    return (uint32_t) crc32_z(0, bytes, byte_count);
}

static int is_right(const uint8_t *row, struct cpng_rows rows) {
    if (row[0] >= FILTER_COUNT)
        return 0;
    if (rows.color_count == 0)
        return 1;
    for (size_t place = 1; place < rows.row_byte_count; place++) {
        if (row[place] >= rows.color_count)
            return 0;
    }
    return row[0] == 0;
}

// A stream on its way through zlib, with room for some rows.
struct portion {
    z_stream stream;
    uint8_t *bytes;
    size_t row_count;
    // The last row of the portion before, without its filter.
    uint8_t *last_row;
};

// Looks at the rows that are there, and makes room. Returns 0 where one is not right, or is not whole.
static int take_rows(struct portion *portion, struct cpng_rows *rows) {
    size_t byte_count = (size_t) (portion->stream.next_out - portion->bytes);
    size_t count = byte_count / rows->row_byte_count;
    if (byte_count % rows->row_byte_count != 0 || count > rows->row_count)
        return 0;
    size_t shown_count = rows->row_byte_count - 1;
    const uint8_t *above = portion->last_row;
    for (size_t index = 0; index < count; index++) {
        uint8_t *row = portion->bytes + index * rows->row_byte_count;
        if (!is_right(row, *rows))
            return 0;
        cpng_unfilter(row[0], row + 1, above, shown_count, rows->pixel_byte_count);
        above = row + 1;
        rows->take(rows->context, above, shown_count);
    }
    if (count > 0)
        memcpy(portion->last_row, above, shown_count);
    rows->row_count -= count;
    portion->stream.next_out = portion->bytes;
    portion->stream.avail_out = (uInt) (portion->row_count * rows->row_byte_count);
    return 1;
}

// Returns zlib's status after a piece, or Z_DATA_ERROR where a row is not right.
static int take_piece(struct portion *portion, struct cpng_piece piece, struct cpng_rows *rows) {
    portion->stream.next_in = (Bytef *) piece.bytes;
    portion->stream.avail_in = (uInt) piece.byte_count;
    int status = Z_OK;
    // A full portion may hide that there is more to come.
    while (status == Z_OK && (portion->stream.avail_in > 0 || portion->stream.avail_out == 0)) {
        if (portion->stream.avail_out == 0 && !take_rows(portion, rows))
            return Z_DATA_ERROR;
        status = inflate(&portion->stream, Z_NO_FLUSH);
    }
    return status == Z_BUF_ERROR ? Z_OK : status;
}

int cpng_has_rows(const struct cpng_piece *pieces, size_t piece_count, struct cpng_rows rows) {
    struct portion portion = {.row_count = PORTION_BYTE_COUNT / rows.row_byte_count + 1};
    // With a window of the size that the stream itself names.
    if (rows.row_byte_count > UINT32_MAX / 4 || inflateInit2(&portion.stream, 0) != Z_OK)
        return 0;
    portion.bytes = malloc(portion.row_count * rows.row_byte_count);
    portion.last_row = calloc(1, rows.row_byte_count);
    portion.stream.next_out = portion.bytes;
    portion.stream.avail_out = (uInt) (portion.row_count * rows.row_byte_count);
    int status = portion.bytes && portion.last_row ? Z_OK : Z_MEM_ERROR;
    for (size_t index = 0; index < piece_count && status == Z_OK; index++) {
        if (pieces[index].byte_count > 0)
            status = take_piece(&portion, pieces[index], &rows);
        if (status == Z_STREAM_END && (portion.stream.avail_in > 0 || index + 1 < piece_count))
            status = Z_DATA_ERROR;
    }
    int is_proven = status == Z_STREAM_END && take_rows(&portion, &rows) && rows.row_count == 0;
    free(portion.bytes);
    free(portion.last_row);
    inflateEnd(&portion.stream);
    return is_proven;
}
