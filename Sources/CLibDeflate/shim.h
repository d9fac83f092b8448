// libdeflate, which checks zlib streams and checksums faster than zlib itself.

#ifndef CLIBDEFLATE_SHIM_H
#define CLIBDEFLATE_SHIM_H

#include <libdeflate.h>

#endif
