#include "tests/faulty_machine/orders.hpp"

#include <cerrno>
#include <climits>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/types.h>
#include <unistd.h>

// Loaded before the C library into a server that a test starts (LD_PRELOAD): a disk that fills up,
// becomes read-only, fails or is slow, and a clock that jumps, each when the test says so. Nothing
// of it is linked into the program, which is tested as it is.

namespace {

tests::faulty_orders* orders()
{
    static auto* const found = []() -> tests::faulty_orders* {
        auto const* name = std::getenv("JUECE_FAULTY_MACHINE");
        // not by the open below, which asks for the orders
        auto const file =
            name ? static_cast<int>(::syscall(SYS_openat, AT_FDCWD, name, O_RDWR | O_CLOEXEC)) : -1;
        if (file < 0)
            return nullptr;
        void* const at = ::mmap(nullptr, sizeof(tests::faulty_orders), PROT_READ | PROT_WRITE,
                                MAP_SHARED, file, 0);
        return at == MAP_FAILED ? nullptr : static_cast<tests::faulty_orders*>(at);
    }();
    return found;
}

bool is_on_disk(char const* path)
{
    static char const* const dir = std::getenv("JUECE_FAULTY_DISK");
    return dir && std::strncmp(path, dir, std::strlen(dir)) == 0;
}

bool is_on_disk(int file)
{
    struct stat what;
    if (::fstat(file, &what) != 0 || !S_ISREG(what.st_mode))
        return false;
    char link[64];
    char path[PATH_MAX + 1];
    std::snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    auto const length = ::readlink(link, path, PATH_MAX);
    if (length <= 0)
        return false;
    path[length] = '\0';
    return is_on_disk(path);
}

/// The error that a write to it meets, 0: none.
template <class Where>
int fault_of_write(Where where)
{
    auto const* now = orders();
    if (!now || (now->disk_full == 0 && now->disk_read_only == 0) || !is_on_disk(where))
        return 0;
    return now->disk_read_only != 0 ? EROFS : ENOSPC;
}

/// A full disk still takes names, and lets them go.
int fault_of_change(char const* path)
{
    auto const* now = orders();
    return now && now->disk_read_only != 0 && is_on_disk(path) ? EROFS : 0;
}

int failed(int why)
{
    errno = why;
    return -1;
}

int slow_sync(int file, int (*real)(int))
{
    auto const* now = orders();
    if (!now || (now->sync_fails == 0 && now->sync_milliseconds == 0) || !is_on_disk(file))
        return real(file);
    ::usleep(static_cast<useconds_t>(now->sync_milliseconds) * 1'000);
    return now->sync_fails != 0 ? failed(EIO) : real(file);
}

template <class F>
F* next(F*, char const* name)
{
    return reinterpret_cast<F*>(::dlsym(RTLD_NEXT, name));
}

} // namespace

// What this stands before, found once.
#define JUECE_REAL(name) static auto* const real = next(&::name, #name)

// The C library marks its own as it needs; the names are all that has to be the same.
#pragma GCC diagnostic ignored "-Wredundant-decls"

extern "C" {

ssize_t write(int file, void const* bytes, size_t count)
{
    JUECE_REAL(write);
    if (int const why = fault_of_write(file))
        return failed(why);
    return real(file, bytes, count);
}

ssize_t pwrite(int file, void const* bytes, size_t count, off_t at)
{
    JUECE_REAL(pwrite);
    if (int const why = fault_of_write(file))
        return failed(why);
    return real(file, bytes, count, at);
}

ssize_t pwrite64(int file, void const* bytes, size_t count, off64_t at)
{
    JUECE_REAL(pwrite64);
    if (int const why = fault_of_write(file))
        return failed(why);
    return real(file, bytes, count, at);
}

int open(char const* path, int how, ...)
{
    JUECE_REAL(open);
    va_list more;
    va_start(more, how);
    auto const mode = (how & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(more, mode_t) : mode_t{0};
    va_end(more);
    if ((how & (O_ACCMODE | O_CREAT | O_TRUNC)) != O_RDONLY)
        if (int const why = fault_of_change(path))
            return failed(why);
    return real(path, how, mode);
}

int open64(char const* path, int how, ...)
{
    JUECE_REAL(open64);
    va_list more;
    va_start(more, how);
    auto const mode = (how & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(more, mode_t) : mode_t{0};
    va_end(more);
    if ((how & (O_ACCMODE | O_CREAT | O_TRUNC)) != O_RDONLY)
        if (int const why = fault_of_change(path))
            return failed(why);
    return real(path, how, mode);
}

int mkdir(char const* path, mode_t mode)
{
    JUECE_REAL(mkdir);
    if (int const why = fault_of_change(path))
        return failed(why);
    return real(path, mode);
}

int rename(char const* from, char const* to)
{
    JUECE_REAL(rename);
    if (int const why = fault_of_change(to))
        return failed(why);
    return real(from, to);
}

int unlink(char const* path)
{
    JUECE_REAL(unlink);
    if (int const why = fault_of_change(path))
        return failed(why);
    return real(path);
}

int fsync(int file)
{
    JUECE_REAL(fsync);
    return slow_sync(file, real);
}

int fdatasync(int file)
{
    JUECE_REAL(fdatasync);
    return slow_sync(file, real);
}

int clock_gettime(clockid_t which, timespec* now)
{
    JUECE_REAL(clock_gettime);
    int const done = real(which, now);
    if (which == CLOCK_REALTIME && orders())
        now->tv_sec += orders()->clock_seconds;
    return done;
}

int gettimeofday(timeval* now, void* zone)
{
    static auto* const real =
        reinterpret_cast<int (*)(timeval*, void*)>(::dlsym(RTLD_NEXT, "gettimeofday"));
    int const done = real(now, zone);
    if (orders())
        now->tv_sec += orders()->clock_seconds;
    return done;
}

} // extern "C"
