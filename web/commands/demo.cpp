#include "adapters/demo/demo.hpp"

#include "web/commands/commands.hpp"
#include "web/commands/house.hpp"
#include "web/commands/record_options.hpp"
#include "web/language.hpp"

#include <CLI/CLI.hpp>
#include <iostream>

namespace web::commands {
namespace {

struct options : record_options {
    std::string today;
    long long seed = 1;
    std::string language = "zh";
};

engine::instant moment(std::string const& today)
{
    if (today.empty())
        return now();
    auto const on = engine::parse_day(today);
    if (!on)
        throw cannot("\"" + today + "\" is no date such as 2024-04-02");
    return engine::instant(*on) + std::chrono::hours(10); // the end of office hours in UTC+8
}

int fill(options const& chosen)
{
    if (chosen.where().is_file() && std::filesystem::exists(chosen.where().file()))
        throw cannot(chosen.dir.string() + " holds a record already; sample data need a new one");
    auto const law = load_law(chosen.dir);
    auto const made = adapters::demo::make_demo({.dir = chosen.dir,
                                                 .database = chosen.database,
                                                 .now = moment(chosen.today),
                                                 .seed = chosen.seed},
                                                law->law());
    language const words(chosen.language);
    for (auto const& fault : made.faults)
        std::cerr << fault.line << ": " << words(fault.reason) << "\n";
    if (!made.faults.empty())
        return found_wrong;
    std::cout << words(
                     engine::say("已生成示例数据：人员{1}名，决策案卷{2}份，办理{3}件，文件{4}个。",
                                 made.people, made.cases, made.acts, made.documents))
              << "\n"
              << words(engine::say("登录名和密码见{1}", (chosen.dir / "sign-in.txt").string()))
              << "\n";
    return done_well;
}

} // namespace

void add_demo(CLI::App& program, int& code)
{
    auto const chosen = std::make_shared<options>();
    auto* command =
        program.add_subcommand("demo", "Fill a new data directory with a district's sample data");
    chosen->add_to(*command, "New data directory");
    command->add_option("--today", chosen->today, "Day on which running decisions stand");
    command->add_option("--seed", chosen->seed, "Another number gives other names")
        ->check(CLI::Range(1, 1'000'000))
        ->capture_default_str();
    command->add_option("--language", chosen->language, "zh or en")
        ->check(CLI::IsMember({"zh", "en"}))
        ->capture_default_str();
    command->callback([chosen, &code] { code = fill(*chosen); });
}

} // namespace web::commands
