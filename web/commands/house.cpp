#include "web/commands/house.hpp"

#include "web/language.hpp"
#include "workflows/parameters.hpp"
#include "workflows/shapes.hpp"

#include <fstream>
#include <iostream>
#include <pwd.h>
#include <termios.h>
#include <unistd.h>

namespace web::commands {

std::unique_ptr<house_of_law> load_law(std::filesystem::path const& dir)
{
    auto rules = adapters::rules::load_rules(workflows::declared_parameters(), dir);
    auto calendar = adapters::calendar::load_calendar(dir);
    auto requirements = adapters::law_text::load_requirements(dir);
    auto rights = adapters::rights::load_rights(dir);
    std::string faults;
    language const words("zh");
    auto const tell = [&](adapters::csv::fault const& one) {
        faults += one.file + ":" + std::to_string(one.line) + ": " + words(one.reason) + "\n";
    };
    for (auto const& one : rules.faults)
        faults += one + "\n";
    for (auto const& one : calendar.faults)
        tell(one);
    for (auto const& one : requirements.faults)
        tell(one);
    for (auto const& one : rights.faults)
        tell(one);
    if (!faults.empty())
        throw cannot(faults);
    return std::make_unique<house_of_law>(house_of_law{
        workflows::shapes(rights.table, adapters::rules::places_of(rules.book)), std::move(rules.book), std::move(calendar.days),
        std::move(requirements.law), std::move(rights.table)});
}

engine::instant now()
{
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

std::string user_of_machine()
{
    auto const* found = getpwuid(getuid());
    return found ? found->pw_name : std::to_string(getuid());
}

std::string read_secret_file(std::filesystem::path const& file)
{
    using std::filesystem::perms;
    auto const others = perms::group_all | perms::others_all;
    if ((std::filesystem::status(file).permissions() & others) != perms::none)
        throw cannot(file.string() + " may be read by others; set its mode to 600");
    std::string secret;
    std::ifstream in(file);
    std::getline(in, secret);
    if (secret.empty())
        throw cannot(file.string() + " holds no secret");
    return secret;
}

std::string read_secret(std::string const& prompt)
{
    auto const at_terminal = isatty(STDIN_FILENO) == 1;
    termios before{};
    if (at_terminal) {
        std::cerr << prompt << std::flush;
        tcgetattr(STDIN_FILENO, &before);
        auto silent = before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        tcsetattr(STDIN_FILENO, TCSANOW, &silent);
    }
    std::string line;
    std::getline(std::cin, line);
    if (at_terminal) {
        tcsetattr(STDIN_FILENO, TCSANOW, &before);
        std::cerr << "\n";
    }
    if (!line.empty() && line.back() == '\r')
        line.pop_back();
    return line;
}

} // namespace web::commands
