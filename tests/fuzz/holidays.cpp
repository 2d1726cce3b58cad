// Whatever text comes as a notice of holidays: nothing of it is kept, or a list that can be loaded
// again and says the same.

#include "adapters/calendar/load_calendar.hpp"
#include "tests/fuzz/must.hpp"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <unistd.h>

using fuzz::must;

namespace {

namespace calendar = adapters::calendar;

std::filesystem::path const& data()
{
    static auto const place = std::filesystem::temp_directory_path() /
                              ("juece-fuzz-holidays-" + std::to_string(::getpid()));
    return place;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size)
{
    std::string const text(reinterpret_cast<char const*>(bytes), size);
    static auto const built_in = calendar::load_calendar().listed.size();
    auto const file = data() / "config" / "holidays.csv";

    auto const first = calendar::import_holidays(text, "notice.csv", data());
    for (auto const& fault : first.faults)
        must(!fault.reason.empty() && !fault.file.empty() && fault.line > 0);
    must(first.faults.empty() || first.added.empty());
    must(std::filesystem::exists(file) == !first.added.empty());
    if (first.added.empty())
        return 0;

    auto const loaded = calendar::load_calendar(data());
    must(loaded.faults.empty() && loaded.listed.size() == built_in + first.added.size());
    for (auto const& one : first.added) {
        must(std::any_of(loaded.listed.begin(), loaded.listed.end(), [&](auto const& kept) {
            return kept.on == one.on && kept.name == one.name && kept.is_workday == one.is_workday;
        }));
        must(loaded.days.is_working(one.on) == one.is_workday);
    }
    auto const again = calendar::import_holidays(text, "notice.csv", data());
    must(again.faults.empty() && again.added.empty());
    must(again.already_known == first.already_known + first.added.size());
    std::filesystem::remove(file);
    return 0;
}
