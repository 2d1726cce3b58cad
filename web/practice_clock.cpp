#include "web/practice_clock.hpp"

#include "adapters/files/read_file.hpp"

#include <cerrno>
#include <charconv>
#include <fstream>
#include <stdexcept>
#include <system_error>

namespace web {
namespace {

std::chrono::days days_in(std::filesystem::path const& file)
{
    if (!std::filesystem::exists(file))
        return std::chrono::days(0);
    auto const words = adapters::files::read_file(file);
    int days = -1;
    auto const [end, fault] = std::from_chars(words.data(), words.data() + words.size(), days);
    auto const is_whole = std::string_view(end, words.data() + words.size()) == "\n";
    if (fault != std::errc() || !is_whole || days < 0 ||
        std::chrono::days(days) > practice_clock::furthest)
        throw std::runtime_error(file.string() + " does not hold the days of the practice clock");
    return std::chrono::days(days);
}

} // namespace

practice_clock::practice_clock(std::function<engine::instant()> real, std::filesystem::path file)
    : real_(std::move(real)), file_(std::move(file)), ahead_(days_in(file_))
{}

engine::instant practice_clock::now() const
{
    return real_() + ahead_.load();
}

bool practice_clock::go_on(std::chrono::days by)
{
    auto const further = ahead_.load() + by;
    if (by <= std::chrono::days(0) || further > furthest)
        return false;
    std::ofstream out(file_, std::ios::trunc);
    out << further.count() << "\n";
    out.close();
    if (!out)
        throw std::system_error(errno, std::generic_category(), file_.string());
    ahead_ = further;
    return true;
}

} // namespace web
