#include "adapters/rights/load_rights.hpp"

#include "adapters/files/read_file.hpp"
#include "config/embedded.hpp"

#include <boost/describe/enum_from_string.hpp>
#include <sstream>

namespace adapters::rights {
namespace {

using engine::say;

csv::table read(std::string_view text, std::string const& file,
                std::vector<std::string_view> const& columns, std::vector<csv::fault>& faults)
{
    auto reading = csv::read(text, file);
    faults.insert(faults.end(), reading.faults.begin(), reading.faults.end());
    for (auto const column : columns)
        if (!reading.found.columns.empty() && !reading.found.has(column)) {
            faults.push_back({file, 1, say("缺少“{1}”列", column)});
            reading.found.rows.clear();
        }
    return std::move(reading.found);
}

/// The value of a cell that names an enumerator; a fault otherwise.
template <class E>
E choice_in(csv::table const& table, csv::row const& row, char const* column,
            std::string const& file, std::vector<csv::fault>& faults)
{
    E value{};
    auto const& cell = table.cell(row, column);
    if (!boost::describe::enum_from_string(cell.c_str(), value))
        faults.push_back({file, row.line, say("“{1}”不能是“{2}”", column, cell)});
    return value;
}

std::vector<std::string> words_in(std::string const& cell)
{
    std::istringstream in(cell);
    std::vector<std::string> words;
    for (std::string one; in >> one;)
        words.push_back(one);
    return words;
}

void read_roles(std::string_view text, std::string const& file, loaded_rights& into)
{
    auto const table = read(text, file,
                            {"code", "name_zh", "name_en", "group", "sees_up_to", "sees_secret",
                             "purpose_zh", "purpose_en"},
                            into.faults);
    for (auto const& row : table.rows) {
        auto const cell = [&](char const* column) { return table.cell(row, column); };
        auto const faults = into.faults.size();
        engine::role one{.code = cell("code"),
                         .name_zh = cell("name_zh"),
                         .name_en = cell("name_en"),
                         .group = cell("group"),
                         .sees_up_to = choice_in<engine::confidentiality>(table, row, "sees_up_to",
                                                                          file, into.faults),
                         .purpose_zh = cell("purpose_zh"),
                         .purpose_en = cell("purpose_en"),
                         .sees_secret = choice_in<engine::secret_reach>(table, row, "sees_secret",
                                                                        file, into.faults)};
        if (into.faults.size() > faults)
            continue;
        if (auto wrong = into.table.add(std::move(one)))
            into.faults.push_back({file, row.line, std::move(*wrong)});
    }
}

void read_rows(std::string_view text, std::string const& file, loaded_rights& into)
{
    auto const table = read(text, file, {"roles", "to", "pattern", "where"}, into.faults);
    for (auto const& row : table.rows) {
        auto const faults = into.faults.size();
        engine::right one{.roles = words_in(table.cell(row, "roles")),
                          .to = choice_in<engine::sphere>(table, row, "to", file, into.faults),
                          .pattern = table.cell(row, "pattern"),
                          .where =
                              choice_in<engine::relation>(table, row, "where", file, into.faults)};
        if (into.faults.size() > faults)
            continue;
        if (auto wrong = into.table.add(std::move(one)))
            into.faults.push_back({file, row.line, std::move(*wrong)});
    }
}

} // namespace

void read_rights(std::string_view roles_csv, std::string_view rights_csv, std::string const& folder,
                 loaded_rights& into)
{
    read_roles(roles_csv, folder + "/roles.csv", into);
    read_rows(rights_csv, folder + "/rights.csv", into);
}

loaded_rights load_rights(std::filesystem::path const& data)
{
    loaded_rights found;
    read_rights(config::embedded("roles.csv").value(), config::embedded("rights.csv").value(),
                "config", found);
    if (data.empty())
        return found;
    auto const roles = data / "config" / "roles.csv";
    if (std::filesystem::exists(roles))
        read_roles(files::read_file(roles), roles.string(), found);
    auto const rows = data / "config" / "rights.csv";
    if (std::filesystem::exists(rows))
        read_rows(files::read_file(rows), rows.string(), found);
    return found;
}

} // namespace adapters::rights
