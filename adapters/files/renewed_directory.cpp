#include "adapters/files/renewed_directory.hpp"

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <stdexcept>
#include <sys/file.h>
#include <system_error>
#include <unistd.h>

namespace adapters::files {
namespace {

namespace fs = std::filesystem;

constexpr char const* mark_name = ".juece-copy";

[[noreturn]] void refuse(fs::path const& what)
{
    throw std::system_error(errno, std::generic_category(), what.string());
}

/// An earlier result, or nothing that anybody would miss.
bool may_be_replaced(fs::path const& dir)
{
    return !fs::exists(fs::symlink_status(dir)) ||
           (fs::is_directory(fs::symlink_status(dir)) &&
            (fs::is_empty(dir) || fs::exists(dir / mark_name)));
}

/// An open file.
class open_file {
public:
    open_file(fs::path const& at, int flags) : number_(open(at.c_str(), flags | O_CLOEXEC)) {}
    ~open_file()
    {
        if (number_ >= 0)
            close(number_);
    }
    open_file(open_file const&) = delete;
    open_file& operator=(open_file const&) = delete;
    int number() const { return number_; }

private:
    int number_;
};

bool is_at_work(fs::path const& dir)
{
    open_file const mark(dir / mark_name, O_RDONLY);
    return mark.number() >= 0 && flock(mark.number(), LOCK_EX | LOCK_NB) != 0;
}

/// At once where the file system can; else for a moment nothing is there.
void swap(fs::path const& fresh, fs::path const& target, fs::path const& aside)
{
    if (renameat2(AT_FDCWD, fresh.c_str(), AT_FDCWD, target.c_str(), RENAME_EXCHANGE) == 0) {
        fs::rename(fresh, aside);
        return;
    }
    if (errno != EINVAL && errno != ENOSYS && errno != ENOTSUP)
        refuse(target);
    fs::rename(target, aside);
    fs::rename(fresh, target);
}

fs::path beside(fs::path const& target, char const* ending)
{
    return target.parent_path() / ("." + target.filename().string() + ending);
}

} // namespace

renewed_directory::renewed_directory(fs::path target) : target_(fs::absolute(target))
{
    if (target_.filename().empty())
        target_ = target_.parent_path();
    if (!may_be_replaced(target_))
        throw std::runtime_error(target_.string() + " holds something else; name a new directory");
    place_ = beside(target_, ".new");
    auto const aside = beside(target_, ".old");
    for (auto const& left : {place_, aside}) {
        if (!may_be_replaced(left))
            throw std::runtime_error(left.string() + " is in the way");
        if (is_at_work(left))
            throw std::runtime_error("another process is writing " + target_.string());
        fs::remove_all(left);
    }
    fs::create_directories(place_);
    lock();
}

void renewed_directory::lock()
{
    constexpr int for_everybody = 0644;
    auto const file = place_ / mark_name;
    mark_ = open(file.c_str(), O_CREAT | O_WRONLY | O_CLOEXEC, for_everybody);
    if (mark_ < 0 || flock(mark_, LOCK_EX | LOCK_NB) != 0)
        refuse(file);
}

renewed_directory::~renewed_directory()
{
    std::error_code ignored;
    if (!place_.empty())
        fs::remove_all(place_, ignored);
    if (mark_ >= 0)
        close(mark_);
}

void renewed_directory::take_its_place()
{
    if (syncfs(mark_) != 0)
        refuse(place_);
    auto const aside = beside(target_, ".old");
    if (fs::exists(target_)) {
        swap(place_, target_, aside);
        fs::remove_all(aside);
    } else
        fs::rename(place_, target_);
    place_.clear();
}

} // namespace adapters::files
