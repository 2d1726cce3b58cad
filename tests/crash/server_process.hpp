#ifndef JUECE_TESTS_CRASH_SERVER_PROCESS_HPP
#define JUECE_TESTS_CRASH_SERVER_PROCESS_HPP

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <csignal>
#include <fcntl.h>
#include <filesystem>
#include <poll.h>
#include <string>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <system_error>
#include <thread>
#include <unistd.h>
#include <utility>
#include <vector>

// A program that is started, watched and ended by its own process number, never by its name.

namespace tests {

/// Variables of an environment; an empty value takes one away.
using surroundings = std::vector<std::pair<std::string, std::string>>;

inline std::vector<std::string> environment_with(surroundings const& more)
{
    std::vector<std::string> all;
    for (char** one = environ; *one; ++one) {
        std::string const word = *one;
        auto const is_given = [&](auto const& other) {
            return word.substr(0, word.find('=')) == other.first;
        };
        if (std::none_of(more.begin(), more.end(), is_given))
            all.push_back(word);
    }
    for (auto const& [name, value] : more)
        if (!value.empty())
            all.push_back(name + "=" + value);
    return all;
}

/// A child process. What it says goes to a log file, its standard output is read here.
class child_process {
public:
    /// `words`: the program, looked for in PATH, and its arguments; `log`: where its standard error
    /// goes (appended); `more`: what its environment has beyond ours, or instead.
    child_process(std::vector<std::string> const& words, std::filesystem::path const& log,
                  surroundings const& more = {})
    {
        int ends[2];
        if (::pipe2(ends, O_CLOEXEC) != 0)
            throw std::system_error(errno, std::generic_category(), "pipe");
        std::vector<char*> arguments;
        for (auto const& word : words)
            arguments.push_back(const_cast<char*>(word.c_str()));
        arguments.push_back(nullptr);
        log_ = log.string();
        auto const& log_name = log_;
        // put together before the fork: other threads may be anywhere
        auto const all = environment_with(more);
        std::vector<char*> environment;
        for (auto const& one : all)
            environment.push_back(const_cast<char*>(one.c_str()));
        environment.push_back(nullptr);
        pid_ = ::fork();
        if (pid_ < 0)
            throw std::system_error(errno, std::generic_category(), "fork");
        if (pid_ == 0) {
            // The child does not outlive a test that is ended by force.
            ::prctl(PR_SET_PDEATHSIG, SIGKILL);
            auto const complaints =
                ::open(log_name.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
            ::dup2(ends[1], STDOUT_FILENO);
            if (complaints >= 0)
                ::dup2(complaints, STDERR_FILENO);
            ::execvpe(arguments[0], arguments.data(), environment.data());
            ::_exit(127);
        }
        ::close(ends[1]);
        output_ = ends[0];
    }

    ~child_process()
    {
        kill_at_once();
        ::close(output_);
    }
    child_process(child_process const&) = delete;
    child_process& operator=(child_process const&) = delete;

    pid_t pid() const { return pid_; }

    /// The next line of its output without the end of line; empty at the end of its output, or
    /// when none came within that time.
    std::string read_line(int milliseconds)
    {
        for (;;) {
            if (auto const end = said_.find('\n'); end != std::string::npos) {
                auto line = said_.substr(0, end);
                said_.erase(0, end + 1);
                return line;
            }
            pollfd waiting{output_, POLLIN, 0};
            char block[4'096];
            if (::poll(&waiting, 1, milliseconds) <= 0)
                return {};
            auto const got = ::read(output_, block, sizeof block);
            if (got <= 0)
                return {};
            said_.append(block, static_cast<std::size_t>(got));
        }
    }

    /// Reads all of its output to the end.
    std::string read_all()
    {
        char block[65'536];
        for (;;) {
            auto const got = ::read(output_, block, sizeof block);
            if (got < 0 && errno == EINTR)
                continue;
            if (got <= 0)
                return std::move(said_);
            said_.append(block, static_cast<std::size_t>(got));
        }
    }

    /// From now on all that it says goes to its log, too: whoever is not read would wait with its
    /// next word.
    void talk_to_log()
    {
        talking_ = std::thread([this] {
            int const log = ::open(log_.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
            char block[4'096];
            for (;;) {
                auto const got = ::read(output_, block, sizeof block);
                if (got < 0 && errno == EINTR)
                    continue;
                if (got <= 0 || ::write(log, block, static_cast<std::size_t>(got)) < 0)
                    break;
            }
            ::close(log);
        });
    }

    /// Waits until it says where it listens; its port, or 0 when it does not come up.
    int wait_for_port()
    {
        constexpr int patience = 30'000;
        for (auto line = read_line(patience); !line.empty(); line = read_line(patience)) {
            auto const at = line.rfind(':');
            int port = 0;
            if (line.rfind("listening on ", 0) == 0 && at != std::string::npos)
                std::from_chars(line.data() + at + 1, line.data() + line.size(), port);
            if (port > 0) {
                talk_to_log();
                return port;
            }
        }
        return 0;
    }

    /// SIGKILL; nothing that it wants to finish is finished.
    void kill_at_once() { end_by(SIGKILL); }
    /// SIGTERM, and waits; what it ends with.
    int stop() { return end_by(SIGTERM); }
    /// Waits for it; what it ends with, -1 when a signal ended it.
    int wait()
    {
        if (pid_ <= 0)
            return ended_with_;
        int status = 0;
        while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
        }
        note_end(status);
        return ended_with_;
    }
    /// Whether it has ended, or does so within that time.
    bool ends_within(std::chrono::milliseconds patience)
    {
        auto const until = std::chrono::steady_clock::now() + patience;
        for (int status = 0; pid_ > 0;) {
            if (::waitpid(pid_, &status, WNOHANG) == pid_)
                note_end(status);
            else if (std::chrono::steady_clock::now() > until)
                return false;
            else
                ::usleep(2'000);
        }
        return true;
    }
    /// The signal that ended it; 0: none did.
    int signal() const { return signal_; }

private:
    int end_by(int with)
    {
        if (pid_ > 0)
            ::kill(pid_, with);
        return wait();
    }

    void note_end(int status)
    {
        pid_ = 0;
        ended_with_ = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
        signal_ = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
        if (talking_.joinable())
            talking_.join(); // at the end of what it said
    }

    pid_t pid_ = 0;
    int output_ = -1;
    int ended_with_ = -1;
    int signal_ = 0;
    std::string said_;
    std::string log_;
    std::thread talking_;
};

/// `juece serve` on a free port of 127.0.0.1.
class server_process : public child_process {
public:
    server_process(std::filesystem::path const& binary, std::filesystem::path const& data,
                   std::filesystem::path const& log, surroundings const& more = {},
                   std::vector<std::string> const& options = {})
        : child_process(
              with({binary.string(), "serve", "--data", data.string(), "--listen", "127.0.0.1:0"},
                   options),
              log, more)
    {}

private:
    static std::vector<std::string> with(std::vector<std::string> words,
                                         std::vector<std::string> const& more)
    {
        words.insert(words.end(), more.begin(), more.end());
        return words;
    }
};

} // namespace tests

#endif
