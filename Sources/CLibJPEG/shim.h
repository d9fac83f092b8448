// libjpeg's header takes stdio's for granted.

#ifndef CLIBJPEG_SHIM_H
#define CLIBJPEG_SHIM_H

#include <stdio.h>

#include <jpeglib.h>

#endif
