// What a decoder never does, tried: each returns 0 where it was possible, else the error's number.

#include "sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stddef.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#ifdef __linux__
#include <sys/ptrace.h>
#endif

static int outcome(int status) {
    return status < 0 ? errno : 0;
}

int csandbox_try_opening_file(void) {
    return outcome(open("/", O_RDONLY));
}

int csandbox_try_writing_file(void) {
    return outcome(open("/dev/null", O_WRONLY));
}

int csandbox_try_opening_socket(void) {
    return outcome(socket(AF_INET, SOCK_STREAM, 0));
}

int csandbox_try_running_program(void) {
    char *arguments[] = {"true", NULL};
    char *environment[] = {NULL};
    // On success there is nobody to return to, and `true` ends with 0 as well.
    return outcome(execve("/bin/true", arguments, environment));
}

int csandbox_try_starting_process(void) {
    pid_t child = fork();
    if (child == 0)
        _exit(0);
    if (child > 0)
        waitpid(child, NULL, 0);
    return outcome(child);
}

int csandbox_try_tracing_parent(void) {
#ifdef __linux__
    // Unlike PTRACE_ATTACH it does not stop the parent where it is possible.
    return outcome((int) ptrace(PTRACE_SEIZE, getppid(), NULL, NULL));
#else
    return ENOSYS;
#endif
}

int csandbox_try_signalling_parent(void) {
    return outcome(kill(getppid(), 0));
}
