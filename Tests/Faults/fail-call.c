// Makes the nth call of one function of the C library fail, in a program that is started with this
// in LD_PRELOAD. FAULT_CALL names the function, FAULT_NUMBER says which call from 1 on, and the file
// FAULT_NOTE gets the number of calls; where no number is given they are only counted.

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/file.h>
#include <unistd.h>

static const char *wanted_call;
static long wanted_number;
static atomic_long call_count;

__attribute__((constructor)) static void begin(void) {
    const char *number = getenv("FAULT_NUMBER");
    wanted_number = number ? atol(number) : 0;
    wanted_call = getenv("FAULT_CALL");
}

__attribute__((destructor)) static void note(void) {
    const char *path = getenv("FAULT_NOTE");
    wanted_number = 0;
    FILE *file = path ? fopen(path, "w") : NULL;
    if (!file) return;
    fprintf(file, "%ld\n", (long) call_count);
    fclose(file);
}

static int fails(const char *call) {
    if (!wanted_call || strcmp(call, wanted_call) != 0) return 0;
    return atomic_fetch_add(&call_count, 1) + 1 == wanted_number;
}

// The function by another name, with what it gives where it fails.
#define FAULTY(result, name, parameters, arguments, failure, error) \
    result name parameters { \
        static result(*real) parameters; \
        if (!real) real = (result(*) parameters) dlsym(RTLD_NEXT, #name); \
        if (!fails(#name)) return real arguments; \
        errno = error; \
        return failure; \
    }

FAULTY(ssize_t, read, (int fd, void *data, size_t size), (fd, data, size), -1, EIO)
FAULTY(ssize_t, write, (int fd, const void *data, size_t size), (fd, data, size), -1, ENOSPC)
FAULTY(ssize_t, pwrite, (int fd, const void *data, size_t size, off_t at), (fd, data, size, at),
       -1, ENOSPC)
FAULTY(ssize_t, send, (int fd, const void *data, size_t size, int flags), (fd, data, size, flags),
       -1, EPIPE)
FAULTY(ssize_t, recv, (int fd, void *data, size_t size, int flags), (fd, data, size, flags),
       -1, ECONNRESET)
FAULTY(int, fsync, (int fd), (fd), -1, EIO)
FAULTY(int, fstat, (int fd, struct stat *status), (fd, status), -1, EIO)
FAULTY(int, flock, (int fd, int operation), (fd, operation), -1, ENOLCK)
FAULTY(int, linkat, (int from, const char *old, int to, const char *new, int flags),
       (from, old, to, new, flags), -1, EIO)
FAULTY(int, renameat, (int from, const char *old, int to, const char *new), (from, old, to, new),
       -1, EIO)
FAULTY(int, mkdir, (const char *path, mode_t mode), (path, mode), -1, ENOSPC)
FAULTY(int, mkdirat, (int fd, const char *name, mode_t mode), (fd, name, mode), -1, ENOSPC)
FAULTY(int, socketpair, (int domain, int type, int protocol, int ends[2]),
       (domain, type, protocol, ends), -1, EMFILE)
FAULTY(int, posix_spawn,
       (pid_t *restrict id, const char *restrict path, const posix_spawn_file_actions_t *actions,
        const posix_spawnattr_t *restrict attributes, char *const arguments[restrict],
        char *const environment[restrict]),
       (id, path, actions, attributes, arguments, environment), EAGAIN, EAGAIN)

// Whether a file is one that Dispatch looks into now and then to see how its threads do. It ends the
// process where it cannot, which no program on it can prevent.
static int is_of_dispatch(const char *path) {
    return strncmp(path, "/proc/", strlen("/proc/")) == 0;
}

int open(const char *path, int flags, ...) {
    static int (*real)(const char *, int, ...);
    if (!real) real = (int (*)(const char *, int, ...)) dlsym(RTLD_NEXT, "open");
    va_list rest;
    va_start(rest, flags);
    mode_t mode = flags & (O_CREAT | __O_TMPFILE) ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    if (is_of_dispatch(path) || !fails("open")) return real(path, flags, mode);
    errno = EMFILE;
    return -1;
}

int openat(int folder, const char *path, int flags, ...) {
    static int (*real)(int, const char *, int, ...);
    if (!real) real = (int (*)(int, const char *, int, ...)) dlsym(RTLD_NEXT, "openat");
    va_list rest;
    va_start(rest, flags);
    mode_t mode = flags & (O_CREAT | __O_TMPFILE) ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    if (!fails("openat")) return real(folder, path, flags, mode);
    errno = EMFILE;
    return -1;
}

// The dynamic linker allocates while it looks for a function: that of the C library has a name of
// its own.
extern void *__libc_malloc(size_t size);

void *malloc(size_t size) {
    if (!fails("malloc")) return __libc_malloc(size);
    errno = ENOMEM;
    return NULL;
}
