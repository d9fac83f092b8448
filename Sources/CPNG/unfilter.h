// What a PNG does to a row before it is compressed, undone.

#ifndef CPNG_UNFILTER_H
#define CPNG_UNFILTER_H

#include <stddef.h>
#include <stdint.h>

// Undoes a row's filter in its place (PNG, 9.2); the row above is without its own.
//
// `pixel` is how many bytes a pixel has, 1, 2, 3, 4, 6 or 8. Filter 0, and one that does not exist,
// leave the row as it is.
void cpng_unfilter(int filter, uint8_t *row, const uint8_t *above, size_t count, size_t pixel);

#endif
