#include "adapters/soci/house_register.hpp"
#include "adapters/soci/password_policy.hpp"
#include "web/commands/commands.hpp"
#include "web/commands/house.hpp"
#include "web/commands/record_options.hpp"
#include "web/entrance.hpp"
#include "web/language.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <boost/describe/enum_from_string.hpp>
#include <iostream>

namespace web::commands {
namespace {

namespace soci = adapters::soci;

struct options : record_options {
    std::string code, name, level, place, parent, organ, login, role, unit, from, until, cleared_to;
    std::string address = "http://127.0.0.1:8080";
    long long appointment = 0;
    long long hours = 24;
    bool without_password = false;
};
using shared = std::shared_ptr<options>;

/// What a command works with.
struct open_house {
    soci::accounts& people;
    soci::house_register& house;
    entrance& entry;
};

engine::day day_of(std::string const& text)
{
    auto const found = engine::parse_day(text);
    if (!found)
        throw cannot("\"" + text + "\" is no date such as 2024-04-02");
    return *found;
}

std::optional<engine::confidentiality> level_named(std::string const& name)
{
    engine::confidentiality level{};
    if (!boost::describe::enum_from_string(name.c_str(), level))
        return {};
    return level;
}

soci::person person_of(soci::accounts& people, std::string const& login)
{
    auto found = people.find_person(login);
    if (!found)
        throw cannot("nobody signs in as \"" + login + "\"");
    return *found;
}

std::string new_password(std::string const& login)
{
    auto password = read_secret("Password: ");
    std::string grounds;
    language const words("zh");
    for (auto const& one : soci::against_password(password, login))
        grounds += (grounds.empty() ? "" : " ") + words(one);
    if (!grounds.empty())
        throw cannot(grounds);
    return password;
}

/// Why an act was not entered: the grounds with their rules, or the faults with their fields.
std::string in_words(engine::ruling const& ruling)
{
    language const words("zh");
    std::string all;
    auto const add = [&](std::string const& one) { all += (all.empty() ? "" : "\n") + one; };
    if (auto const* no = std::get_if<engine::refused>(&ruling))
        for (auto const& one : no->grounds)
            add(one.rule + " " + words(one.reason) + "。" + words(one.remedy));
    else if (auto const* wrong = std::get_if<engine::malformed>(&ruling))
        for (auto const& one : wrong->faults)
            add(one.path + " " + words(one.reason));
    else
        add("the administration case cannot take it");
    return all;
}

/// What the audit log says about a command: "add-person" on "lisi".
soci::audit_entry entry_about(options const& of, std::string what)
{
    std::replace(what.begin(), what.end(), '-', '_');
    soci::audit_entry made{.at = now(), .kind = "account", .what = std::move(what)};
    made.name = user_of_machine();
    made.address = "local";
    made.about = !of.login.empty()  ? of.login
                 : !of.code.empty() ? of.code
                                    : std::to_string(of.appointment);
    if (!of.role.empty())
        made.about += " " + of.role + " " + of.unit;
    return made;
}

CLI::App* add(CLI::App& under, char const* name, char const* words, shared const& chosen, int& code,
              void (*run)(options const&, open_house const&))
{
    auto* command = under.add_subcommand(name, words);
    command->callback([chosen, &code, run, name] {
        soci::database record(chosen->where());
        soci::accounts people(record);
        entrance entry(record, people);
        try {
            soci::house_register house(record);
            run(*chosen, {people, house, entry});
            if (name != std::string_view("list"))
                entry.log.enter(entry_about(*chosen, name));
        } catch (soci::not_entered const& e) {
            throw cannot(in_words(e.why));
        } catch (soci::storage_fault const& e) {
            if (e.is == soci::storage_fault::sort::clash)
                throw cannot(e.what());
            throw;
        }
        code = done_well;
    });
    return command;
}

void list(options const&, open_house const& in)
{
    language const words("zh");
    for (auto const& organ : in.people.organs())
        std::cout << "organ " << organ.code << " " << organ.name << " (" << organ.level << ", "
                  << organ.place << ")\n";
    for (auto const& unit : in.people.units())
        std::cout << "unit " << unit.code << " " << unit.name << " (" << unit.organ << ")\n";
    for (auto const& person : in.people.persons()) {
        std::cout << "person " << person.login << " " << person.name
                  << (person.may_sign_in ? "" : " (may not sign in)") << "\n";
        for (auto const& one : in.people.appointments_of(person.id))
            std::cout << "  appointment " << one.id << " " << one.role << " "
                      << words("role." + one.role) << " @ " << one.unit << " from "
                      << engine::to_text(one.from)
                      << (one.until ? " until " + engine::to_text(*one.until) : "") << "\n";
    }
}

} // namespace

void add_user(CLI::App& program, int& code)
{
    auto const chosen = std::make_shared<options>();
    auto& o = *chosen;
    auto* user = program.add_subcommand("user", "Organs, units, people and their appointments");
    o.add_to(*user);
    user->require_subcommand(1);

    add(*user, "list", "List everybody", chosen, code, list);

    auto* organ = add(*user, "add-organ", "Add a deciding organ", chosen, code,
                      [](options const& a, open_house const& in) {
                          in.house.add_organ({a.code, a.name, a.level, a.place, a.parent}, now());
                      });
    organ->add_option("code", o.code)->required();
    organ->add_option("name", o.name)->required();
    organ->add_option("--level", o.level, "province, city, county or township")
        ->required()
        ->check(CLI::IsMember({"province", "city", "county", "township"}));
    organ->add_option("--place", o.place, "Name of its rule pack (see `juece rules`)")->required();
    organ->add_option("--parent", o.parent, "Code of the organ above");

    auto* unit = add(*user, "add-unit", "Add a unit of an organ", chosen, code,
                     [](options const& a, open_house const& in) {
                         in.house.add_unit({a.code, a.name, a.organ}, now());
                     });
    unit->add_option("code", o.code)->required();
    unit->add_option("name", o.name)->required();
    unit->add_option("--organ", o.organ, "Code of the organ")->required();

    auto* person =
        add(*user, "add-person", "Add a person; the password is read from standard input", chosen,
            code, [](options const& a, open_house const& in) {
                auto const password = a.without_password ? "" : new_password(a.login);
                in.house.add_person(a.login, a.name, password, now());
            });
    person->add_option("login", o.login)->required();
    person->add_option("name", o.name)->required();
    person->add_flag("--no-password", o.without_password,
                     "Give none: the person comes in by `link` first, or vouched for");

    auto* appoint = add(*user, "appoint", "Appoint a person to a role in a unit", chosen, code,
                        [](options const& a, open_house const& in) {
                            soci::appointment made;
                            made.who = person_of(in.people, a.login).id;
                            made.role = a.role;
                            made.unit = a.unit;
                            made.from = a.from.empty() ? engine::legal_day(now()) : day_of(a.from);
                            if (!a.until.empty())
                                made.until = day_of(a.until);
                            made.cleared_to = level_named(a.cleared_to);
                            std::cout << in.house.add_appointment(made, now()) << "\n";
                        });
    appoint->add_option("login", o.login)->required();
    appoint->add_option("role", o.role, "Its code, of config/roles.csv or DATA/config/roles.csv")
        ->required();
    appoint->add_option("--unit", o.unit, "Code of the unit")->required();
    appoint->add_option("--from", o.from, "First day; today if left out");
    appoint->add_option("--until", o.until, "Last day");
    appoint
        ->add_option(
            "--cleared-to", o.cleared_to,
            "How far the person sees in this appointment, where it is further than the role")
        ->check(CLI::IsMember({"open", "internal", "secret"}));

    auto* end = add(*user, "end-appointment", "End an appointment with a day", chosen, code,
                    [](options const& a, open_house const& in) {
                        in.house.end_appointment(a.appointment, day_of(a.until), now());
                    });
    end->add_option("appointment", o.appointment, "Its number, from `list`")->required();
    end->add_option("--until", o.until, "Last day")->required();

    auto* password =
        add(*user, "password", "Set a password, read from standard input", chosen, code,
            [](options const& a, open_house const& in) {
                in.people.set_password(person_of(in.people, a.login).id, new_password(a.login));
            });
    password->add_option("login", o.login)->required();

    auto* link = add(*user, "link", "Print a link with which a person chooses a password, once",
                     chosen, code, [](options const& a, open_house const& in) {
                         auto const token = in.entry.front.make_link(
                             person_of(in.people, a.login).id, now(), std::chrono::hours(a.hours));
                         std::cout << a.address << "/sign-in/link?token=" << token << "\n";
                     });
    link->add_option("login", o.login)->required();
    link->add_option("--hours", o.hours, "How long it is good for")
        ->check(CLI::Range(1LL, 24LL * 14))
        ->capture_default_str();
    link->add_option("--address", o.address, "Where the server is reached")->capture_default_str();

    auto* reset = add(*user, "reset-second-factor",
                      "Take the second factor from somebody who lost phone and recovery codes",
                      chosen, code, [](options const& a, open_house const& in) {
                          in.entry.factors.turn_off(person_of(in.people, a.login).id);
                      });
    reset->add_option("login", o.login)->required();
}

} // namespace web::commands
