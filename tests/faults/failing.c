/*
 * Stands between a program and the C library, and makes the n-th call on a file fail, or ends or
 * interrupts the process there. failing.py compiles it and says how it is armed.
 *
 * Calls on standard input, output and error are left alone.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

enum { NOTHING, FAIL_ONCE, FAIL_FROM_THEN_ON, FAIL_HALF_WAY, KILL, KILL_HALF_WAY, INTERRUPT };
enum { WRITES = 1, SYNCS = 2, NAMES = 4, READS = 8, OPENS = 16 };

static int what, groups, error;
static long at, seen;

void fault_arm(int new_what, int new_groups, int new_error, long new_at)
{
    what = new_what, groups = new_groups, error = new_error, at = new_at, seen = 0;
}

long fault_seen(void) { return seen; }

__attribute__((constructor)) static void arm_from_environment(void)
{
    const char *said = getenv("FAULT");
    int w, g, e;
    long n;
    if (said && sscanf(said, "%d:%d:%d:%ld", &w, &g, &e, &n) == 4)
        fault_arm(w, g, e, n);
}

/* Whether this call fails. `half` is set where a write is to be done by half before that. */
static int fails(int group, int *half)
{
    if (what == NOTHING || !(groups & group))
        return 0;
    seen++;
    if (what == FAIL_FROM_THEN_ON ? seen < at : seen != at)
        return 0;
    if (what == KILL)
        raise(SIGKILL);
    if (what == INTERRUPT) {
        /* `error` is the signal. The call itself is done, as a signal leaves it. */
        raise(error);
        return 0;
    }
    if (half && (what == FAIL_HALF_WAY || what == KILL_HALF_WAY))
        *half = 1;
    else if (what == KILL_HALF_WAY)
        raise(SIGKILL);
    errno = error;
    return 1;
}

#define REAL(name) \
    static __typeof__(&name) real; \
    if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

#define HALF_DONE \
    if (what == KILL_HALF_WAY) raise(SIGKILL); \
    errno = error

ssize_t write(int fd, const void *data, size_t size)
{
    REAL(write);
    int half = 0;
    if (fd > 2 && fails(WRITES, &half)) {
        if (half) { real(fd, data, size / 2); HALF_DONE; }
        return -1;
    }
    return real(fd, data, size);
}

#define PWRITE(name, off) \
    ssize_t name(int fd, const void *data, size_t size, off offset) \
    { \
        REAL(name); \
        int half = 0; \
        if (fails(WRITES, &half)) { \
            if (half) { real(fd, data, size / 2, offset); HALF_DONE; } \
            return -1; \
        } \
        return real(fd, data, size, offset); \
    }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

#define ON_A_FILE(group, type, name, parameters, arguments) \
    type name parameters \
    { \
        REAL(name); \
        return fails(group, 0) ? -1 : real arguments; \
    }
ON_A_FILE(WRITES, int, ftruncate, (int fd, off_t size), (fd, size))
ON_A_FILE(WRITES, int, ftruncate64, (int fd, off64_t size), (fd, size))
ON_A_FILE(WRITES, ssize_t, sendfile, (int to, int from, off_t *o, size_t n), (to, from, o, n))
ON_A_FILE(WRITES, ssize_t, sendfile64, (int to, int from, off64_t *o, size_t n), (to, from, o, n))
ON_A_FILE(SYNCS, int, fsync, (int fd), (fd))
ON_A_FILE(SYNCS, int, fdatasync, (int fd), (fd))
ON_A_FILE(NAMES, int, rename, (const char *a, const char *b), (a, b))
ON_A_FILE(NAMES, int, link, (const char *a, const char *b), (a, b))
ON_A_FILE(NAMES, int, unlink, (const char *a), (a))
ON_A_FILE(NAMES, int, mkdir, (const char *a, mode_t mode), (a, mode))
ON_A_FILE(READS, ssize_t, pread, (int fd, void *to, size_t n, off_t o), (fd, to, n, o))
ON_A_FILE(READS, ssize_t, pread64, (int fd, void *to, size_t n, off64_t o), (fd, to, n, o))

#define OPEN(name) \
    int name(const char *path, int flags, ...) \
    { \
        REAL(name); \
        mode_t mode = 0; \
        if (flags & O_CREAT) { \
            va_list rest; \
            va_start(rest, flags); \
            mode = va_arg(rest, mode_t); \
            va_end(rest); \
            if (fails(NAMES, 0)) return -1; \
        } else if (fails(OPENS, 0)) return -1; \
        return real(path, flags, mode); \
    }
OPEN(open)
OPEN(open64)
