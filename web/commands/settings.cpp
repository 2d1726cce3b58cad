#include "web/commands/settings.hpp"

#include "adapters/files/read_file.hpp"
#include "adapters/soci/numbering.hpp"
#include "config/embedded.hpp"
#include "engine/chain.hpp"

#include <algorithm>
#include <spdlog/spdlog.h>

namespace web::commands {
namespace {

namespace soci = adapters::soci;
using workflows::administration::settings::part;
using workflows::administration::settings::setting;
using parts = std::vector<part>;

/// A file that is built in, and the one of that name in the data directory.
parts built_in_and_added(std::string const& name, std::filesystem::path const& config)
{
    parts made{{"config/" + name, engine::sha256(std::string(*config::embedded(name)))}};
    if (std::filesystem::exists(config / name))
        made.push_back(
            {"DATA/config/" + name, engine::sha256(adapters::files::read_file(config / name))});
    return made;
}

parts rule_packs(std::filesystem::path const& config)
{
    parts made;
    for (auto const path : config::embedded_under("rules/"))
        made.push_back(
            {"config/" + std::string(path), engine::sha256(std::string(*config::embedded(path)))});
    auto const folder = config / "rules";
    if (std::filesystem::is_directory(folder))
        for (auto const& entry : std::filesystem::directory_iterator(folder))
            if (entry.path().extension() == ".toml")
                made.push_back({"DATA/config/rules/" + entry.path().filename().string(),
                                engine::sha256(adapters::files::read_file(entry.path()))});
    std::sort(made.begin(), made.end(),
              [](part const& a, part const& b) { return a.part_name < b.part_name; });
    return made;
}

parts numbering_rules(soci::database& record)
{
    parts made;
    for (auto const& one : soci::numbering(record).rules()) {
        auto const words = one.unit + " " + one.kind + " " + engine::to_text(one.from) + " " +
                           (one.mark.empty() ? "-" : one.mark);
        made.push_back({words, engine::sha256(words)});
    }
    return made;
}

} // namespace

void note_settings(soci::database& record, soci::house_register& house, engine::instant now)
{
    auto const config = record.dir() / "config";
    soci::settings_in_force const here = {
        {setting::numbering, numbering_rules(record)},
        {setting::holidays, built_in_and_added("holidays.csv", config)},
        {setting::rule_packs, rule_packs(config)},
        {setting::roles, built_in_and_added("roles.csv", config)},
        {setting::rights, built_in_and_added("rights.csv", config)}};
    if (auto const changed = house.note_settings(here, now); changed > 0)
        spdlog::info("{} settings came into force and are on record", changed);
}

} // namespace web::commands
