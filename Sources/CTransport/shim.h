// Calls of Linux that its C library declares only as extensions, which Swift does not see.

#ifndef CTRANSPORT_SHIM_H
#define CTRANSPORT_SHIM_H

#include <unistd.h>

#ifdef __linux__
#include <linux/memfd.h>
#include <sys/syscall.h>
#endif

// A file in memory without a name, closed where another program is run (memfd_create(2)); -1 where
// the system has none.
static inline int ctransport_memory_file(const char *name) {
#ifdef __linux__
    return (int) syscall(SYS_memfd_create, name, MFD_CLOEXEC);
#else
    (void) name;
    return -1;
#endif
}

#endif
