// The entry of libFuzzer for programs that have a main function of their own
// (https://llvm.org/docs/LibFuzzer.html#using-libfuzzer-as-a-library).

#ifndef CFUZZER_SHIM_H
#define CFUZZER_SHIM_H

#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*callback)(const uint8_t *data, size_t size));

#endif
