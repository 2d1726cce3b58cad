#include "adapters/apart/child_process.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <system_error>
#include <unistd.h>

namespace adapters::apart {
namespace {

using clock = std::chrono::steady_clock;
using how = ended_process::how;

/// Of the environment, which also holds passwords: where fonts and what is remembered of them are.
constexpr std::array passed_on = {"HOME", "XDG_CACHE_HOME", "FONTCONFIG_PATH", "FONTCONFIG_FILE"};
constexpr rlim_t most_memory = rlim_t{1} << 30;
constexpr rlim_t most_files = 64;

class spawn_terms {
public:
    explicit spawn_terms(int answers_to)
    {
        posix_spawn_file_actions_init(&files_);
        posix_spawn_file_actions_addopen(&files_, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
        posix_spawn_file_actions_adddup2(&files_, answers_to, STDOUT_FILENO);
        // Connections of other people are open in this process, and must end when they end here.
        posix_spawn_file_actions_addclosefrom_np(&files_, STDERR_FILENO + 1);
        posix_spawnattr_init(&attributes_);
        sigset_t none, all;
        sigemptyset(&none);
        sigfillset(&all);
        posix_spawnattr_setsigmask(&attributes_, &none);
        posix_spawnattr_setsigdefault(&attributes_, &all);
        posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    }
    ~spawn_terms()
    {
        posix_spawn_file_actions_destroy(&files_);
        posix_spawnattr_destroy(&attributes_);
    }
    spawn_terms(spawn_terms const&) = delete;
    spawn_terms& operator=(spawn_terms const&) = delete;

    posix_spawn_file_actions_t const* files() const { return &files_; }
    posix_spawnattr_t const* attributes() const { return &attributes_; }

private:
    posix_spawn_file_actions_t files_{};
    posix_spawnattr_t attributes_{};
};

std::vector<char*> pointers_to(std::vector<std::string>& words)
{
    std::vector<char*> made;
    for (auto& one : words)
        made.push_back(one.data());
    made.push_back(nullptr);
    return made;
}

std::vector<std::string> environment()
{
    std::vector<std::string> made;
    for (auto const* name : passed_on)
        if (auto const* value = std::getenv(name))
            made.push_back(std::string(name) + "=" + value);
    return made;
}

pid_t begin(std::filesystem::path const& program, std::vector<std::string> const& arguments,
            int answers_to)
{
    std::vector<std::string> words = {program.string()};
    words.insert(words.end(), arguments.begin(), arguments.end());
    auto environs = environment();
    spawn_terms const terms(answers_to);
    pid_t child = 0;
    auto const fault = posix_spawn(&child, program.c_str(), terms.files(), terms.attributes(),
                                   pointers_to(words).data(), pointers_to(environs).data());
    return fault == 0 ? child : -1;
}

/// Reads until there is no more; says "well" if that was in time and not too much.
how read_all(int from, std::string& into, allowance const& may_take)
{
    auto const until = clock::now() + may_take.waited;
    std::array<char, 65'536> part{};
    for (;;) {
        auto const left =
            std::chrono::ceil<std::chrono::milliseconds>(until - clock::now()).count();
        if (left <= 0)
            return how::too_late;
        pollfd one{from, POLLIN, 0};
        auto const ready = poll(&one, 1, static_cast<int>(left));
        if (ready < 0 && errno != EINTR)
            return how::failed;
        if (ready <= 0)
            continue;
        auto const got = read(from, part.data(), part.size());
        if (got == 0)
            return how::well;
        if (got < 0)
            return how::failed;
        into.append(part.data(), static_cast<std::size_t>(got));
        if (into.size() > may_take.most_written)
            return how::failed;
    }
}

/// Whoever has closed its answer has nothing left to do, and is not waited for.
bool ended_well(pid_t child, clock::time_point until)
{
    int status = 0;
    while (clock::now() < until) {
        auto const gone = waitpid(child, &status, WNOHANG);
        if (gone == child)
            return WIFEXITED(status) && WEXITSTATUS(status) == 0;
        if (gone < 0 && errno != EINTR)
            return false;
        usleep(1'000);
    }
    kill(child, SIGKILL);
    while (waitpid(child, &status, 0) < 0 && errno == EINTR)
        ;
    return false;
}

void limit(__rlimit_resource what, rlim_t most)
{
    rlimit const one{most, most};
    if (setrlimit(what, &one) != 0)
        throw std::system_error(errno, std::generic_category(), "setrlimit");
}

} // namespace

ended_process run_apart(std::filesystem::path const& program,
                        std::vector<std::string> const& arguments, allowance const& may_take)
{
    constexpr std::chrono::milliseconds to_end{500};
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0)
        return {how::not_begun, {}};
    auto const child = begin(program, arguments, ends[1]);
    close(ends[1]);
    if (child < 0) {
        close(ends[0]);
        return {how::not_begun, {}};
    }
    ended_process made;
    made.ended = read_all(ends[0], made.written, may_take);
    auto const in_time = made.ended == how::well;
    auto const well = ended_well(child, in_time ? clock::now() + to_end : clock::time_point());
    close(ends[0]);
    if (in_time && !well)
        made.ended = how::failed;
    return made;
}

void confine_this_process(std::chrono::seconds processor)
{
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_NOFILE, most_files);
    limit(RLIMIT_CPU, static_cast<rlim_t>(processor.count()));
// Sanitizers map terabytes that they never touch.
#ifndef JUECE_SANITIZED
    limit(RLIMIT_AS, most_memory);
#endif
    prctl(PR_SET_PDEATHSIG, SIGKILL);
}

} // namespace adapters::apart
