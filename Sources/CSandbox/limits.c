// Limits of the process itself (setrlimit(2), prctl(2), close_range(2)).

#include "sandbox.h"

#include <errno.h>
#include <sys/resource.h>
#include <unistd.h>

#ifdef __linux__
#include <dirent.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#endif

// Lowers a limit for good; one that is lower already stays.
static int lower(int resource, uint64_t value) {
    struct rlimit limit;
    if (getrlimit(resource, &limit) != 0)
        return errno;
    if (limit.rlim_max > value)
        limit.rlim_max = value;
    if (limit.rlim_cur > limit.rlim_max)
        limit.rlim_cur = limit.rlim_max;
    return setrlimit(resource, &limit) == 0 ? 0 : errno;
}

int csandbox_limit(uint64_t address_space, uint64_t processor_seconds, uint64_t file_size) {
    int error = lower(RLIMIT_CORE, 0);
    if (!error)
        error = lower(RLIMIT_CPU, processor_seconds);
    if (!error)
        error = lower(RLIMIT_FSIZE, file_size);
    if (!error)
        error = lower(RLIMIT_AS, address_space);
    return error;
}

int csandbox_limit_descriptors(uint64_t count) {
    return lower(RLIMIT_NOFILE, count);
}

#ifdef __linux__

int csandbox_no_new_privileges(void) {
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 ? 0 : errno;
}

int csandbox_die_with_parent(void) {
    return prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) == 0 ? 0 : errno;
}

int csandbox_close_from(unsigned first) {
    return syscall(__NR_close_range, first, ~0u, 0) == 0 ? 0 : errno;
}

int csandbox_thread_count(void) {
    DIR *folder = opendir("/proc/self/task");
    if (folder == NULL)
        return -1;
    int count = 0;
    for (struct dirent *entry; (entry = readdir(folder)) != NULL;)
        count += entry->d_name[0] != '.';
    closedir(folder);
    return count;
}

#else

int csandbox_no_new_privileges(void) {
    return ENOSYS;
}

int csandbox_die_with_parent(void) {
    return ENOSYS;
}

int csandbox_close_from(unsigned first) {
    for (long next = sysconf(_SC_OPEN_MAX) - 1; next >= (long) first; next--)
        close((int) next);
    return 0;
}

int csandbox_thread_count(void) {
    return -1;
}

#endif
