// The system calls with which a process locks itself in, each behind a function of fixed arguments.
//
// Linux offers most of them without a function of the C library (landlock(7), seccomp(2)) or only
// as variadic ones (prctl(2)), which Swift cannot call. Each function returns 0, or the number of
// the error. Elsewhere than on Linux those without a counterpart return ENOSYS.

#ifndef CSANDBOX_H
#define CSANDBOX_H

#include <stdint.h>

// Nothing that this process runs may gain rights (PR_SET_NO_NEW_PRIVS).
int csandbox_no_new_privileges(void);

// The process is killed when the thread that started it ends (PR_SET_PDEATHSIG).
int csandbox_die_with_parent(void);

// No more than so many bytes of address space, seconds of processor time, and bytes of a file; no
// core dump and no new descriptors (setrlimit(2)).
int csandbox_limit(uint64_t address_space, uint64_t processor_seconds, uint64_t file_size);

// No more new descriptors: those below `count` stay (RLIMIT_NOFILE).
int csandbox_limit_descriptors(uint64_t count);

// Closes the descriptors from `first` on.
int csandbox_close_from(unsigned first);

// Denies this thread and those that it starts every file, port, foreign socket and signal that
// Landlock knows of. `abi` gets the version that the kernel offers.
int csandbox_deny_files(int *abi);

// Lets every thread make only the calls of the table in call-filter.c.
int csandbox_filter_calls(void);

// The threads of this process; -1 where that is not known.
int csandbox_thread_count(void);

// Tries what a decoder never does. Each returns 0 where it was possible, and may not return at all.
int csandbox_try_opening_file(void);
int csandbox_try_writing_file(void);
int csandbox_try_opening_socket(void);
int csandbox_try_running_program(void);
int csandbox_try_starting_process(void);
int csandbox_try_tracing_parent(void);
int csandbox_try_signalling_parent(void);

#endif
