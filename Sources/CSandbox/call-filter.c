// The system calls that a decoder makes, as a table, and the filter that is made of it (seccomp(2)).

#include "sandbox.h"

#include <errno.h>

#ifdef __linux__

#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <linux/sched.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

// What is to be done with a call.
enum verdict {
    ALLOW,             // it is made
    ALLOW_IF_THREAD,   // it is made if it starts a thread, which is no process
    ALLOW_IF_NAMING,   // it is made if it gives a thread its name
    ALLOW_IF_OWN,      // it is made if its first argument is this process
    REFUSE,            // it fails with EACCES: libraries try it and go on without
    REFUSE_AS_MISSING, // it fails with ENOSYS: the C library then takes an older one
};

struct call {
    unsigned number;
    enum verdict verdict;
};

// Whatever is not listed ends the process with SIGSYS.
static const struct call calls[] = {
    // Messages: the socket at 0, the shared memory at 3. No other descriptor is open.
    {__NR_read, ALLOW},
    {__NR_write, ALLOW},
    {__NR_writev, ALLOW},
    {__NR_recvfrom, ALLOW},
    {__NR_sendto, ALLOW},
    {__NR_pread64, ALLOW},
    {__NR_pwrite64, ALLOW},
    {__NR_fstat, ALLOW},
    {__NR_ppoll, ALLOW},
#ifdef __NR_poll
    {__NR_poll, ALLOW},
#endif
    {__NR_lseek, ALLOW},
    {__NR_close, ALLOW},

    // Memory. Code is made at run time by liborc, which scales pictures.
    {__NR_brk, ALLOW},
    {__NR_mmap, ALLOW},
    {__NR_munmap, ALLOW},
    {__NR_mremap, ALLOW},
    {__NR_mprotect, ALLOW},
    {__NR_madvise, ALLOW},

    // Threads.
    {__NR_clone, ALLOW_IF_THREAD},
    {__NR_clone3, REFUSE_AS_MISSING},
    {__NR_set_robust_list, ALLOW},
#ifdef __NR_rseq
    {__NR_rseq, ALLOW},
#endif
    {__NR_futex, ALLOW},
    {__NR_gettid, ALLOW},
    {__NR_sched_yield, ALLOW},
    {__NR_sched_getaffinity, ALLOW},
    {__NR_sched_getattr, REFUSE},
    {__NR_sched_setattr, REFUSE},
    {__NR_prctl, ALLOW_IF_NAMING},
    {__NR_membarrier, ALLOW},
    {__NR_getcpu, ALLOW},

    // Time and chance.
    {__NR_clock_gettime, ALLOW},
    {__NR_clock_getres, ALLOW},
    {__NR_clock_nanosleep, ALLOW},
    {__NR_nanosleep, ALLOW},
    {__NR_gettimeofday, ALLOW},
    {__NR_getrandom, ALLOW},
#ifdef __NR_time
    {__NR_time, ALLOW},
#endif

    // What a process asks of itself.
    {__NR_getpid, ALLOW},
    {__NR_getppid, ALLOW},
    {__NR_getuid, ALLOW},
    {__NR_geteuid, ALLOW},
    {__NR_getgid, ALLOW},
    {__NR_getegid, ALLOW},
    {__NR_getrusage, ALLOW},
    {__NR_sysinfo, ALLOW},
    {__NR_uname, ALLOW},

    // The end of a thread and of the process, and abort().
    {__NR_exit, ALLOW},
    {__NR_exit_group, ALLOW},
    {__NR_rt_sigaction, ALLOW},
    {__NR_rt_sigprocmask, ALLOW},
    {__NR_rt_sigreturn, ALLOW},
    {__NR_sigaltstack, ALLOW},
    {__NR_restart_syscall, ALLOW},
    {__NR_tgkill, ALLOW_IF_OWN},

    // Files: libraries look for settings, locales and a place for liborc's code, and do without.
    {__NR_openat, REFUSE},
    {__NR_newfstatat, REFUSE},
    {__NR_statx, REFUSE},
    {__NR_faccessat, REFUSE},
    {__NR_faccessat2, REFUSE},
    {__NR_readlinkat, REFUSE},
    {__NR_mkdirat, REFUSE},
    {__NR_unlinkat, REFUSE},
    {__NR_umask, ALLOW},
    {__NR_getcwd, REFUSE},
    {__NR_statfs, REFUSE},
    {__NR_ioctl, REFUSE},
    {__NR_fcntl, REFUSE},
    {__NR_memfd_create, REFUSE},
    {__NR_prlimit64, REFUSE},
#ifdef __NR_open
    {__NR_open, REFUSE},
    {__NR_stat, REFUSE},
    {__NR_lstat, REFUSE},
    {__NR_access, REFUSE},
    {__NR_readlink, REFUSE},
    {__NR_mkdir, REFUSE},
    {__NR_unlink, REFUSE},
#endif
};

#if defined(__x86_64__)
#define MACHINE AUDIT_ARCH_X86_64
// Calls of the x32 interface have this bit, and no other call has it.
#define FOREIGN_BIT 0x40000000u
#elif defined(__aarch64__)
#define MACHINE AUDIT_ARCH_AARCH64
#define FOREIGN_BIT 0u
#endif

#ifdef MACHINE

enum { CALL_COUNT = sizeof calls / sizeof calls[0], STEP_COUNT_AT_MOST = 8 + 5 * CALL_COUNT };

#define LOAD(field) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, field))
#define RETURN(value) BPF_STMT(BPF_RET | BPF_K, value)
#define SKIP_UNLESS(test, value, steps) BPF_JUMP(BPF_JMP | (test) | BPF_K, value, 0, steps)
#define SKIP_IF(test, value, steps) BPF_JUMP(BPF_JMP | (test) | BPF_K, value, steps, 0)

struct program {
    struct sock_filter steps[STEP_COUNT_AT_MOST];
    unsigned short count;
};

static void add(struct program *program, struct sock_filter step) {
    program->steps[program->count++] = step;
}

// Allows a call if a test of its first argument holds.
static void add_tested(struct program *program, unsigned number, unsigned short test,
                       unsigned value) {
    add(program, (struct sock_filter) SKIP_UNLESS(BPF_JEQ, number, 4));
    // The low half of the argument; both machines have it first.
    add(program, (struct sock_filter) LOAD(args[0]));
    add(program, (struct sock_filter) SKIP_UNLESS(test, value, 1));
    add(program, (struct sock_filter) RETURN(SECCOMP_RET_ALLOW));
    add(program, (struct sock_filter) RETURN(SECCOMP_RET_KILL_PROCESS));
}

static void add_plain(struct program *program, unsigned number, unsigned answer) {
    add(program, (struct sock_filter) SKIP_UNLESS(BPF_JEQ, number, 1));
    add(program, (struct sock_filter) RETURN(answer));
}

static void add_call(struct program *program, struct call call) {
    switch (call.verdict) {
    case ALLOW:
        add_plain(program, call.number, SECCOMP_RET_ALLOW);
        break;
    case REFUSE:
        add_plain(program, call.number, SECCOMP_RET_ERRNO | EACCES);
        break;
    case REFUSE_AS_MISSING:
        add_plain(program, call.number, SECCOMP_RET_ERRNO | ENOSYS);
        break;
    case ALLOW_IF_THREAD:
        add_tested(program, call.number, BPF_JSET, CLONE_THREAD);
        break;
    case ALLOW_IF_NAMING:
        add_tested(program, call.number, BPF_JEQ, PR_SET_NAME);
        break;
    case ALLOW_IF_OWN:
        add_tested(program, call.number, BPF_JEQ, (unsigned) getpid());
        break;
    }
}

int csandbox_filter_calls(void) {
    static struct program program;
    program.count = 0;
    add(&program, (struct sock_filter) LOAD(arch));
    add(&program, (struct sock_filter) SKIP_IF(BPF_JEQ, MACHINE, 1));
    add(&program, (struct sock_filter) RETURN(SECCOMP_RET_KILL_PROCESS));
    add(&program, (struct sock_filter) LOAD(nr));
    add(&program, (struct sock_filter) SKIP_UNLESS(BPF_JSET, FOREIGN_BIT, 1));
    add(&program, (struct sock_filter) RETURN(SECCOMP_RET_KILL_PROCESS));
    for (unsigned index = 0; index < CALL_COUNT; index++)
        add_call(&program, calls[index]);
    add(&program, (struct sock_filter) RETURN(SECCOMP_RET_KILL_PROCESS));

    struct sock_fprog code = {program.count, program.steps};
    // For all threads at once; where one cannot be filtered, its number is returned.
    long status = syscall(__NR_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC, &code);
    return status == 0 ? 0 : status > 0 ? ESRCH : errno;
}

#else

int csandbox_filter_calls(void) {
    return ENOSYS;
}

#endif
#else

int csandbox_filter_calls(void) {
    return ENOSYS;
}

#endif
