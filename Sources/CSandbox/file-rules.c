// Landlock (landlock(7)): rules about files that a process gives itself. These allow nothing.

#include "sandbox.h"

#include <errno.h>

#ifdef __linux__

#include <stddef.h>
#include <sys/syscall.h>
#include <unistd.h>

// The numbers are the same on every machine; older headers lack them.
enum { CREATE_RULESET = 444, RESTRICT_SELF = 446, ASK_VERSION = 1 };

// What is handled, and denied since no rule allows it. The structure grew with the versions of the
// interface; the system takes as many of its bytes as are given.
struct handled {
    uint64_t file_access;
    uint64_t net_access;
    uint64_t scopes;
};

// All rights to files by the version of the interface that brought them: 13 at first, then
// linking between folders (2), truncating (3) and controlling devices (5).
static uint64_t file_rights(int abi) {
    int count = abi >= 5 ? 16 : abi >= 3 ? 15 : abi == 2 ? 14 : 13;
    return (UINT64_C(1) << count) - 1;
}

int csandbox_deny_files(int *abi) {
    long version = syscall(CREATE_RULESET, NULL, 0, ASK_VERSION);
    if (version < 1)
        return errno;
    *abi = (int) version;
    struct handled handled = {
        .file_access = file_rights(*abi),
        // Binding and connecting TCP sockets.
        .net_access = *abi >= 4 ? 3 : 0,
        // Reaching sockets without a path and sending signals, both to processes outside.
        .scopes = *abi >= 6 ? 3 : 0,
    };
    size_t size = *abi >= 6 ? sizeof handled : *abi >= 4 ? offsetof(struct handled, scopes)
                                                         : offsetof(struct handled, net_access);
    int rules = (int) syscall(CREATE_RULESET, &handled, size, 0);
    if (rules < 0)
        return errno;
    int error = syscall(RESTRICT_SELF, rules, 0) == 0 ? 0 : errno;
    close(rules);
    return error;
}

#else

int csandbox_deny_files(int *abi) {
    *abi = 0;
    return ENOSYS;
}

#endif
