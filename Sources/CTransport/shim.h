// Calls of Linux that its C library declares only as extensions, which Swift does not see.

#ifndef CTRANSPORT_SHIM_H
#define CTRANSPORT_SHIM_H

#include <unistd.h>

#ifdef __linux__
#include <linux/memfd.h>
#include <sys/syscall.h>
#endif

// Of linux/memfd.h since Linux 6.3, and of linux/fcntl.h, which does not go with the C library's.
#ifdef __linux__
#ifndef MFD_NOEXEC_SEAL
#define MFD_NOEXEC_SEAL 0x0008U
#endif
#define F_ADD_SEALS (1024 + 9)
#define F_SEAL_SEAL 0x0001
#endif

// A file in memory without a name, closed where another program is run (memfd_create(2)); -1 where
// the system has none. It can never be run itself (MFD_NOEXEC_SEAL), and neither side can make it so,
// or end the other's writing, by a seal of its own (F_SEAL_SEAL). Against shrinking it is not sealed:
// nobody maps it, and its memory is given back by that.
static inline int ctransport_memory_file(const char *name) {
#ifdef __linux__
    int file = (int) syscall(SYS_memfd_create, name, MFD_CLOEXEC | MFD_NOEXEC_SEAL);
    // Linux before 6.3 does not know the flag.
    if (file < 0) file = (int) syscall(SYS_memfd_create, name, MFD_CLOEXEC | MFD_ALLOW_SEALING);
    if (file >= 0) (void) syscall(SYS_fcntl, file, F_ADD_SEALS, F_SEAL_SEAL);
    return file;
#else
    (void) name;
    return -1;
#endif
}

#endif
