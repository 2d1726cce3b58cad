#include "adapters/calendar/load_calendar.hpp"

#include "adapters/files/read_file.hpp"
#include "config/embedded.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <map>
#include <set>

namespace adapters::calendar {
namespace {

using engine::day;
using engine::listed_day;
using engine::say;

constexpr std::array festivals{"元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节"};

struct placed_day {
    listed_day what;
    std::size_t line = 0;
};

bool is_weekend(day on)
{
    auto const weekday = std::chrono::weekday(on);
    return weekday == std::chrono::Saturday || weekday == std::chrono::Sunday;
}

std::filesystem::path file_in(std::filesystem::path const& data)
{
    return data / "config" / "holidays.csv";
}

/// Reads a list and checks each date for itself and against `known`, which grows by it.
std::vector<placed_day> read(std::string_view text, std::string const& file,
                             std::map<day, listed_day>& known, std::size_t& repeated,
                             std::vector<fault>& faults)
{
    auto const reading = csv::read(text, file);
    faults.insert(faults.end(), reading.faults.begin(), reading.faults.end());
    auto const& table = reading.found;
    for (auto const column : {"date", "name", "is_workday"})
        if (!table.columns.empty() && !table.has(column)) {
            faults.push_back({file, 1, say("缺少“{1}”列", column)});
            return {};
        }

    std::vector<placed_day> found;
    std::set<day> here;
    for (auto const& row : table.rows) {
        auto const wrong = [&](engine::text why) {
            faults.push_back({file, row.line, std::move(why)});
        };
        auto const& date = table.cell(row, "date");
        auto const& name = table.cell(row, "name");
        auto const& workday = table.cell(row, "is_workday");
        auto const on = engine::parse_day(date);
        if (!on) {
            wrong(say("“{1}”不是日期，应写作2027-01-01", date));
            continue;
        }
        if (name.empty())
            wrong(say("{1}没有写明节日名称", *on));
        if (workday != "0" && workday != "1") {
            wrong(say("{1}的is_workday只能是0（休息）或1（上班）", *on));
            continue;
        }
        listed_day const one{*on, name, workday == "1"};
        if (!here.insert(*on).second) {
            wrong(say("{1}写了两次", *on));
            continue;
        }
        auto const [at, fresh] = known.emplace(*on, one);
        if (fresh)
            found.push_back({one, row.line});
        else if (at->second.is_workday != one.is_workday)
            wrong(say("{1}与已有的安排相矛盾", *on));
        else
            ++repeated;
    }
    return found;
}

/// A year's notice names all seven festivals, its make-up days are weekend days, and a date belongs
/// to a year with a notice or to the December before one.
void check_notices(std::vector<placed_day> const& added, std::map<day, listed_day> const& known,
                   std::string const& file, std::vector<fault>& faults)
{
    std::set<int> notices;
    for (auto const& [on, what] : known) {
        auto const date = std::chrono::year_month_day(on);
        if (date.month() == std::chrono::January && date.day() == std::chrono::day{1})
            notices.insert(int(date.year()));
    }
    std::set<int> touched;
    for (auto const& each : added) {
        // A festival that was prolonged in mid-year may list a Monday as worked again; a new
        // notice never does.
        if (each.what.is_workday && !is_weekend(each.what.on))
            faults.push_back({file, each.line, say("{1}不是周末，不会是调休上班日", each.what.on)});
        auto const date = std::chrono::year_month_day(each.what.on);
        auto const year = int(date.year());
        if (notices.contains(year))
            touched.insert(year);
        else if (date.month() != std::chrono::December || !notices.contains(year + 1))
            faults.push_back(
                {file, each.line, say("{1}年的安排不完整：没有1月1日", static_cast<long>(year))});
    }
    for (auto const year : touched)
        for (auto const* festival : festivals) {
            auto const rests = std::any_of(known.begin(), known.end(), [&](auto const& one) {
                return engine::year_of(one.first) == year && !one.second.is_workday &&
                       one.second.name.find(festival) != std::string::npos;
            });
            if (!rests)
                faults.push_back({file, 1,
                                  say("{1}年的安排不完整：没有{2}的放假日", static_cast<long>(year),
                                      say(festival))});
        }
}

struct known_days {
    std::map<day, listed_day> days;
    std::vector<fault> faults;
};

known_days read_known(std::filesystem::path const& data)
{
    known_days known;
    std::size_t repeated = 0;
    read(config::embedded("holidays.csv").value(), "config/holidays.csv", known.days, repeated,
         known.faults);
    if (auto const file = file_in(data); !data.empty() && std::filesystem::exists(file))
        read(files::read_file(file), file.string(), known.days, repeated, known.faults);
    return known;
}

/// Beside the file first, then in its place: a list is never half-written.
void write_whole(std::filesystem::path const& file, std::string const& text)
{
    auto beside = file;
    beside += ".new";
    {
        std::ofstream out(beside, std::ios::binary | std::ios::trunc);
        out << text << std::flush;
        if (!out)
            throw std::filesystem::filesystem_error("cannot write", beside,
                                                    std::make_error_code(std::errc::io_error));
    }
    std::filesystem::rename(beside, file);
}

} // namespace

loaded_calendar load_calendar(std::filesystem::path const& data)
{
    auto known = read_known(data);
    loaded_calendar result;
    for (auto const& [on, what] : known.days)
        result.listed.push_back(what);
    result.days = engine::working_days(result.listed);
    result.faults = std::move(known.faults);
    return result;
}

imported_days import_holidays(std::string_view csv, std::string const& file,
                              std::filesystem::path const& data)
{
    imported_days result;
    auto known = read_known(data);
    result.faults = std::move(known.faults);
    auto const added = read(csv, file, known.days, result.already_known, result.faults);
    check_notices(added, known.days, file, result.faults);
    if (!result.faults.empty() || added.empty())
        return result;

    auto const target = file_in(data);
    std::filesystem::create_directories(target.parent_path());
    auto text = std::filesystem::exists(target) ? files::read_file(target)
                                                : csv::line_of({"date", "name", "is_workday"});
    if (!text.ends_with('\n'))
        text += '\n';
    for (auto const& each : added) {
        text += csv::line_of(
            {engine::to_text(each.what.on), each.what.name, each.what.is_workday ? "1" : "0"});
        result.added.push_back(each.what);
    }
    write_whole(target, text);
    return result;
}

} // namespace adapters::calendar
