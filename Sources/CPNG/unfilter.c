#include "unfilter.h"

#include <stdlib.h>
#include <string.h>

// Each function becomes one for each size of a pixel, whose bytes are worked on side by side.
#define FOR_A_SIZE static inline __attribute__((always_inline))

enum { PIXEL_BYTE_COUNT_AT_MOST = 8 };

// The bytes of a pixel as numbers that may be negative, and the same as they stand in a row.
typedef int16_t numbers4 __attribute__((vector_size(8)));
typedef int16_t numbers8 __attribute__((vector_size(16)));
typedef uint8_t bytes4 __attribute__((vector_size(4)));
typedef uint8_t bytes8 __attribute__((vector_size(8)));

FOR_A_SIZE void undo_left(uint8_t *row, size_t count, size_t pixel) {
    uint8_t left[PIXEL_BYTE_COUNT_AT_MOST] = {0};
    for (size_t place = 0; place + pixel <= count; place += pixel) {
        for (size_t byte = 0; byte < pixel; byte++)
            row[place + byte] = left[byte] = (uint8_t) (row[place + byte] + left[byte]);
    }
}

static void undo_above(uint8_t *row, const uint8_t *above, size_t count) {
    for (size_t place = 0; place < count; place++)
        row[place] = (uint8_t) (row[place] + above[place]);
}

FOR_A_SIZE void undo_mean(uint8_t *row, const uint8_t *above, size_t count, size_t pixel) {
    uint8_t left[PIXEL_BYTE_COUNT_AT_MOST] = {0};
    for (size_t place = 0; place + pixel <= count; place += pixel) {
        for (size_t byte = 0; byte < pixel; byte++) {
            uint8_t mean = (uint8_t) ((left[byte] + above[place + byte]) / 2);
            row[place + byte] = left[byte] = (uint8_t) (row[place + byte] + mean);
        }
    }
}

// Of the bytes left, above and in the corner between them, the one that is nearest to left plus above
// less corner; of equally near ones the first of these.
static inline int nearest_byte(int left, int above, int corner) {
    int to_left = above - corner, to_above = left - corner;
    int to_corner = abs(to_left + to_above);
    to_left = abs(to_left);
    to_above = abs(to_above);
    int nearest = to_above < to_left ? above : left;
    int least = to_above < to_left ? to_above : to_left;
    return to_corner < least ? corner : nearest;
}

// From a place on that is a pixel's first byte.
FOR_A_SIZE void undo_paeth(uint8_t *row, const uint8_t *above, size_t place, size_t count,
                           size_t pixel) {
    for (; place < count; place += pixel) {
        for (size_t byte = place; byte < place + pixel; byte++) {
            int left = place == 0 ? 0 : row[byte - pixel];
            int corner = place == 0 ? 0 : above[byte - pixel];
            row[byte] = (uint8_t) (row[byte] + nearest_byte(left, above[byte], corner));
        }
    }
}

// A comparison of vectors has all bits set where it holds.
#define CHOOSE(condition, one, other) (((one) & (condition)) | ((other) & ~(condition)))
#define MAGNITUDE(number) (((number) ^ ((number) >> 15)) - ((number) >> 15))

// The same side by side, without a branch that depends on the picture, as far as whole vectors can be
// read.
#define UNDO_PAETH(name, numbers, bytes)                                                           \
    FOR_A_SIZE void name(uint8_t *row, const uint8_t *over, size_t count, size_t pixel) {          \
        numbers left = {0}, corner = {0};                                                          \
        size_t place = 0;                                                                          \
        for (; place + sizeof(bytes) <= count; place += pixel) {                                   \
            bytes raw, above_raw;                                                                  \
            memcpy(&raw, row + place, sizeof raw);                                                 \
            memcpy(&above_raw, over + place, sizeof above_raw);                                    \
            numbers above = __builtin_convertvector(above_raw, numbers);                           \
            numbers to_left = above - corner, to_above = left - corner;                            \
            numbers to_corner = MAGNITUDE(to_left + to_above);                                     \
            to_left = MAGNITUDE(to_left);                                                          \
            to_above = MAGNITUDE(to_above);                                                        \
            numbers is_above = to_above < to_left;                                                 \
            numbers nearest = CHOOSE(is_above, above, left);                                       \
            numbers least = CHOOSE(is_above, to_above, to_left);                                   \
            nearest = CHOOSE(to_corner < least, corner, nearest);                                  \
            left = (__builtin_convertvector(raw, numbers) + nearest) & UINT8_MAX;                  \
            corner = above;                                                                        \
            raw = __builtin_convertvector(left, bytes);                                            \
            memcpy(row + place, &raw, pixel);                                                      \
        }                                                                                          \
        undo_paeth(row, over, place, count, pixel);                                                \
    }

UNDO_PAETH(undo_paeth4, numbers4, bytes4)
UNDO_PAETH(undo_paeth8, numbers8, bytes8)

FOR_A_SIZE void undo(int filter, uint8_t *row, const uint8_t *above, size_t count, size_t pixel) {
    switch (filter) {
    case 1:
        undo_left(row, count, pixel);
        break;
    case 2:
        undo_above(row, above, count);
        break;
    case 3:
        undo_mean(row, above, count, pixel);
        break;
    case 4:
        if (pixel <= 2)
            undo_paeth(row, above, 0, count, pixel);
        else if (pixel <= sizeof(bytes4))
            undo_paeth4(row, above, count, pixel);
        else
            undo_paeth8(row, above, count, pixel);
        break;
    default:
        break;
    }
}

void cpng_unfilter(int filter, uint8_t *row, const uint8_t *above, size_t count, size_t pixel) {
    switch (pixel) {
    case 1:
        return undo(filter, row, above, count, 1);
    case 2:
        return undo(filter, row, above, count, 2);
    case 3:
        return undo(filter, row, above, count, 3);
    case 4:
        return undo(filter, row, above, count, 4);
    case 6:
        return undo(filter, row, above, count, 6);
    default:
        return undo(filter, row, above, count, 8);
    }
}
